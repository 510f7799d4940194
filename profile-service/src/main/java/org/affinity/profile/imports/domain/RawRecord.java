package org.affinity.profile.imports.domain;

import java.util.List;

/**
 * One record of a file as it stands there.
 *
 * @param row number of the record, 1 for the first after the header
 * @param line line of the file on which it starts
 * @param cells its cells, in the order of the header
 * @param defect why the record could not be taken apart, null when it could
 */
public record RawRecord(long row, long line, List<String> cells, String defect) {

    public RawRecord {
        cells = List.copyOf(cells);
    }

    /** Whether there is nothing in it at all. */
    public boolean isBlank() {
        return defect == null && cells.stream().allMatch(String::isBlank);
    }

    /** Characters of all its cells. */
    public long length() {
        return cells.stream().mapToLong(String::length).sum();
    }
}

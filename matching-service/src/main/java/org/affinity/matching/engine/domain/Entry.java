package org.affinity.matching.engine.domain;

import java.util.List;
import java.util.UUID;

/**
 * One creator in the index: an id, a version and rows, of which the best counts.
 *
 * @param version raised with each change of the creator
 * @param rows at least one and at most {@link #MOST_ROWS}, in the order of the profile
 */
public record Entry(UUID id, long version, List<Row> rows) {

    /** An entry's rows lie together in one block of the columns. */
    public static final int MOST_ROWS = 64;

    public Entry {
        rows = List.copyOf(rows);
        if (rows.isEmpty() || rows.size() > MOST_ROWS) {
            throw new IllegalArgumentException("an entry has 1 to " + MOST_ROWS + " rows, not " + rows.size());
        }
    }
}

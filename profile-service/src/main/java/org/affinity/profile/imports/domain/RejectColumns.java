package org.affinity.profile.imports.domain;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The columns that a file of rejects has before those of the list it came from. When such a file is corrected and
 * imported, they say nothing of a creator.
 */
public final class RejectColumns {

    /** Number of the record in the list, then reason, column and cell of its rejection. */
    public static final List<String> NAMES =
            List.of("rejected_row", "rejected_reason", "rejected_column", "rejected_cell");

    private RejectColumns() {}

    /** Whether a column is one of them. */
    public static boolean contains(String column) {
        return NAMES.contains(column);
    }

    /** Positions of these columns in a file. */
    static Set<Integer> find(Header header) {
        var found = new TreeSet<Integer>();
        for (int i = 0; i < header.size(); i++) {
            if (contains(header.columns().get(i))) {
                found.add(i);
            }
        }
        return found;
    }
}

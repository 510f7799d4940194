package org.affinity.profile.imports;

import java.util.List;

/**
 * A page of rejected records as they stood in the file.
 *
 * @param columns names of the columns of the file
 */
public record RejectedRows(String fileName, List<String> columns, List<RejectedRow> rows) {

    public RejectedRows {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A rejected record; column and cell are null when the whole record is at fault. */
    public record RejectedRow(long row, String reason, String column, String cell, List<String> cells) {

        public RejectedRow {
            cells = List.copyOf(cells);
        }
    }
}

package org.affinity.profile.imports.domain;

import java.util.List;
import org.affinity.kit.json.StrictJson;

/** Refuses records that are not shaped like the header, or hold what cannot be kept. */
final class RecordShape {

    private final Header header;

    RecordShape(Header header) {
        this.header = header;
    }

    void check(RawRecord row) throws RejectedRecord {
        if (row.defect() != null) {
            throw new RejectedRecord(RejectionReason.valueOf(row.defect()), null, String.join(" ", row.cells()));
        }
        List<String> cells = row.cells();
        if (cells.size() < header.size()) {
            throw new RejectedRecord(RejectionReason.TOO_FEW_CELLS, null, String.join(" ", cells));
        }
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String column = i < header.size() ? header.columns().get(i) : null;
            if (column == null && !cell.isBlank()) {
                throw new RejectedRecord(RejectionReason.TOO_MANY_CELLS, null, cell);
            }
            if (cell.length() > RowReader.MAX_CELL_LENGTH) {
                throw new RejectedRecord(RejectionReason.CELL_TOO_LONG, column, cell);
            }
            if (!StrictJson.isStorable(cell)) {
                throw new RejectedRecord(RejectionReason.INVALID_CHARACTER, column, cell);
            }
        }
    }
}

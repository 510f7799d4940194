package org.affinity.profile.imports.domain;

import org.affinity.profile.imports.domain.RowReading.Rejected;

/** Leaves the reading of a record at the first cell that rejects it. */
final class RejectedRecord extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int CELL_EXCERPT = 200;

    private final transient Rejected reading;

    RejectedRecord(RejectionReason reason, String column, String cell) {
        super(reason.name(), null, false, false);
        this.reading = new Rejected(reason, column, excerpt(StorableText.of(cell)));
    }

    Rejected reading() {
        return reading;
    }

    /** What a report shows of a cell. */
    static String excerpt(String cell) {
        return cell.codePointCount(0, cell.length()) <= CELL_EXCERPT
                ? cell
                : cell.substring(0, cell.offsetByCodePoints(0, CELL_EXCERPT)) + "…";
    }
}

package org.affinity.profile.imports.domain;

import java.util.List;
import org.affinity.profile.creator.domain.ImportedAccount;

/** What a record says once its cells are understood. */
public sealed interface RowReading {

    /** Nothing at all. */
    record Blank() implements RowReading {}

    /**
     * Something that cannot be taken over; {@code column} and {@code cell} are null when the whole record is at fault.
     */
    record Rejected(RejectionReason reason, String column, String cell) implements RowReading {}

    /** An account, with notes on cells that were left aside. */
    record Read(ImportedAccount account, List<Note> notes) implements RowReading {}

    /** A cell that was not understood and counts as unknown. */
    record Note(String reason, String column, String cell) {}
}

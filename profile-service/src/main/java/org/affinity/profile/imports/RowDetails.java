package org.affinity.profile.imports;

import java.util.List;
import org.affinity.profile.imports.domain.Duplicates.Difference;
import org.affinity.profile.imports.domain.RowReading.Note;

/** Cells left aside, and how a conflicting duplicate differs from the record that counts. */
public record RowDetails(List<Note> notes, List<Difference> differences) {

    /** Nothing to tell. */
    static final RowDetails NONE = new RowDetails(List.of(), List.of());

    public RowDetails {
        notes = List.copyOf(notes);
        differences = List.copyOf(differences);
    }
}

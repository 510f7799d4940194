package org.affinity.profile.imports;

import org.affinity.profile.imports.domain.Duplicates;
import org.affinity.profile.imports.domain.RawRecord;
import org.affinity.profile.imports.domain.RowReading;

/** A record with what it says and, when it names an account, whether the file named that account before. */
record RecordPlan(RawRecord row, RowReading reading, Duplicates.Verdict verdict) {

    /** Whether this record is the one that counts for its account. */
    boolean takesEffect() {
        return verdict instanceof Duplicates.First;
    }
}

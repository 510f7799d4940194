package org.affinity.profile.imports;

import org.affinity.profile.imports.domain.RawRecord;
import org.affinity.profile.imports.domain.RowReading;

/** A record with what it says. */
record ReadRecord(RawRecord row, RowReading reading) {}

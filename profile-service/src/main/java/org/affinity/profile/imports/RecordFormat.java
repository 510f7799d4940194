package org.affinity.profile.imports;

import java.io.IOException;
import java.util.function.Predicate;
import org.affinity.profile.imports.domain.Header;
import org.affinity.profile.imports.domain.RawRecord;

/** A list of records in a file, in one way to write it. */
interface RecordFormat {

    /** The columns. */
    Header header();

    /** The format in a few words. */
    String description();

    /** Hands over each record in order while the receiver asks for more, from the start at each call. */
    void read(Predicate<RawRecord> receiver) throws IOException;
}

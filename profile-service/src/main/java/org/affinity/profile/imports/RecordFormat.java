package org.affinity.profile.imports;

import java.io.IOException;
import java.io.Reader;
import java.util.function.Predicate;
import org.affinity.profile.imports.domain.Header;
import org.affinity.profile.imports.domain.RawRecord;

/** A way to write a list of records as text. */
interface RecordFormat {

    /** The columns. */
    Header header();

    /** The format in a few words. */
    String description();

    /** Hands over each record in order while the receiver asks for more. */
    void read(Reader text, Predicate<RawRecord> receiver) throws IOException;
}

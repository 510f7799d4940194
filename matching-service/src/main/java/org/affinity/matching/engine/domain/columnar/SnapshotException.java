package org.affinity.matching.engine.domain.columnar;

import java.io.IOException;

/** A file that is not a whole snapshot of such an engine; the index has to be built from somewhere else. */
public final class SnapshotException extends IOException {

    SnapshotException(String message) {
        super(message);
    }
}

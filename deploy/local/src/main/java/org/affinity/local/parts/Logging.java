package org.affinity.local.parts;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the log of the embedded servers to what somebody should read. */
public final class Logging {

    /** Held strongly, or the levels would be forgotten with the loggers. */
    private static final List<Logger> LOGGERS = List.of(Logger.getLogger(""), Logger.getLogger("org.apache.kafka"));

    private Logging() {}

    /** Shows warnings and errors only. */
    public static void quiet() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
    }
}

package org.affinity.endtoend;

import java.nio.file.Path;
import java.util.Locale;

/** The four services under test. */
enum Service {
    PROFILE,
    CAMPAIGN,
    MATCHING,
    REPORTING;

    /** Its module, and the name it goes by. */
    String label() {
        return name().toLowerCase(Locale.ROOT) + "-service";
    }

    /** A database that nothing else uses. */
    String database() {
        return "end_to_end_" + name().toLowerCase(Locale.ROOT);
    }

    Path jar(Path project) {
        return project.resolve(label()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}

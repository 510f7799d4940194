package org.affinity.local.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The four services, each a process with a database of its own. */
enum Service {
    PROFILE(1),
    CAMPAIGN(2),
    MATCHING(3),
    REPORTING(4);

    private final int portOffset;

    Service(int portOffset) {
        this.portOffset = portOffset;
    }

    /** The name of its module, its process and its log. */
    String label() {
        return database() + "-service";
    }

    /** The name of its database and of the role that owns it. */
    String database() {
        return name().toLowerCase(Locale.ROOT);
    }

    int portOffset() {
        return portOffset;
    }

    /** What only this service wants of the virtual machine; large pages there are on Linux only. */
    List<String> jvmOptions() {
        return this == MATCHING
                ? List.of(
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-XX:+IgnoreUnrecognizedVMOptions",
                        "-XX:+UseTransparentHugePages")
                : List.of();
    }

    /** Settings of where it keeps what it need not keep. */
    Map<String, String> directories(Path own) {
        return this == MATCHING ? Map.of("MATCHING_SNAPSHOT_DIRECTORY", own.toString()) : Map.of();
    }

    /** What the build leaves to run. */
    Path jar(Path root) {
        return root.resolve(label()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    static String labels() {
        return Arrays.stream(values()).map(Service::label).collect(Collectors.joining(", "));
    }
}

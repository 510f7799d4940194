package org.affinity.local.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.affinity.local.Directories;
import org.affinity.local.Leash;
import org.affinity.local.Secrets;
import org.affinity.local.parts.Logging;
import org.affinity.local.parts.PostgresServer;
import org.affinity.local.parts.PostgresServer.Database;
import org.affinity.local.parts.PostgresServer.Durability;

/**
 * Runs the bench of the match engine in a virtual machine of its own, beside a PostgreSQL of its own: the comparison is
 * no part of the service, and its libraries are none of this module's.
 */
final class MatchingBenchProcess {

    private static final String CLASSES = "deploy/bench/target/classes";
    private static final String MAIN = "org.affinity.bench.matching.MatchingBench";
    /** Heap that every run needs, and what each creator adds, with room to lay the columns out beside the old ones. */
    private static final long HEAP_MIB = 1_536;

    private static final long HEAP_BYTES_PER_CREATOR = 1_000;
    /** Of the heap, for what does not last: all else does. */
    private static final long YOUNG_MIB = 512;

    private static final String DATABASE = "bench";

    private final Layout layout;
    private final int creators;
    private final List<String> sections;

    MatchingBenchProcess(Layout layout, int creators, List<String> sections) {
        this.layout = layout;
        this.creators = creators;
        this.sections = sections;
    }

    /** Prints tables and gives their figures. */
    Map<String, Object> run() throws IOException, InterruptedException {
        Logging.quiet();
        Checks.directory(layout);
        if (!Files.isDirectory(layout.root().resolve(CLASSES))) {
            throw new UserError("the bench is not built; './affinity up --no-demo' builds it.");
        }
        Path directory = layout.state().resolve("bench-matching");
        PostgresServer.delete(directory.resolve("data"));
        Directories.delete(directory);
        Secrets.directory(directory);
        String password = LocalSecrets.made().postgresAdmin();
        try (PostgresServer server = PostgresServer.start(
                directory.resolve("data"),
                layout.programs(),
                PortMap.of(0).platform().postgres(),
                password,
                Durability.DISPOSABLE)) {
            return measure(directory, server.freshDatabase(DATABASE, password));
        } finally {
            Directories.delete(directory);
        }
    }

    private Map<String, Object> measure(Path directory, Database database) throws IOException, InterruptedException {
        Path figures = directory.resolve("figures.json");
        Path folder = directory.resolve("files");
        Files.createDirectories(folder);
        long heap = HEAP_MIB + creators * HEAP_BYTES_PER_CREATOR / (1 << 20);
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms" + heap + "m",
                "-Xmx" + heap + "m",
                "-Xmn" + YOUNG_MIB + "m",
                "-XX:+UseParallelGC",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:+UseTransparentHugePages",
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                MAIN,
                Integer.toString(creators),
                folder.toString(),
                figures.toString(),
                String.join(",", sections));
        builder.environment().put("BENCH_URL", database.jdbcUrl());
        builder.environment().put("BENCH_USER", database.user());
        builder.environment().put("BENCH_PASSWORD", database.password());
        Process process = builder.redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(directory.resolve("errors.log").toFile())
                .start();
        // Told to end or killed, this process would leave it running, with all its memory.
        try (Leash _ = Leash.on(process.toHandle())) {
            if (process.waitFor() != 0) {
                System.err.print(Files.readString(directory.resolve("errors.log")));
                throw new UserError("The bench of the match engine failed; see above.");
            }
        }
        return new ObjectMapper().readValue(figures.toFile(), new TypeReference<>() {});
    }

    private String classPath() throws IOException {
        Path root = layout.root();
        return String.join(
                File.pathSeparator,
                root.resolve(CLASSES).toString(),
                PanelBenchProcess.packagedClasses(root).toString(),
                root.resolve("deploy/bench/target/lib").toString() + File.separator + "*");
    }
}

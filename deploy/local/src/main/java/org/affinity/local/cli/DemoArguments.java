package org.affinity.local.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.affinity.local.demo.DemoOptions;
import picocli.CommandLine.Option;

/** Which creators the main job works on. */
final class DemoArguments {

    @Option(
            names = "--creators",
            paramLabel = "FILE",
            description = "A creator list of yours, CSV or NDJSON. Default: generated sample data.")
    private Path creators;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "JSON: which column of the list holds what. Default: proposed from its header.")
    private Path mapping;

    DemoOptions options() {
        if (mapping != null && creators == null) {
            throw new UserError("--mapping describes the columns of a list; give the list with --creators FILE.");
        }
        return new DemoOptions(readable(creators, "--creators"), readable(mapping, "--mapping"));
    }

    private static Path readable(Path file, String option) {
        if (file == null) {
            return null;
        }
        Path resolved = Path.of(System.getProperty("affinity.directory", ""))
                .toAbsolutePath()
                .resolve(file);
        if (!Files.isRegularFile(resolved) || !Files.isReadable(resolved)) {
            throw new UserError(option + " " + file + ": there is no such file, or it cannot be read.");
        }
        return resolved;
    }
}

package org.affinity.local.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs the bench of panels from its source, in a virtual machine of its own, against the packaged classes of
 * matching-service: the measuring code is no part of the service.
 */
final class PanelBenchProcess {

    private static final String SOURCE = "deploy/local/src/bench/java/PanelBench.java";
    private static final String PACKAGED = "matching-service/target/quarkus-app/app";
    private static final List<String> COLUMNS = List.of(
            "pool",
            "size",
            "runs",
            "p50Millis",
            "p99Millis",
            "worstMillis",
            "p50ProcessorMillis",
            "p99ProcessorMillis",
            "worstProcessorMillis",
            "gapMedian",
            "gapP99",
            "gapWorst",
            "gapsOverATenth",
            "optimal",
            "gainLeast",
            "gainMedian");
    private static final String HEADER = "%-10s %5s %5s %8s %8s %8s %8s %8s %8s %7s %7s %7s %5s %8s %7s %7s%n";

    private PanelBenchProcess() {}

    /** Prints a table and gives its rows. */
    static Map<String, Object> run(Layout layout) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        packagedClasses(layout.root()).toString(),
                        layout.root().resolve(SOURCE).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        System.out.println("gap: share of the proven upper bound that is missing, and how many miss over a tenth; gain:"
                + " times what picking by individual reach brings, without regard to quotas");
        System.out.printf(
                HEADER, "POOL", "SIZE", "RUNS", "MS", "MS", "MS", "CPU MS", "CPU MS", "CPU MS", "GAP", "GAP", "GAP",
                "OVER", "OPTIMAL", "GAIN", "GAIN");
        System.out.printf(
                HEADER, "", "", "", "p50", "p99", "worst", "p50", "p99", "worst", "p50", "p99", "worst", "0.1", "",
                "least", "median");
        List<Map<String, String>> rows = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                System.out.printf(HEADER, (Object[]) cells);
                Map<String, String> row = new LinkedHashMap<>();
                for (int column = 0; column < COLUMNS.size(); column++) {
                    row.put(COLUMNS.get(column), cells[column]);
                }
                rows.add(row);
            }
        }
        if (process.waitFor() != 0) {
            throw new UserError("The bench of panels failed; see above.");
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bench", "panel");
        figures.put("at", Instant.ofEpochMilli(System.currentTimeMillis()).toString());
        figures.put("processors", Runtime.getRuntime().availableProcessors());
        figures.put("rows", rows);
        return figures;
    }

    /** The archive of matching-service's own classes. */
    static Path packagedClasses(Path root) throws IOException {
        Path directory = root.resolve(PACKAGED);
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                return files.filter(file -> file.toString().endsWith(".jar"))
                        .findFirst()
                        .orElseThrow(() -> notBuilt(root));
            }
        }
        throw notBuilt(root);
    }

    private static UserError notBuilt(Path root) {
        return new UserError("matching-service is not packaged in " + root + "; './affinity up --no-demo' builds it.");
    }
}

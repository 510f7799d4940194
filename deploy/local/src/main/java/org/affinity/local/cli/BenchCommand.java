package org.affinity.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.affinity.local.demo.DemoOptions;
import org.affinity.local.demo.MainJob;
import org.affinity.local.demo.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Measures the running stack, or a part of it in a stack of its own. Every figure is also given as a multiple of a
 * baseline of the same run, the median time of a plain health request, so that runs on different machines can be
 * compared.
 */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures what 'up' started, or one service alone.")
final class BenchCommand implements Callable<Integer> {

    private static final int BASELINE_WARM_UP = 50;
    private static final int BASELINE_REQUESTS = 200;

    /** What can be measured. */
    private static final Map<String, String> BENCHES = new TreeMap<>(Map.of(
            "line", "the main job on the sample creators, milliseconds per step",
            "matches", "answering briefs by HTTP among --creators creators, and when changed profiles show in them",
            "matching", "the match engine with --creators creators beside a scan, Lucene and PostgreSQL",
            "panel", "choosing panels: time, proof, gain over picking by reach; needs nothing running",
            "profiles", "profile-service with --creators creators, in a stack of its own"));

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "Which one; without a name: lists them.")
    private String name;

    @Option(
            names = "--creators",
            paramLabel = "N",
            description =
                    "How many creators 'profiles', 'matching' (1000000 by default) and 'matches' (100000) work with.")
    private Integer creators;

    @Option(
            names = "--sections",
            paramLabel = "NAMES",
            split = ",",
            description = "Which parts are measured: of 'profiles' search, latency and import, of 'matches' parts,"
                    + " load, freshness, restart and rebuild, of 'matching' beside its latency scan, others, answers, parts,"
                    + " changes and snapshot. Default: all but restart and rebuild.")
    private List<String> sections;

    @Option(names = "--json", paramLabel = "FILE", description = "Also writes the figures to this file.")
    private Path file;

    @Override
    public Integer call() throws Exception {
        if (name == null) {
            BENCHES.forEach((bench, measures) -> System.out.printf("%-8s %s%n", bench, measures));
            return 0;
        }
        if (!BENCHES.containsKey(name)) {
            throw new UserError("There is no bench called '" + name + "'. Known: "
                    + BENCHES.entrySet().stream()
                            .map(bench -> bench.getKey() + " (" + bench.getValue() + ")")
                            .collect(Collectors.joining(", ")));
        }
        Map<String, Object> figures = switch (name) {
            case "matches" ->
                new MatchesBenchmark(
                                Layout.current(),
                                creators(100_000),
                                sections(List.of("parts", "load", "freshness"), "restart", "rebuild"))
                        .run();
            case "matching" ->
                new MatchingBenchProcess(
                                Layout.current(),
                                creators(1_000_000),
                                sections(List.of("scan", "others", "answers", "parts", "changes", "snapshot")))
                        .run();
            case "panel" -> PanelBenchProcess.run(Layout.current());
            case "profiles" -> profiles();
            default -> line();
        };
        if (file != null) {
            Path resolved = Path.of(System.getProperty("affinity.directory", ""))
                    .toAbsolutePath()
                    .resolve(file);
            Files.writeString(
                    resolved,
                    new ObjectMapper()
                                    .enable(SerializationFeature.INDENT_OUTPUT)
                                    .writeValueAsString(figures)
                            + "\n");
        }
        return 0;
    }

    private Map<String, Object> profiles() throws Exception {
        return new ProfilesBenchmark(
                        Layout.current(), creators(1_000_000), sections(List.of("search", "latency", "import")))
                .run();
    }

    private int creators(int usually) {
        if (creators != null && creators < 1) {
            throw new UserError("--creators must be at least 1.");
        }
        return creators == null ? usually : creators;
    }

    private List<String> sections(List<String> usually, String... others) {
        if (sections == null) {
            return usually;
        }
        List<String> all = Stream.concat(usually.stream(), Stream.of(others)).toList();
        if (!all.containsAll(sections) || Set.copyOf(sections).size() != sections.size()) {
            throw new UserError("--sections takes any of " + String.join(", ", all) + ", each once.");
        }
        return sections;
    }

    private static Map<String, Object> line() throws Exception {
        Layout layout = Layout.current();
        RunState state = Addresses.running(layout);
        double baseline = baselineMillis(state);
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Progress progress = new Progress(silent);
            long start = System.nanoTime();
            new MainJob(Addresses.of(state), Tokens.of(layout, state), progress, DemoOptions.sample()).run();
            long total = (System.nanoTime() - start) / 1_000_000;
            return report(baseline, progress.millis(), total);
        }
    }

    private static Map<String, Object> report(double baseline, Map<String, Long> steps, long total) {
        System.out.printf(Locale.ROOT, "baseline: one health request takes %.2f ms (median)%n", baseline);
        System.out.printf("%-58s %10s %12s%n", "STEP", "MS", "x BASELINE");
        Map<String, Object> measured = new LinkedHashMap<>();
        steps.forEach((step, millis) -> {
            print(step, millis, baseline);
            measured.put(step, Map.of("millis", millis, "ratio", millis / baseline));
        });
        print("total", total, baseline);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bench", "line");
        figures.put("at", Instant.ofEpochMilli(System.currentTimeMillis()).toString());
        figures.put("processors", Runtime.getRuntime().availableProcessors());
        figures.put("baselineMillis", baseline);
        figures.put("steps", measured);
        figures.put("total", Map.of("millis", total, "ratio", total / baseline));
        return figures;
    }

    private static void print(String step, long millis, double baseline) {
        System.out.printf(Locale.ROOT, "%-58s %10d %12.1f%n", step, millis, millis / baseline);
    }

    private static double baselineMillis(RunState state) {
        String url = state.part(Service.PROFILE.label()).orElseThrow().management() + "/q/health/live";
        LongStream.range(0, BASELINE_WARM_UP).forEach(_ -> Waiting.answers(url));
        long[] nanos = LongStream.range(0, BASELINE_REQUESTS)
                .map(_ -> {
                    long start = System.nanoTime();
                    Waiting.answers(url);
                    return System.nanoTime() - start;
                })
                .sorted()
                .toArray();
        return nanos[nanos.length / 2] / 1e6;
    }
}

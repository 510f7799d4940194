package org.affinity.local.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affinity.local.bench.FreshnessBench;
import org.affinity.local.bench.MatchBench;
import org.affinity.local.bench.MatchPartsBench;
import org.affinity.local.bench.MatchingStack;

/**
 * Measures matching-service through its API, fed by profile-service, in a stack of its own that is thrown away
 * afterwards.
 */
final class MatchesBenchmark {

    /** Heap of matching-service that every run needs, and what each creator adds. */
    private static final int HEAP_MIB = 1_024;

    private static final long HEAP_BYTES_PER_CREATOR = 1_500;

    private final Layout layout;
    private final int creators;
    private final List<String> sections;

    /**
     * @param sections any of {@code load}, {@code parts}, {@code freshness}, {@code restart}, {@code rebuild}: the last
     *     forgets the creators of the others
     */
    MatchesBenchmark(Layout layout, int creators, List<String> sections) {
        this.layout = layout;
        this.creators = creators;
        this.sections = sections;
    }

    Map<String, Object> run() throws Exception {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bench", "matches");
        figures.put("at", Instant.ofEpochMilli(System.currentTimeMillis()).toString());
        figures.put("processors", Runtime.getRuntime().availableProcessors());
        figures.put("creators", creators);
        int heap = (int) (HEAP_MIB + creators * HEAP_BYTES_PER_CREATOR / (1 << 20));
        try (BenchStack stack = BenchStack.start(
                layout,
                List.of(
                        new BenchService.Plan(Service.PROFILE, BenchStack.HEAP_MIB, "-XX:+UseSerialGC"),
                        new BenchService.Plan(Service.MATCHING, heap, "-XX:+UseParallelGC")))) {
            figures.put("secondsUntilInIndex", stack.matching().fill(creators));
            for (String section : sections) {
                System.out.println("\n" + section);
                MatchingStack matching = stack.matching();
                figures.put(
                        section,
                        switch (section) {
                            case "parts" -> MatchPartsBench.measure(matching);
                            case "load" -> MatchBench.measure(matching);
                            case "freshness" -> FreshnessBench.measure(matching);
                            case "restart" -> RestartSection.measure(stack);
                            case "rebuild" -> RebuildSection.measure(stack, creators, creators);
                            default -> throw new IllegalArgumentException(section);
                        });
            }
        }
        return figures;
    }
}

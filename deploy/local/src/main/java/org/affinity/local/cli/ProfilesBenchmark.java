package org.affinity.local.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affinity.local.bench.LatencyBench;
import org.affinity.local.bench.SearchBench;

/**
 * Measures profile-service alone, in a stack of its own that is thrown away afterwards: nobody's data grow by a million
 * invented creators, and nothing else works on the same processors.
 *
 * <p>Sections run one after the other on the same data, each with a baseline on the same PostgreSQL in the same run.
 */
final class ProfilesBenchmark {

    /** What is measured, in this order; what one section leaves behind, the next one finds. */
    private static final List<Section> SECTIONS = List.of(
            section("search", (stack, creators) -> SearchBench.measure(stack.profiles(), creators)),
            section("latency", (stack, _) -> LatencyBench.measure(stack.profiles())),
            new ImportSection());

    private final Layout layout;
    private final int creators;
    private final List<Section> sections;

    ProfilesBenchmark(Layout layout, int creators, List<String> sections) {
        this.layout = layout;
        this.creators = creators;
        this.sections = SECTIONS.stream()
                .filter(section -> sections.contains(section.name()))
                .toList();
    }

    /** A part of the benchmark. */
    interface Section {

        /** Under this name the figures are found. */
        String name();

        /** Measures, prints what it found, and gives the figures back. */
        Map<String, Object> measure(BenchStack stack, int creators) throws Exception;
    }

    private static Section section(String name, Measurement measurement) {
        return new Section() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Map<String, Object> measure(BenchStack stack, int creators) throws Exception {
                System.out.println("\n" + name);
                return measurement.measure(stack, creators);
            }
        };
    }

    /** What a section does. */
    private interface Measurement {

        Map<String, Object> measure(BenchStack stack, int creators) throws Exception;
    }

    Map<String, Object> run() throws Exception {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bench", "profiles");
        figures.put("at", Instant.ofEpochMilli(System.currentTimeMillis()).toString());
        figures.put("processors", Runtime.getRuntime().availableProcessors());
        figures.put("creators", creators);
        try (BenchStack stack = BenchStack.start(layout)) {
            for (Section section : sections) {
                figures.put(section.name(), section.measure(stack, creators));
            }
        }
        return figures;
    }
}

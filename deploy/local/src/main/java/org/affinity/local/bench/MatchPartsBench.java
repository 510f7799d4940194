package org.affinity.local.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What each part of a match costs: one request at a time on a machine that does nothing else, so that time is work. The
 * parts are those of the service's own metric {@code matching_match_seconds}; what they leave of the whole is HTTP,
 * security, and the way there and back.
 */
public final class MatchPartsBench {

    private static final int RANKED = 100;
    private static final int REQUESTS = 300;
    private static final int WARM_UP = 100;
    private static final String REST = "http, security, connection";
    private static final Pattern SUM =
            Pattern.compile("(?m)^matching_match_seconds_sum\\{[^}]*part=\"([^\"]+)\"[^}]*} (\\S+)$");

    private final MatchingStack stack;

    private MatchPartsBench(MatchingStack stack) {
        this.stack = stack;
    }

    /** Measures, prints what it found and gives the figures back. */
    public static Map<String, Object> measure(MatchingStack stack) throws IOException {
        MatchPartsBench bench = new MatchPartsBench(stack);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("withoutPanel", bench.measure("100 explained, no panel", ",\"withPanel\":false"));
        figures.put("withPanel", bench.measure("100 explained, panel", ""));
        return figures;
    }

    private Map<String, Object> measure(String name, String more) throws IOException {
        List<byte[]> requests = BenchBriefs.requests(stack.api(), stack.token(), REQUESTS, RANKED, more);
        byte[] metrics = PlainConnection.request(stack.management(), "GET", "/q/metrics", null, null, null);
        Map<String, List<Long>> nanos = new TreeMap<>();
        List<Long> whole = new ArrayList<>();
        try (PlainConnection api = new PlainConnection(stack.api());
                PlainConnection management = new PlainConnection(stack.management())) {
            for (int i = 0; i < WARM_UP; i++) {
                api.succeed(requests.get(i));
            }
            Map<String, Double> before = sums(management, metrics);
            for (byte[] request : requests) {
                long start = System.nanoTime();
                api.succeed(request);
                long took = System.nanoTime() - start;
                Map<String, Double> after = sums(management, metrics);
                long rest = took;
                for (Map.Entry<String, Double> part : after.entrySet()) {
                    long spent = Math.round((part.getValue() - before.getOrDefault(part.getKey(), 0.0)) * 1e9);
                    nanos.computeIfAbsent(part.getKey(), _ -> new ArrayList<>()).add(spent);
                    rest -= spent;
                }
                nanos.computeIfAbsent(REST, _ -> new ArrayList<>()).add(rest);
                whole.add(took);
                before = after;
            }
        }
        return report(name, nanos, timings(whole));
    }

    private static Map<String, Object> report(String name, Map<String, List<Long>> nanos, Timings whole) {
        System.out.printf(Locale.ROOT, "%-34s %10s %8s%n", name, "P50 MS", "SHARE");
        Map<String, Object> figures = new LinkedHashMap<>();
        nanos.forEach((part, times) -> {
            double millis = timings(times).millis(0.5);
            System.out.printf(Locale.ROOT, "  %-32s %10.3f %7.0f%%%n", part, millis, 100 * millis / whole.millis(0.5));
            figures.put(part, millis);
        });
        System.out.printf(Locale.ROOT, "  %-32s %10.3f%n", "whole request", whole.millis(0.5));
        figures.put("whole", whole.millis(0.5));
        return figures;
    }

    private static Map<String, Double> sums(PlainConnection management, byte[] metrics) throws IOException {
        management.succeed(metrics);
        Map<String, Double> sums = new TreeMap<>();
        Matcher line = SUM.matcher(management.body());
        while (line.find()) {
            sums.put(line.group(1), Double.parseDouble(line.group(2)));
        }
        return sums;
    }

    private static Timings timings(List<Long> nanos) {
        return new Timings(nanos.stream().mapToLong(Long::longValue).toArray());
    }
}

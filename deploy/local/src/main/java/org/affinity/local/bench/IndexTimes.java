package org.affinity.local.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How long events took from the outbox into the index, as matching-service counts it for its operators: how many took
 * so many seconds at most.
 */
record IndexTimes(SortedMap<Double, Long> upTo) {

    private static final Pattern BUCKET =
            Pattern.compile("matching_index_freshness_seconds_bucket\\{[^}]*le=\"([^\"]+)\"[^}]*} (\\S+)");

    static IndexTimes of(MatchingStack stack) throws IOException {
        SortedMap<Double, Long> upTo = new TreeMap<>();
        try (PlainConnection connection = new PlainConnection(stack.management())) {
            connection.succeed(PlainConnection.request(stack.management(), "GET", "/q/metrics", null, null, null));
            for (MatchResult bucket :
                    BUCKET.matcher(connection.body()).results().toList()) {
                String bound = bucket.group(1);
                upTo.put(bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound), (long)
                        Double.parseDouble(bucket.group(2)));
            }
        }
        return new IndexTimes(upTo);
    }

    IndexTimes since(IndexTimes before) {
        SortedMap<Double, Long> added = new TreeMap<>();
        upTo.forEach((bound, count) -> added.put(bound, count - before.upTo.getOrDefault(bound, 0L)));
        return new IndexTimes(added);
    }

    long count() {
        return upTo.isEmpty() ? 0 : upTo.get(upTo.lastKey());
    }

    /** The least bound that this share of all did not exceed, in milliseconds; bounds are up to a third apart. */
    double millis(double share) {
        double enough = share * count();
        return upTo.entrySet().stream()
                        .filter(bucket -> bucket.getValue() >= enough)
                        .mapToDouble(Map.Entry::getKey)
                        .findFirst()
                        .orElse(Double.NaN)
                * 1e3;
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("count", count());
        figures.put("p50Millis", millis(0.5));
        figures.put("p99Millis", millis(0.99));
        return figures;
    }
}

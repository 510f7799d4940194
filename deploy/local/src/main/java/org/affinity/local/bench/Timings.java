package org.affinity.local.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Durations of one kind of work, in nanoseconds. */
final class Timings {

    private final long[] sorted;

    Timings(long[] nanos) {
        this.sorted = nanos.clone();
        Arrays.sort(sorted);
    }

    /** The least duration that this share of all did not exceed, in milliseconds. */
    double millis(double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.clamp(rank - 1L, 0, sorted.length - 1)] / 1e6;
    }

    int count() {
        return sorted.length;
    }

    /** Median and 99th percentile, in milliseconds and as multiples of a baseline's. */
    Map<String, Object> figures(Timings baseline) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("count", sorted.length);
        figures.put("p50Millis", millis(0.5));
        figures.put("p99Millis", millis(0.99));
        if (baseline != null) {
            figures.put("p50Ratio", millis(0.5) / baseline.millis(0.5));
            figures.put("p99Ratio", millis(0.99) / baseline.millis(0.99));
        }
        return figures;
    }
}

package org.affinity.bench.matching;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Nanoseconds by brief, then round. Of each brief the lower quartile of its rounds counts: what it takes when nothing
 * else disturbs.
 */
final class Timings {

    private final long[][] nanos;

    Timings(int briefs, int rounds) {
        nanos = new long[briefs][rounds];
    }

    /** What is measured of each brief. */
    interface Work {

        /** All that counts. */
        void run(Brief brief) throws Exception;
    }

    /** Of so many rounds over all briefs, one after the other. */
    static Timings of(List<Brief> briefs, Contender.Rounds rounds, Work work) throws Exception {
        Timings timings = new Timings(briefs.size(), rounds.timed());
        for (int round = -rounds.warmUp(); round < rounds.timed(); round++) {
            for (int brief = 0; brief < briefs.size(); brief++) {
                long start = System.nanoTime();
                work.run(briefs.get(brief));
                if (round >= 0) {
                    timings.set(brief, round, System.nanoTime() - start);
                }
            }
        }
        return timings;
    }

    void set(int brief, int round, long value) {
        nanos[brief][round] = value;
    }

    double quietMillis(int brief) {
        long[] sorted = nanos[brief].clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 4] / 1e6;
    }

    double[] quietMillis(List<Integer> briefs) {
        return briefs.stream().mapToDouble(this::quietMillis).sorted().toArray();
    }

    double[] quietMillis() {
        return quietMillis(IntStream.range(0, nanos.length).boxed().toList());
    }

    /** Every single time. */
    double[] rawMillis() {
        return Arrays.stream(nanos)
                .flatMapToLong(Arrays::stream)
                .mapToDouble(value -> value / 1e6)
                .sorted()
                .toArray();
    }

    /** Median over briefs of the distance between upper and lower quartile, as a share of the median: the noise. */
    double spread() {
        double[] spreads = Arrays.stream(nanos)
                .mapToDouble(rounds -> {
                    long[] sorted = rounds.clone();
                    Arrays.sort(sorted);
                    return (sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4])
                            / (double) sorted[sorted.length / 2];
                })
                .sorted()
                .toArray();
        return percentile(spreads, 0.5);
    }

    static double percentile(double[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** Geometric mean over briefs of how many times longer the other takes. */
    double ratio(Timings other) {
        double sum = 0;
        for (int brief = 0; brief < nanos.length; brief++) {
            sum += Math.log(other.quietMillis(brief) / quietMillis(brief));
        }
        return Math.exp(sum / nanos.length);
    }
}

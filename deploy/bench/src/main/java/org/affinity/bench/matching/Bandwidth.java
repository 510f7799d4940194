package org.affinity.bench.matching;

import java.util.Arrays;

/** How fast this machine reads memory: the sum of a large array, by one thread, at its best of some rounds. */
final class Bandwidth {

    private static final int LONGS = 1 << 26;
    private static final int ROUNDS = 8;

    private Bandwidth() {}

    static double gigabytesPerSecond() {
        long[] values = new long[LONGS];
        Arrays.setAll(values, place -> place);
        double best = 0;
        long check = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            check += sum(values);
            best = Math.max(best, 8.0 * LONGS / (System.nanoTime() - start));
        }
        if (check == 0) {
            throw new IllegalStateException("nothing was summed");
        }
        return best;
    }

    private static long sum(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }
}

package org.affinity.bench.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.affinity.matching.engine.Kernels;
import org.affinity.matching.engine.domain.columnar.Kernel;

/**
 * How close the engine's loops come to the speed of memory when nothing is passed over: every creator's levels and
 * numbers that a broad brief asks for, without words, beside a plain sum over memory.
 */
final class ScanSection {

    private static final int BLOCK = 64;
    private static final int ROUNDS = 5;

    private final Creators creators;
    private final List<Brief> briefs;
    private final double bandwidth;
    private final Kernel kernel = Kernels.best();

    ScanSection(Creators creators, List<Brief> briefs, double bandwidth) {
        this.creators = creators;
        this.briefs = briefs.stream()
                .filter(brief -> brief.kind() == Brief.Kind.BROAD)
                .toList();
        this.bandwidth = bandwidth;
    }

    void run(Map<String, Object> figures) {
        double[] speeds = new double[briefs.size()];
        for (int round = 0; round < ROUNDS; round++) {
            for (int place = 0; place < speeds.length; place++) {
                long start = System.nanoTime();
                long bytes = scan(briefs.get(place));
                speeds[place] = Math.max(speeds[place], bytes / (double) (System.nanoTime() - start));
            }
        }
        Arrays.sort(speeds);
        double speed = Timings.percentile(speeds, 0.5);
        MatchingBench.line(
                "exhaustive scan with the engine's loops, broad briefs: %.1f GB/s, %.2f of summing memory",
                speed, speed / bandwidth);
        figures.put("scanGigabytesPerSecond", speed);
        figures.put("scanShareOfSum", speed / bandwidth);
    }

    /** Looks at all creators; gives how many bytes that were. */
    private long scan(Brief brief) {
        byte[] platforms = bits(brief.platforms());
        byte[] formats = bits(brief.formats());
        byte[] sensitive = bits(brief.sensitive());
        byte[] moreSensitive = bits(brief.moreSensitive());
        byte[][] columns = brief.factors().keySet().stream()
                .map(dimension -> creators.codes[dimension])
                .toArray(byte[][]::new);
        int[] factors =
                brief.factors().values().stream().mapToInt(Integer::intValue).toArray();
        int[] sums = new int[BLOCK];
        int best = 0;
        int blocks = creators.size / BLOCK;
        for (int block = 0; block < blocks; block++) {
            int start = block * BLOCK;
            long rows = kernel.codesIn(creators.codes[World.PLATFORMS], start, platforms)
                    & kernel.codesIn(creators.codes[World.FORMATS], start, formats)
                    & ~kernel.codesIn(creators.codes[World.SENSITIVE], start, sensitive)
                    & ~kernel.codesIn(creators.codes[World.MORE_SENSITIVE], start, moreSensitive)
                    & kernel.numbersBetween(
                            creators.numbers[World.FOLLOWERS], start, brief.minFollowers(), brief.maxFollowers() - 1)
                    & kernel.numbersBetween(creators.numbers[World.RATE], start, brief.minRate(), Integer.MAX_VALUE)
                    & kernel.numbersBetween(creators.numbers[World.PRICE], start, 0, brief.maxPrice());
            Arrays.fill(sums, 0);
            for (int column = 0; column < columns.length; column++) {
                kernel.addLinear(sums, columns[column], start, factors[column], 0);
            }
            for (long left = rows & kernel.atLeast(sums, best + 1); left != 0; left &= left - 1) {
                best = Math.max(best, sums[Long.numberOfTrailingZeros(left)]);
            }
        }
        if (best == 0) {
            throw new IllegalStateException("nobody was found");
        }
        return (long) blocks * BLOCK * (4 + columns.length + (long) World.NUMBERS * Integer.BYTES);
    }

    /** The set of all bytes that have one of the bits. */
    private static byte[] bits(int bits) {
        byte[] set = new byte[BLOCK];
        for (int code = 0; code < 256; code++) {
            set[code >>> 3] |= (byte) ((code & bits) != 0 ? 1 << (code & 7) : 0);
        }
        return set;
    }
}

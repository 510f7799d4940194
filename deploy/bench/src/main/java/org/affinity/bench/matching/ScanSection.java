package org.affinity.bench.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.affinity.matching.engine.Kernels;
import org.affinity.matching.engine.domain.columnar.Kernel;

/**
 * How close the engine's loops come to the speed of memory when nothing is passed over: every creator's levels and
 * numbers that a broad brief asks for, without words, beside a plain sum over memory.
 */
final class ScanSection {

    private static final int BLOCK = 64;
    /** Blocks that are gone through column by column. */
    private static final int BLOCKS = 256;

    private static final int ROUNDS = 5;

    private final Creators creators;
    private final List<Brief> briefs;
    private final double bandwidth;
    private final Kernel kernel = Kernels.best();
    private final long[] rows = new long[BLOCKS];
    private final int[][] sums = new int[BLOCKS][BLOCK];

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
        int best = 0;
        int all = creators.size / BLOCK;
        for (int first = 0; first < all; first += BLOCKS) {
            int start = first * BLOCK;
            int blocks = Math.min(BLOCKS, all - first);
            Arrays.fill(rows, -1);
            retain(start, blocks, at -> kernel.codesIn(creators.codes[World.PLATFORMS], at, platforms));
            retain(start, blocks, at -> kernel.codesIn(creators.codes[World.FORMATS], at, formats));
            retain(start, blocks, at -> ~kernel.codesIn(creators.codes[World.SENSITIVE], at, sensitive));
            retain(start, blocks, at -> ~kernel.codesIn(creators.codes[World.MORE_SENSITIVE], at, moreSensitive));
            retain(start, blocks, at -> between(World.FOLLOWERS, at, brief.minFollowers(), brief.maxFollowers() - 1));
            retain(start, blocks, at -> between(World.RATE, at, brief.minRate(), Integer.MAX_VALUE));
            retain(start, blocks, at -> between(World.PRICE, at, 0, brief.maxPrice()));
            for (int[] ofBlock : sums) {
                Arrays.fill(ofBlock, 0);
            }
            for (int column = 0; column < columns.length; column++) {
                for (int block = 0; block < blocks; block++) {
                    kernel.addLinear(sums[block], columns[column], start + block * BLOCK, factors[column], 0);
                }
            }
            for (int block = 0; block < blocks; block++) {
                for (long left = rows[block] & kernel.atLeast(sums[block], best + 1); left != 0; left &= left - 1) {
                    best = Math.max(best, sums[block][Long.numberOfTrailingZeros(left)]);
                }
            }
        }
        if (best == 0) {
            throw new IllegalStateException("nobody was found");
        }
        return (long) all * BLOCK * (4 + columns.length + (long) World.NUMBERS * Integer.BYTES);
    }

    /**
     * Keeps the rows of a run that pass; column by column, as the engine does, so that memory is read in long lines.
     */
    private void retain(int start, int blocks, IntToLongFunction passing) {
        for (int block = 0; block < blocks; block++) {
            rows[block] &= passing.applyAsLong(start + block * BLOCK);
        }
    }

    private long between(int column, int at, int min, int max) {
        return kernel.numbersBetween(creators.numbers[column], at, min, max);
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

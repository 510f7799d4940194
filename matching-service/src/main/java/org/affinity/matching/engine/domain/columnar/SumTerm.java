package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;
import org.affinity.matching.engine.domain.Row;

/** Points by the capped sum of several levels. */
final class SumTerm extends Points {

    private final int[] columns;
    private final int[] points;
    /** The most points of this level and those below. */
    private final int[] mostUpTo;

    private final boolean rises;
    private final Kernel kernel;
    private final int[] levels = new int[Segment.BLOCK];

    SumTerm(int[] columns, int[] points, Kernel kernel) {
        this.columns = columns;
        this.points = points;
        this.kernel = kernel;
        mostUpTo = points.clone();
        for (int level = 1; level < mostUpTo.length; level++) {
            mostUpTo[level] = Math.max(mostUpTo[level - 1], mostUpTo[level]);
        }
        rises = Arrays.equals(mostUpTo, points);
    }

    @Override
    long spread() {
        return spread(points);
    }

    @Override
    int most(Segment segment, int block) {
        int highest = 0;
        int lowest = 0;
        for (int column : columns) {
            int place = column * Segment.BLOCKS + block;
            highest += Math.max(0, (segment.highest[place] & 0xFF) - 1);
            lowest += Math.max(0, (segment.lowest[place] & 0xFF) - 1);
        }
        highest = Math.min(highest, Row.HIGHEST_LEVEL);
        int known = lowest >= highest && !rises ? points[highest] : mostUpTo[highest];
        boolean hasUnknown = segment.lowest[columns[0] * Segment.BLOCKS + block] == 0;
        return hasUnknown ? Math.max(0, known) : known;
    }

    @Override
    void add(Segment segment, int block, long rows, int[] sums) {
        Arrays.fill(levels, 0);
        int common = 0;
        for (int column : columns) {
            int chunk = segment.chunks[column * Segment.BLOCKS + block];
            if (chunk < Segment.CONSTANTS) {
                common += level(chunk);
            } else if (Segment.isSparse(chunk)) {
                common += addSparse(segment.sparse, Segment.offset(chunk));
            } else {
                kernel.addLinear(levels, segment.dense, Segment.offset(chunk), 1, -1, 0);
            }
        }
        boolean hasUnknown = segment.lowest[columns[0] * Segment.BLOCKS + block] == 0;
        for (long left = rows; left != 0; left &= left - 1) {
            int bit = Long.numberOfTrailingZeros(left);
            if (!hasUnknown || segment.code(columns[0], block * Segment.BLOCK + bit) != 0) {
                sums[bit] += points[Math.min(levels[bit] + common, Row.HIGHEST_LEVEL)];
            }
        }
    }

    private int addSparse(byte[] chunk, int offset) {
        int place = offset + SparseChunk.COMMON;
        int common = level(chunk[place] & 0xFF);
        for (long left = SparseChunk.rows(chunk, offset); left != 0; left &= left - 1) {
            levels[Long.numberOfTrailingZeros(left)] += level(chunk[++place] & 0xFF) - common;
        }
        return common;
    }

    private static int level(int stored) {
        return Math.max(0, stored - 1);
    }
}

package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;
import org.affinity.matching.engine.domain.Row;

/** Points by code, most often a straight line over the levels with something else for unknown. */
final class CodeTerm extends Points {

    private static final int CODES = 256;
    /** The highest level as it is stored. */
    private static final int HIGHEST = Row.HIGHEST_LEVEL + 1;

    final int column;
    /** By code, not as it is stored. */
    private final int[] points;

    private final Kernel kernel;
    private final long spread;
    private final boolean isLine;
    private final int factor;
    private final int constant;
    private int[][] highestOfRange;

    CodeTerm(int column, int[] pointsByCode, Kernel kernel) {
        this.column = column;
        this.kernel = kernel;
        points = pointsByCode;
        spread = spread(points);
        factor = points[1] - points[0];
        constant = points[0] - factor;
        int apart = 0;
        for (int level = 0; level < HIGHEST; level++) {
            apart |= points[level] ^ (factor * level + points[0]);
        }
        isLine = apart == 0;
    }

    /** Points of a code as it is stored. */
    int points(int stored) {
        return points[(stored - 1) & (CODES - 1)];
    }

    int factor() {
        return factor;
    }

    int constant() {
        return constant;
    }

    /** Whether points rise with the level in a straight line, and those for unknown are not above those of a level. */
    boolean isLineWithUnknownAtMost(int level) {
        boolean line = isLine && factor >= 0;
        for (int code = HIGHEST + 1; code < CODES && line; code++) {
            line = points(code) <= factor * code + constant;
        }
        return line && points(0) <= factor * (level + 1) + constant;
    }

    @Override
    long spread() {
        return spread;
    }

    @Override
    int most(Segment segment, int block) {
        int place = column * Segment.BLOCKS + block;
        return most(segment.lowest[place] & 0xFF, segment.highest[place] & 0xFF);
    }

    private int most(int lowest, int highest) {
        if (isLine && highest <= HIGHEST && highest > 0) {
            int known = factor * (factor >= 0 ? highest : Math.max(1, lowest)) + constant;
            return lowest == 0 ? Math.max(points(0), known) : known;
        }
        return lowest >= highest ? points(highest) : highestBetween(lowest, highest);
    }

    private int highestBetween(int first, int last) {
        if (highestOfRange == null) {
            highestOfRange = highestOfRanges();
        }
        int power = 31 - Integer.numberOfLeadingZeros(last - first + 1);
        return Math.max(highestOfRange[power][first], highestOfRange[power][last - (1 << power) + 1]);
    }

    /** By power of two, then start: the most points of the 2^power codes from the start on. */
    private int[][] highestOfRanges() {
        int[][] highest = new int[9][];
        highest[0] = new int[CODES];
        Arrays.setAll(highest[0], this::points);
        for (int power = 1; power < highest.length; power++) {
            int[] shorter = highest[power - 1];
            highest[power] = new int[CODES - (1 << power) + 1];
            for (int start = 0; start < highest[power].length; start++) {
                highest[power][start] = Math.max(shorter[start], shorter[start + (1 << (power - 1))]);
            }
        }
        return highest;
    }

    @Override
    void addMost(Segment segment, long[] rows, int offset, int[] bounds) {
        boolean hasUnknown = (segment.presence[column * 4] & 1) != 0;
        boolean hasHigher = segment.presence[column * 4 + 3] >>> (HIGHEST % Long.SIZE) > 1;
        if (isLine && factor >= 0 && !hasUnknown && !hasHigher) {
            kernel.addLinear(bounds, segment.highest, column * Segment.BLOCKS, factor, constant);
        } else {
            super.addMost(segment, rows, offset, bounds);
        }
    }

    @Override
    void add(Segment segment, int block, long rows, int[] sums) {
        int chunk = segment.chunks[column * Segment.BLOCKS + block];
        if (chunk >= Segment.CONSTANTS && !Segment.isSparse(chunk)) {
            addDense(segment, block, Segment.offset(chunk), rows, sums);
            return;
        }
        int common = chunk < Segment.CONSTANTS
                ? points(chunk)
                : addSparse(segment.sparse, Segment.offset(chunk), rows, sums);
        for (int bit = 0; bit < Segment.BLOCK; bit++) {
            sums[bit] += common;
        }
    }

    /** Adds to the given rows of a block what exceptions have beyond the common code; gives what that one brings. */
    int addSparse(byte[] chunk, int offset, long rows, int[] sums) {
        long exceptions = SparseChunk.rows(chunk, offset);
        int common = points(chunk[offset + SparseChunk.COMMON]);
        for (long left = exceptions & rows; left != 0; left &= left - 1) {
            int bit = Long.numberOfTrailingZeros(left);
            sums[bit] += points(chunk[SparseChunk.place(exceptions, offset, bit)]) - common;
        }
        return common;
    }

    void addDense(Segment segment, int block, int offset, long rows, int[] sums) {
        int place = column * Segment.BLOCKS + block;
        byte[] codes = segment.dense;
        if (!isLine || (segment.highest[place] & 0xFF) > HIGHEST) {
            for (long left = rows; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                sums[bit] += points(codes[offset + bit]);
            }
        } else if (segment.lowest[place] == 0) {
            kernel.addLinear(sums, codes, offset, factor, constant, points(0));
        } else {
            kernel.addLinear(sums, codes, offset, factor, constant);
        }
    }
}

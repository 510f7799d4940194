package org.affinity.matching.engine.domain.columnar;

/** Rows whose number lies within limits. */
final class NumberFilter extends Filter {

    /** So many rows are faster looked at one by one than the whole block. */
    private static final int FEW = 6;

    private final int column;
    private final int min;
    private final int max;
    private final Kernel kernel;

    NumberFilter(int column, int min, int max, Kernel kernel) {
        this.column = column;
        this.min = min;
        this.max = max;
        this.kernel = kernel;
    }

    @Override
    Extent extent(Segment segment) {
        return Extent.SOME;
    }

    @Override
    int touch(Segment segment) {
        int sum = 0;
        for (int block = column * Segment.BLOCKS;
                block < (column + 1) * Segment.BLOCKS;
                block += LINE / Integer.BYTES) {
            sum += segment.numberLowest[block] + segment.numberHighest[block];
        }
        return sum;
    }

    @Override
    void retain(Segment segment, long[] rows, int offset) {
        int bounds = column * Segment.BLOCKS;
        int numbers = column * Segment.ROWS;
        for (int block = 0; block < Segment.BLOCKS; block++) {
            if (rows[offset + block] == 0) {
                continue;
            }
            int lowest = segment.numberLowest[bounds + block];
            int highest = segment.numberHighest[bounds + block];
            if (highest < min || lowest > max) {
                rows[offset + block] = 0;
            } else if (lowest < min || highest > max) {
                rows[offset + block] = look(segment.numbers, numbers + block * Segment.BLOCK, rows[offset + block]);
            }
        }
    }

    private long look(int[] numbers, int offset, long rows) {
        if (Long.bitCount(rows) > FEW) {
            return rows & kernel.numbersBetween(numbers, offset, min, max);
        }
        long passed = 0;
        for (long left = rows; left != 0; left &= left - 1) {
            int number = numbers[offset + Long.numberOfTrailingZeros(left)];
            passed |= number >= min && number <= max ? Long.lowestOneBit(left) : 0;
        }
        return passed;
    }
}

package org.affinity.matching.engine.domain.columnar;

/** Rows whose number lies within limits. */
final class NumberFilter extends Filter {

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
                rows[offset + block] &=
                        kernel.numbersBetween(segment.numbers, numbers + block * Segment.BLOCK, min, max);
            }
        }
    }
}

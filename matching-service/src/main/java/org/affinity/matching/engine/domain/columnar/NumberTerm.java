package org.affinity.matching.engine.domain.columnar;

/** Points by number, in steps. */
final class NumberTerm extends Points {

    private final int column;
    private final int[] from;
    private final int[] points;
    /** Whether points never fall from the second on; the first are those of what is below all steps. */
    private final boolean rises;

    NumberTerm(int column, int[] from, int[] points) {
        this.column = column;
        this.from = from;
        this.points = points;
        this.rises = isRising(points);
    }

    private static boolean isRising(int[] points) {
        for (int step = 2; step < points.length; step++) {
            if (points[step] < points[step - 1]) {
                return false;
            }
        }
        return true;
    }

    @Override
    long spread() {
        return spread(points);
    }

    @Override
    int most(Segment segment, int block) {
        int last = step(segment.numberHighest[column * Segment.BLOCKS + block]);
        int lowest = segment.numberLowest[column * Segment.BLOCKS + block];
        if (rises) {
            return from.length > 0 && lowest < from[0] ? Math.max(points[0], points[last]) : points[last];
        }
        int most = points[last];
        for (int step = step(lowest); step < last; step++) {
            most = Math.max(most, points[step]);
        }
        return most;
    }

    @Override
    void add(Segment segment, int block, long rows, int[] sums) {
        int start = column * Segment.ROWS + block * Segment.BLOCK;
        for (long left = rows; left != 0; left &= left - 1) {
            int bit = Long.numberOfTrailingZeros(left);
            sums[bit] += points[step(segment.numbers[start + bit])];
        }
    }

    /**
     * How many steps begin at the number or before. Which half a number is in cannot be foreseen, so nothing branches.
     */
    private int step(int number) {
        int step = 0;
        int length = from.length;
        while (length > 1) {
            int half = length >>> 1;
            step += from[step + half - 1] <= number ? half : 0;
            length -= half;
        }
        return length == 1 && from[step] <= number ? step + 1 : step;
    }
}

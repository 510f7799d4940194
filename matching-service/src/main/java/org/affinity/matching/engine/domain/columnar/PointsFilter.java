package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;

/** Rows to which a term gives enough points; looked at one by one, as rules of this kind are rare. */
final class PointsFilter extends Filter {

    private final Points points;
    private final int least;
    private final Kernel kernel;
    private final int[] sums = new int[Segment.BLOCK];
    private final int[] bounds = new int[Segment.BLOCKS];

    PointsFilter(Points points, int least, Kernel kernel) {
        this.points = points;
        this.least = least;
        this.kernel = kernel;
    }

    @Override
    Extent extent(Segment segment) {
        return Extent.SOME;
    }

    @Override
    void retain(Segment segment, long[] rows, int offset) {
        points.prepare(segment, bounds, 0);
        for (int block = 0; block < Segment.BLOCKS; block++) {
            if (rows[offset + block] != 0) {
                Arrays.fill(sums, 0);
                points.add(segment, block, rows[offset + block], sums);
                rows[offset + block] &= kernel.atLeast(sums, least);
            }
        }
    }
}

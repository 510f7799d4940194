package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;

/** Rows for which a term gives enough points. */
final class AtLeastFilter extends Filter {

    private final Points term;
    private final int points;
    private final Kernel kernel;
    private final int[] sums = new int[Segment.BLOCK];

    AtLeastFilter(Points term, int points, Kernel kernel) {
        this.term = term;
        this.points = points;
        this.kernel = kernel;
    }

    @Override
    Extent extent(Segment segment) {
        return Extent.SOME;
    }

    @Override
    void retain(Segment segment, long[] rows, int offset) {
        term.prepare(segment);
        for (int block = 0; block < Segment.BLOCKS; block++) {
            long left = rows[offset + block];
            if (left == 0) {
                continue;
            }
            if (term.most(segment, block) < points) {
                rows[offset + block] = 0;
                continue;
            }
            Arrays.fill(sums, 0);
            term.add(segment, block, left, sums);
            rows[offset + block] = left & kernel.atLeast(sums, points);
        }
    }
}

package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Scores blocks, and stops as soon as no row can reach the threshold any more: what costs nothing first, then the terms
 * that differ most.
 */
final class BlockScorer {

    /** Terms added between two looks at whether any row is left. */
    private static final int STRIDE = 3;

    private final Kernel kernel;
    private final CodeTerm[] codes;
    private final Points[] others;
    private final int[] sums = new int[Segment.BLOCK];
    /** Terms of the block at hand that remain to be added, the bound of each, and where their codes are. */
    private final Points[] pending;

    private final int[] pendingMost;
    private final int[] pendingOffset;
    /** What every row has. */
    private int common;

    BlockScorer(List<Points> terms, Kernel kernel) {
        this.kernel = kernel;
        Comparator<Points> widestFirst = Comparator.comparingLong((Points term) -> (long) term.least() - term.most());
        codes = terms.stream()
                .filter(CodeTerm.class::isInstance)
                .sorted(widestFirst)
                .toArray(CodeTerm[]::new);
        others = terms.stream()
                .filter(term -> !(term instanceof CodeTerm))
                .sorted(widestFirst)
                .toArray(Points[]::new);
        pending = new Points[terms.size()];
        pendingMost = new int[terms.size()];
        pendingOffset = new int[terms.size()];
    }

    /** Those of the rows that reach the threshold; {@link Integer#MIN_VALUE} for no threshold. */
    long score(Segment segment, int block, long rows, int threshold) {
        Arrays.fill(sums, 0);
        common = 0;
        int count = 0;
        int start = block * segment.columns;
        long remaining = 0;
        for (CodeTerm term : codes) {
            int chunk = segment.directory[start + term.column];
            if (chunk < Segment.CONSTANTS) {
                common += term.points[chunk];
            } else if (Segment.isSparse(chunk)) {
                common += term.addSparse(segment.sparse, Segment.offset(chunk), sums);
            } else {
                pending[count] = term;
                pendingMost[count] = term.most(segment, block);
                pendingOffset[count] = Segment.offset(chunk);
                remaining += pendingMost[count++];
            }
        }
        for (Points term : others) {
            pending[count] = term;
            pendingMost[count] = term.most(segment, block);
            remaining += pendingMost[count++];
        }
        long left = reaching(rows, threshold, remaining);
        for (int i = 0; i < count && left != 0; i++) {
            if (pending[i] instanceof CodeTerm code) {
                code.addDense(segment, block, pendingOffset[i], left, sums);
            } else {
                pending[i].add(segment, block, left, sums);
            }
            remaining -= pendingMost[i];
            if (i % STRIDE == STRIDE - 1 || i == count - 1) {
                left = reaching(left, threshold, remaining);
            }
        }
        return left;
    }

    /** The points of a row of the block that was scored, if it is one that reached the threshold. */
    int points(int bit) {
        return sums[bit] + common;
    }

    private long reaching(long rows, int threshold, long remaining) {
        if (threshold == Integer.MIN_VALUE) {
            return rows;
        }
        long needed = threshold - remaining - common;
        return rows & kernel.atLeast(sums, Math.clamp(needed, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
}

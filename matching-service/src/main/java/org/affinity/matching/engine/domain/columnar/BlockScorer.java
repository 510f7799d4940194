package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Scores blocks term by term, and stops as soon as no row can reach the threshold any more: terms that are bounded one
 * by one come first, those that differ most at the head; then those that are bounded together; then what is dear to
 * add.
 */
final class BlockScorer {

    /** Terms added between two looks at whether any row is left. */
    private static final int STRIDE = 3;

    private final Kernel kernel;
    private final Points[] terms;
    /** Where terms that are bounded together begin and end. */
    private final int firstQuality;

    private final int lastQuality;
    private final List<QualityBound> qualities;
    private final int[] sums = new int[Segment.BLOCK];
    /** Of the segment prepared, by term, then block: what no row exceeds. */
    private final int[][] most;
    /** By block: the same for all qualities together. */
    private final int[] mostOfQualities = new int[Segment.BLOCKS];
    /** By block: the same for all terms. */
    private final int[] mostOfAll = new int[Segment.BLOCKS];
    /** What every row has. */
    private int common;

    /** Of qualities there are none or one. */
    BlockScorer(List<Points> terms, List<QualityBound> qualities, Kernel kernel) {
        this.kernel = kernel;
        this.qualities = qualities;
        Comparator<Points> order = Comparator.<Points>comparingInt(term -> rank(term, qualities))
                .thenComparing(Comparator.<Points>comparingLong(Points::spread).reversed());
        this.terms = terms.stream().sorted(order).toArray(Points[]::new);
        firstQuality =
                (int) terms.stream().filter(term -> rank(term, qualities) < 1).count();
        lastQuality =
                (int) terms.stream().filter(term -> rank(term, qualities) < 2).count();
        most = new int[terms.size()][Segment.BLOCKS];
    }

    private static int rank(Points term, List<QualityBound> qualities) {
        if (!(term instanceof CodeTerm)) {
            return 2;
        }
        return qualities.stream().anyMatch(quality -> quality.covers(term)) ? 1 : 0;
    }

    /** Makes terms and bounds ready for the blocks of a segment that have rows. */
    void prepare(Segment segment, long[] rows, int offset) {
        Arrays.fill(mostOfAll, 0);
        Arrays.fill(mostOfQualities, 0);
        for (QualityBound quality : qualities) {
            quality.addMost(segment, mostOfQualities);
        }
        for (int i = 0; i < terms.length; i++) {
            terms[i].prepare(segment);
            Arrays.fill(most[i], 0);
            terms[i].addMost(segment, rows, offset, most[i]);
            boolean isQuality = i >= firstQuality && i < lastQuality;
            for (int block = 0; block < Segment.BLOCKS; block++) {
                mostOfAll[block] += isQuality ? 0 : most[i][block];
            }
        }
        for (int block = 0; block < Segment.BLOCKS; block++) {
            mostOfAll[block] += mostOfQualities[block];
        }
    }

    /** What no row of a block of the segment prepared exceeds. */
    int most(int block) {
        return mostOfAll[block];
    }

    /** Those of the rows that reach the threshold; {@link Integer#MIN_VALUE} for no threshold. */
    long score(Segment segment, int block, long rows, int threshold) {
        Arrays.fill(sums, 0);
        common = 0;
        long remaining = mostOfAll[block];
        long left = rows;
        int added = 0;
        for (int i = 0; i < terms.length; i++) {
            if (i == firstQuality) {
                remaining += apart(block);
            }
            remaining -= most[i][block];
            if (add(terms[i], segment, block, left)) {
                added++;
            }
            if (added == STRIDE || i == terms.length - 1) {
                added = 0;
                left = reaching(left, threshold, remaining);
                if (left == 0) {
                    return 0;
                }
            }
        }
        return left;
    }

    /** How much more the qualities are bounded by one by one than together. */
    private int apart(int block) {
        int apart = -mostOfQualities[block];
        for (int i = firstQuality; i < lastQuality; i++) {
            apart += most[i][block];
        }
        return apart;
    }

    /** False when it was the same for all rows. */
    private boolean add(Points term, Segment segment, int block, long rows) {
        if (!(term instanceof CodeTerm code)) {
            term.add(segment, block, rows, sums);
            return true;
        }
        int chunk = segment.chunks[code.column * Segment.BLOCKS + block];
        if (chunk < Segment.CONSTANTS) {
            common += code.points[chunk];
            return false;
        }
        if (Segment.isSparse(chunk)) {
            common += code.addSparse(segment.sparse, Segment.offset(chunk), sums);
        } else {
            code.addDense(segment, block, Segment.offset(chunk), rows, sums);
        }
        return true;
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

package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;
import java.util.List;

/**
 * Scores blocks term by term, and stops as soon as no row can reach the threshold any more: terms that are bounded one
 * by one come first, those that differ most at the head; then those that are bounded together; then what is dear to
 * add.
 *
 * <p>Several blocks are scored side by side: what a term has of them lies close together, and while memory brings it
 * for one block, another is added up.
 */
final class BlockScorer {

    /** Blocks that are scored side by side. */
    static final int BATCH = 8;

    private static final int RANKS = 3;

    /** Terms added between two looks at whether any row is left. */
    private static final int STRIDE = 3;

    private final Kernel kernel;
    private final Points[] terms;
    /** Where terms that are bounded together begin and end. */
    private final int firstQuality;

    private final int lastQuality;
    private final List<QualityBound> qualities;
    /** Of the segment prepared, by term, then block: what no row exceeds. */
    private final int[][] most;
    /** By block: the same for all qualities together. */
    private final int[] mostOfQualities = new int[Segment.BLOCKS];
    /** By block: the same for all terms. */
    private final int[] mostOfAll = new int[Segment.BLOCKS];

    /** Blocks of the batch, and sums of their rows. */
    private final int[] batch;

    private final int[][] sums;
    /** By place in the batch: what every row has, what the terms to come bring at most, and rows that may reach it. */
    private final int[] common = new int[BATCH];

    private final long[] remaining = new long[BATCH];
    private final long[] reaching = new long[BATCH];
    /** Places of the batch with rows that may reach the threshold. */
    private final int[] active = new int[BATCH];

    /** Of qualities there are none or one. */
    BlockScorer(List<Points> terms, List<QualityBound> qualities, Kernel kernel, Workspace workspace) {
        this.kernel = kernel;
        this.qualities = qualities;
        int[] starts = new int[RANKS + 1];
        long[] order = new long[terms.size()];
        for (int i = 0; i < order.length; i++) {
            int rank = rank(terms.get(i), qualities);
            starts[rank + 1]++;
            // By rank, then the widest spread, then place.
            order[i] = ((((long) rank << 40) - terms.get(i).spread()) << 20) | i;
        }
        Arrays.sort(order);
        this.terms = new Points[order.length];
        for (int i = 0; i < order.length; i++) {
            this.terms[i] = terms.get((int) order[i] & 0xFFFFF);
        }
        firstQuality = starts[1];
        lastQuality = starts[1] + starts[2];
        most = workspace.most(terms.size());
        batch = workspace.batch;
        sums = workspace.sums;
    }

    private static int rank(Points term, List<QualityBound> qualities) {
        if (!(term instanceof CodeTerm)) {
            return 2;
        }
        return !qualities.isEmpty() && qualities.getFirst().covers(term) ? 1 : 0;
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

    /**
     * Scores the first so many blocks of the batch in the workspace.
     *
     * @param rows by block from the offset on: those that count
     * @param threshold {@link Integer#MIN_VALUE} for none
     */
    void score(Segment segment, int count, long[] rows, int offset, int threshold) {
        for (int place = 0; place < count; place++) {
            Arrays.fill(sums[place], 0);
            common[place] = 0;
            remaining[place] = mostOfAll[batch[place]];
            reaching[place] = rows[offset + batch[place]];
            active[place] = place;
        }
        int left = count;
        for (int term = 0; term < terms.length && left > 0; term++) {
            for (int i = 0; i < left; i++) {
                int place = active[i];
                remaining[place] -= most[term][batch[place]] - (term == firstQuality ? apart(batch[place]) : 0);
                add(terms[term], segment, place);
            }
            if (term % STRIDE == STRIDE - 1 || term == terms.length - 1) {
                left = stillActive(left, threshold);
            }
        }
    }

    /** How much more the qualities are bounded by one by one than together. */
    private int apart(int block) {
        int apart = -mostOfQualities[block];
        for (int i = firstQuality; i < lastQuality; i++) {
            apart += most[i][block];
        }
        return apart;
    }

    private void add(Points term, Segment segment, int place) {
        int block = batch[place];
        if (!(term instanceof CodeTerm code)) {
            term.add(segment, block, reaching[place], sums[place]);
            return;
        }
        int chunk = segment.chunks[code.column * Segment.BLOCKS + block];
        if (chunk < Segment.CONSTANTS) {
            common[place] += code.points(chunk);
        } else if (Segment.isSparse(chunk)) {
            common[place] += code.addSparse(segment.sparse, Segment.offset(chunk), sums[place]);
        } else {
            code.addDense(segment, block, Segment.offset(chunk), reaching[place], sums[place]);
        }
    }

    /** Keeps the places with rows that may still reach the threshold; gives their number. */
    private int stillActive(int count, int threshold) {
        if (threshold == Integer.MIN_VALUE) {
            return count;
        }
        int left = 0;
        for (int i = 0; i < count; i++) {
            int place = active[i];
            long needed = threshold - remaining[place] - common[place];
            reaching[place] &= kernel.atLeast(sums[place], Math.clamp(needed, Integer.MIN_VALUE, Integer.MAX_VALUE));
            if (reaching[place] != 0) {
                active[left++] = place;
            }
        }
        return left;
    }

    /** The rows of a block of the batch that reach the threshold. */
    long reaching(int place) {
        return reaching[place];
    }

    /** The points of a row that reaches the threshold. */
    int points(int place, int bit) {
        return sums[place][bit] + common[place];
    }
}

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
    /** Of the segment prepared, by block: what no row exceeds. */
    private final int[] bounds;

    /** Blocks of the batch, and sums of their rows. */
    private final int[] batch;

    private final int[][] sums;
    /** By place in the batch: what every row has, what the terms to come bring at most, and rows that may reach it. */
    private final int[] common = new int[BATCH];

    private final long[] remaining = new long[BATCH];
    private final long[] reaching = new long[BATCH];
    /** Places of the batch with rows that may reach the threshold. */
    private final int[] active = new int[BATCH];

    /** Chunks of the terms that are added next. */
    private final int[] ahead = new int[STRIDE * BATCH];
    /** What was read only for memory to bring it; kept, lest the compiler leaves the reads out. */
    @SuppressWarnings("UnusedVariable")
    private int touched;

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
        bounds = workspace.bounds;
        batch = workspace.batch;
        sums = workspace.sums;
    }

    private static int rank(Points term, List<QualityBound> qualities) {
        if (!(term instanceof CodeTerm)) {
            return 2;
        }
        return !qualities.isEmpty() && qualities.getFirst().covers(term) ? 1 : 0;
    }

    /**
     * Makes terms and bounds ready for the blocks of a segment that have rows.
     *
     * @param most by block from the offset on: the sum of what the terms and the qualities added as their most
     */
    void prepare(Segment segment, int[] most, int offset) {
        System.arraycopy(most, offset, bounds, 0, Segment.BLOCKS);
        for (Points term : terms) {
            term.prepare(segment, bounds);
        }
    }

    /** What no row of a block of the segment prepared exceeds. */
    int most(int block) {
        return bounds[block];
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
            remaining[place] = bounds[batch[place]];
            reaching[place] = rows[offset + batch[place]];
            active[place] = place;
        }
        int left = count;
        for (int first = 0; first < terms.length && left > 0; first += STRIDE) {
            int end = Math.min(first + STRIDE, terms.length);
            touch(segment, first, end, left);
            for (int term = first; term < end; term++) {
                for (int i = 0; i < left; i++) {
                    int place = active[i];
                    int apart = term == firstQuality ? apart(segment, batch[place]) : 0;
                    remaining[place] += apart - terms[term].most(segment, batch[place]);
                    add(terms[term], segment, place);
                }
            }
            left = stillActive(left, threshold);
        }
    }

    /**
     * Reads a little of what is about to be added. Nothing here waits for anything else, so memory brings it all at
     * once; when it is added each part would have to be there before the next is asked for.
     */
    private void touch(Segment segment, int first, int end, int left) {
        int count = 0;
        int sum = 0;
        for (int term = first; term < end; term++) {
            if (terms[term] instanceof CodeTerm code) {
                int column = code.column * Segment.BLOCKS;
                for (int i = 0; i < left; i++) {
                    int place = column + batch[active[i]];
                    ahead[count++] = segment.chunks[place];
                    sum += segment.lowest[place] + segment.highest[place];
                }
            }
        }
        for (int i = 0; i < count; i++) {
            int chunk = ahead[i];
            if (chunk >= Segment.CONSTANTS) {
                int offset = Segment.offset(chunk);
                sum += Segment.isSparse(chunk)
                        ? segment.sparse[offset] + segment.sparse[offset + SparseChunk.BYTES - 1]
                        : segment.dense[offset] + segment.dense[offset + Segment.BLOCK - 1];
            }
        }
        touched = sum;
    }

    /** How much more the qualities are bounded by one by one than together. */
    private int apart(Segment segment, int block) {
        int apart = 0;
        for (QualityBound quality : qualities) {
            apart -= quality.most(segment, block);
        }
        for (int i = firstQuality; i < lastQuality; i++) {
            apart += terms[i].most(segment, block);
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
            common[place] += code.addSparse(segment.sparse, Segment.offset(chunk), reaching[place], sums[place]);
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

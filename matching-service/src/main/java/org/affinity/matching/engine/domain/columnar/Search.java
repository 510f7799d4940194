package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.affinity.matching.engine.domain.Answer;
import org.affinity.matching.engine.domain.Plan;

/**
 * One search over segments: first the eligible rows of each segment with what their blocks can reach at most, then the
 * blocks that can still be among the best, from the most promising segment on.
 *
 * <p>A segment is read again when it was written meanwhile. What was found is kept block by block, so each hit is as
 * its entry was at one moment of the search.
 */
final class Search {

    /** After so many failures in a row the writers are kept out for the time it takes to read a segment. */
    private static final int PATIENCE = 32;

    private static final int ENTRIES = 0;
    private static final int ELIGIBLE = 1;
    private static final int REJECTED = 2;

    private final Segment[] segments;
    private final Plan plan;
    private final Filter[] rules;
    private final Points[] terms;
    /** Bounds terms together; empty or one. */
    private final List<QualityBound> qualities;
    /** Terms that are bounded one by one. */
    private final Points[] bounded;

    private final BlockScorer scorer;
    private final Found top;
    private final Scratch scratch;
    private final Lock writing;
    private final int width;

    /** Nothing is found when the plan's k is 0. */
    Search(Plan plan, Columns columns, Layout layout, Kernel kernel, Scratch scratch, Lock writing, Found top) {
        segments = columns.segments();
        this.plan = plan;
        this.scratch = scratch;
        this.writing = writing;
        rules = plan.rules().stream()
                .map(rule -> Filter.of(rule, columns, kernel))
                .toArray(Filter[]::new);
        terms = plan.terms().stream()
                .map(term -> Points.of(term, columns.dictionary(), kernel))
                .toArray(Points[]::new);
        qualities = QualityBound.of(layout, columns.qualityColumn(), List.of(terms), kernel);
        scorer = new BlockScorer(List.of(terms), qualities, kernel);
        bounded = Arrays.stream(terms)
                .filter(term -> qualities.stream().noneMatch(quality -> quality.covers(term)))
                .toArray(Points[]::new);
        this.top = top;
        width = rules.length + REJECTED;
    }

    Answer run() {
        scratch.reserve(segments.length, rules.length);
        int promising = 0;
        for (int index = 0; index < segments.length; index++) {
            evaluate(index);
            if (plan.k() > 0 && scratch.counts[index * width + ELIGIBLE] > 0) {
                // Ascending by this: the highest bound first, then the place.
                scratch.order[promising++] = ((long) ~scratch.highest[index] << 32) | index;
            }
        }
        Arrays.sort(scratch.order, 0, promising);
        for (int i = 0; i < promising; i++) {
            int index = (int) scratch.order[i];
            if (scratch.highest[index] >= top.threshold()) {
                visit(index);
            }
        }
        return answer();
    }

    private Answer answer() {
        int entries = 0;
        int eligible = 0;
        int[] rejected = new int[rules.length];
        for (int index = 0; index < segments.length; index++) {
            entries += scratch.counts[index * width + ENTRIES];
            eligible += scratch.counts[index * width + ELIGIBLE];
            for (int rule = 0; rule < rejected.length; rule++) {
                rejected[rule] += scratch.counts[index * width + REJECTED + rule];
            }
        }
        return new Answer(entries, eligible, rejected, top.best());
    }

    /** Finds eligible rows, counts and bounds of a segment, all as they were at one moment. */
    private void evaluate(int index) {
        Segment segment = segments[index];
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            int sequence = segment.sequence();
            if ((sequence & 1) == 0 && tryToEvaluate(index, segment, sequence)) {
                return;
            }
            Thread.onSpinWait();
        }
        writing.lock();
        try {
            tryToEvaluate(index, segment, segment.sequence());
        } finally {
            writing.unlock();
        }
    }

    private boolean tryToEvaluate(int index, Segment segment, int sequence) {
        try {
            filter(index, segment);
            scratch.sequences[index] = sequence;
            return segment.isAt(sequence);
        } catch (IndexOutOfBoundsException | NullPointerException e) {
            return isTorn(segment, sequence, e);
        }
    }

    /** A half-written segment may lead anywhere; one that was not written may not. */
    private static boolean isTorn(Segment segment, int sequence, RuntimeException e) {
        if (segment.isAt(sequence)) {
            throw e;
        }
        return false;
    }

    private void filter(int index, Segment segment) {
        int offset = index * Segment.BLOCKS;
        int counts = index * width;
        Arrays.fill(scratch.counts, counts, counts + width, 0);
        scratch.counts[counts + ENTRIES] = segment.entries;
        int left = segment.entries;
        System.arraycopy(segment.live, 0, scratch.rows, offset, Segment.BLOCKS);
        for (int rule = 0; rule < rules.length && left > 0; rule++) {
            Filter.Extent extent = rules[rule].extent(segment);
            if (extent == Filter.Extent.ALL) {
                continue;
            }
            int passed = 0;
            if (extent == Filter.Extent.SOME) {
                rules[rule].retain(segment, scratch.rows, offset);
                for (int block = 0; block < Segment.BLOCKS; block++) {
                    passed += segment.entriesAmong(scratch.rows[offset + block], block);
                }
            }
            scratch.counts[counts + REJECTED + rule] = left - passed;
            left = passed;
        }
        scratch.counts[counts + ELIGIBLE] = left;
        if (left > 0 && plan.k() > 0) {
            bound(index, segment);
        }
    }

    private void bound(int index, Segment segment) {
        int offset = index * Segment.BLOCKS;
        int[] bounds = scratch.blockBounds;
        Arrays.fill(bounds, 0);
        for (Points term : bounded) {
            term.forget();
            term.addMost(segment, scratch.rows, offset, bounds);
        }
        for (QualityBound quality : qualities) {
            quality.addMost(segment, bounds);
        }
        int highest = Integer.MIN_VALUE;
        for (int block = 0; block < Segment.BLOCKS; block++) {
            if (scratch.rows[offset + block] != 0) {
                highest = Math.max(highest, bounds[block]);
            }
        }
        scratch.highest[index] = highest;
    }

    private void visit(int index) {
        boolean isReady = makeReady(index);
        int failures = 0;
        for (int block = 0; block < Segment.BLOCKS; block++) {
            if (!isReady || failures > PATIENCE) {
                visitAlone(index, block);
                return;
            }
            if (!isPromising(index, block)) {
                continue;
            }
            int found = tryToScore(index, block);
            if (found >= 0) {
                keep(found);
                failures = 0;
            } else {
                failures++;
                block--;
                evaluate(index);
                isReady = makeReady(index);
            }
        }
    }

    private boolean isPromising(int index, int block) {
        return scratch.rows[index * Segment.BLOCKS + block] != 0 && scorer.most(block) >= top.threshold();
    }

    private void keep(int found) {
        for (int i = 0; i < found; i++) {
            top.offer(scratch.points[i], scratch.idHigh[i], scratch.idLow[i], scratch.places[i]);
        }
    }

    /**
     * Prepares the terms for a segment as it was when it was evaluated, or evaluates it again; false when it never is.
     */
    private boolean makeReady(int index) {
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            if (tryToPrepare(index)) {
                return true;
            }
            evaluate(index);
        }
        return false;
    }

    private boolean tryToPrepare(int index) {
        Segment segment = segments[index];
        try {
            scorer.prepare(segment, scratch.rows, index * Segment.BLOCKS);
            return segment.isAt(scratch.sequences[index]);
        } catch (IndexOutOfBoundsException | NullPointerException e) {
            return isTorn(segment, scratch.sequences[index], e);
        }
    }

    /** Reads the rest of a segment with the writers kept out. */
    private void visitAlone(int index, int firstBlock) {
        writing.lock();
        try {
            tryToEvaluate(index, segments[index], segments[index].sequence());
            tryToPrepare(index);
            for (int block = firstBlock; block < Segment.BLOCKS; block++) {
                if (isPromising(index, block)) {
                    keep(tryToScore(index, block));
                }
            }
        } finally {
            writing.unlock();
        }
    }

    /** How many entries of a block are put into the scratch; negative when the segment was written meanwhile. */
    private int tryToScore(int index, int block) {
        Segment segment = segments[index];
        int sequence = scratch.sequences[index];
        try {
            long rows = scratch.rows[index * Segment.BLOCKS + block];
            long reaching = scorer.score(segment, block, rows, top.threshold());
            int found = reaching == 0 ? 0 : collect(segment, block, reaching);
            return segment.isAt(sequence) ? found : -1;
        } catch (IndexOutOfBoundsException | NullPointerException e) {
            isTorn(segment, sequence, e);
            return -1;
        }
    }

    /** The best row of each entry. */
    private int collect(Segment segment, int block, long reaching) {
        int found = 0;
        long left = reaching;
        while (left != 0) {
            int bit = Long.numberOfTrailingZeros(left);
            int row = block * Segment.BLOCK + bit;
            int best = bit;
            long ofEntry = left & (-1L >>> (Segment.BLOCK - 1 - segment.lastRow(row) % Segment.BLOCK));
            left &= ~ofEntry;
            for (long others = ofEntry & (ofEntry - 1); others != 0; others &= others - 1) {
                int other = Long.numberOfTrailingZeros(others);
                best = scorer.points(other) > scorer.points(best) ? other : best;
            }
            scratch.points[found] = scorer.points(best);
            scratch.idHigh[found] = segment.idHigh[row];
            scratch.idLow[found] = segment.idLow[row];
            scratch.places[found++] = best - segment.firstRow(row) % Segment.BLOCK;
        }
        return found;
    }
}

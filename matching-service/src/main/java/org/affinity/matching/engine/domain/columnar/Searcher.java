package org.affinity.matching.engine.domain.columnar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.affinity.matching.engine.domain.Term;

/**
 * One thread's part of a search.
 *
 * <p>A segment is read again when it was written meanwhile. What was found is kept block by block, so each hit is as
 * its entry was at one moment of the search.
 */
final class Searcher {

    /** After so many failures in a row the writers are kept out for the time it takes to read a segment. */
    private static final int PATIENCE = 32;

    private final Segment[] segments;
    private final boolean wantsHits;
    private final SegmentFilter filter;
    /** Bounds terms together; empty or one. */
    private final List<QualityBound> qualities;
    /** Terms that are bounded one by one. */
    private final Points[] bounded;

    private final BlockScorer scorer;
    private final Found top;
    private final Scratch scratch;
    private final Workspace workspace;
    private final Lock writing;

    Searcher(Search search) {
        segments = search.segments;
        wantsHits = search.plan.k() > 0;
        scratch = search.scratch;
        workspace = scratch.take();
        writing = search.writing;
        top = search.top;
        filter = new SegmentFilter(search.plan.rules(), search.columns, search.kernel, scratch);
        List<Points> terms = new ArrayList<>(search.plan.terms().size());
        for (Term term : search.plan.terms()) {
            terms.add(Points.of(term, search.columns.dictionary(), search.kernel));
        }
        qualities = QualityBound.of(search.layout, search.columns.qualityColumn(), terms, search.kernel);
        scorer = new BlockScorer(terms, qualities, search.kernel, workspace);
        bounded = terms.stream()
                .filter(term -> qualities.stream().noneMatch(quality -> quality.covers(term)))
                .toArray(Points[]::new);
    }

    /** Blocks that were looked at for rules so far. */
    long looked() {
        return filter.looked();
    }

    /** Nothing more is to be done. */
    void close() {
        scratch.giveBack(workspace);
    }

    /** Finds eligible rows, counts and bounds of a segment, all as they were at one moment. */
    void evaluate(int index) {
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
            if (filter.run(index, segment) > 0 && wantsHits) {
                bound(index, segment);
            }
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

    private void bound(int index, Segment segment) {
        int offset = index * Segment.BLOCKS;
        int[] bounds = workspace.bounds;
        Arrays.fill(bounds, 0);
        for (Points term : bounded) {
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
        System.arraycopy(bounds, 0, scratch.bounds, offset, Segment.BLOCKS);
        scratch.highest[index] = highest;
    }

    /** Keeps what is among the best in a segment that was evaluated. */
    void visit(int index) {
        if (scratch.highest[index] < top.threshold()) {
            return;
        }
        boolean isReady = makeReady(index);
        int failures = 0;
        for (int block = 0; block < Segment.BLOCKS; ) {
            if (!isReady || failures > PATIENCE) {
                visitAlone(index, block);
                return;
            }
            int next = visitSome(index, block);
            if (next > block) {
                failures = 0;
                block = next;
            } else {
                failures++;
                evaluate(index);
                isReady = makeReady(index);
            }
        }
    }

    /** Scores some promising blocks from one on; gives the first that was not looked at. */
    private int visitSome(int index, int first) {
        if (scratch.counts.eligible(index) == 0) {
            return Segment.BLOCKS;
        }
        int threshold = top.threshold();
        int count = 0;
        int next = first;
        for (; next < Segment.BLOCKS && count < BlockScorer.BATCH; next++) {
            if (scratch.rows[index * Segment.BLOCKS + next] != 0 && scorer.most(next) >= threshold) {
                workspace.batch[count++] = next;
            }
        }
        if (count == 0) {
            return next;
        }
        Segment segment = segments[index];
        int sequence = scratch.sequences[index];
        int done = first;
        try {
            scorer.score(segment, count, scratch.rows, index * Segment.BLOCKS, threshold);
            for (int place = 0; place < count; place++) {
                int found = scorer.reaching(place) == 0 ? 0 : collect(segment, place);
                if (!segment.isAt(sequence)) {
                    return done;
                }
                top.offer(found, workspace);
                done = workspace.batch[place] + 1;
            }
            return next;
        } catch (IndexOutOfBoundsException | NullPointerException e) {
            isTorn(segment, sequence, e);
            return done;
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
            scorer.prepare(segment, scratch.bounds, index * Segment.BLOCKS);
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
            for (int block = firstBlock; block < Segment.BLOCKS; ) {
                block = visitSome(index, block);
            }
        } finally {
            writing.unlock();
        }
    }

    /** The best row of each entry of a block that was scored, if it still reaches the threshold; gives their number. */
    private int collect(Segment segment, int place) {
        int block = workspace.batch[place];
        int threshold = top.threshold();
        int found = 0;
        long left = scorer.reaching(place);
        while (left != 0) {
            int bit = Long.numberOfTrailingZeros(left);
            int row = block * Segment.BLOCK + bit;
            int best = bit;
            long ofEntry = left & (-1L >>> (Segment.BLOCK - 1 - segment.lastRow(row) % Segment.BLOCK));
            left &= ~ofEntry;
            for (long others = ofEntry & (ofEntry - 1); others != 0; others &= others - 1) {
                int other = Long.numberOfTrailingZeros(others);
                best = scorer.points(place, other) > scorer.points(place, best) ? other : best;
            }
            if (scorer.points(place, best) < threshold) {
                continue;
            }
            workspace.points[found] = scorer.points(place, best);
            workspace.idHigh[found] = segment.identities.high(row);
            workspace.idLow[found] = segment.identities.low(row);
            workspace.versions[found] = segment.identities.version(row);
            workspace.places[found++] = best - segment.firstRow(row) % Segment.BLOCK;
        }
        return found;
    }
}

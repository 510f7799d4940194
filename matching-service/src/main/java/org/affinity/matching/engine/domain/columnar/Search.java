package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.function.ObjIntConsumer;
import java.util.function.ToLongFunction;
import org.affinity.matching.engine.domain.Answer;
import org.affinity.matching.engine.domain.Plan;

/**
 * One search over segments: first the eligible rows of each segment with what their blocks can reach at most, then the
 * blocks that can still be among the best, from the most promising segment on. Segments are independent of each other,
 * so other threads join where much is left to do; all share the hits, and so the threshold.
 */
final class Search {

    /** Scoring a block takes as long as looking at so many blocks for a rule. */
    private static final int SCORING = 16;

    final Plan plan;
    final Columns columns;
    final Segment[] segments;
    final Layout layout;
    final Kernel kernel;
    final Scratch scratch;
    final Lock writing;
    final Found top;

    private final Processors processors;
    private final Searcher own;
    /** Of the other threads, while they have nothing to do. */
    private final Queue<Searcher> others = new ConcurrentLinkedQueue<>();

    /** Nothing is found when the plan's k is 0. */
    Search(
            Plan plan,
            Columns columns,
            Layout layout,
            Kernel kernel,
            Scratch scratch,
            Lock writing,
            Processors processors,
            Found top) {
        this.plan = plan;
        this.columns = columns;
        segments = columns.segments();
        this.layout = layout;
        this.kernel = kernel;
        this.scratch = scratch;
        this.writing = writing;
        this.processors = processors;
        scratch.reserve(segments.length, plan.rules().size());
        this.top = top;
        own = new Searcher(this);
    }

    Answer run() {
        work(new Phase(segments.length), phase -> own.looked() * phase.left() / phase.taken(), Searcher::evaluate);
        int promising = order();
        long candidates = 0;
        for (int place = 0; place < promising; place++) {
            candidates += scratch.counts.candidates((int) scratch.order[place]);
        }
        long scoring = candidates * SCORING;
        work(new Phase(promising), _ -> scoring, (searcher, place) -> searcher.visit((int) scratch.order[place]));
        own.close();
        others.forEach(Searcher::close);
        return scratch.counts.answer(segments.length, top.best());
    }

    /** Takes piece after piece, together with other threads as soon as much seems left. */
    private void work(Phase phase, ToLongFunction<Phase> left, ObjIntConsumer<Searcher> work) {
        boolean isShared = false;
        try {
            for (int piece = phase.take(); piece >= 0; piece = phase.take()) {
                if (!isShared && left.applyAsLong(phase) >= processors.leastWork()) {
                    isShared = true;
                    processors.share(() -> phase.join(() -> assist(phase, work)));
                }
                work.accept(own, piece);
            }
        } finally {
            if (phase.end()) {
                processors.pause();
            }
        }
    }

    private void assist(Phase phase, ObjIntConsumer<Searcher> work) {
        Searcher idle = others.poll();
        Searcher searcher = idle == null ? new Searcher(this) : idle;
        for (int piece = phase.take(); piece >= 0; piece = phase.take()) {
            work.accept(searcher, piece);
        }
        others.add(searcher);
    }

    /** Segments that have eligible rows into the scratch, the one with the highest bound first; gives their number. */
    private int order() {
        int promising = 0;
        for (int index = 0; plan.k() > 0 && index < segments.length; index++) {
            if (scratch.counts.eligible(index) > 0) {
                // Ascending by this: the highest bound first, then the place.
                scratch.order[promising++] = ((long) ~scratch.highest[index] << 32) | index;
            }
        }
        Arrays.sort(scratch.order, 0, promising);
        return promising;
    }
}

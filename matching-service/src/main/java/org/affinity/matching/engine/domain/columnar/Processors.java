package org.affinity.matching.engine.domain.columnar;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The processors that searches run on. A long search gets those that have nothing to do; when as many searches run as
 * there are processors, each has one.
 */
public final class Processors {

    /**
     * It takes some tens of microseconds until another thread has begun: as long as looking at a thousand blocks takes.
     */
    private static final int WORTH_SHARING = 3_000;

    /** How long nothing is shared after a search had to wait for a thread that did not get a processor. */
    private static final long PAUSE_NANOS = 50_000_000;

    private final int count;
    private final Executor others;
    private final int leastWork;
    /** Threads that are at work on a search, or asked to be. */
    private final AtomicInteger busy = new AtomicInteger();

    private volatile boolean isPausing;
    private volatile long pauseEnd;

    /**
     * So many, of which a search has one from the start.
     *
     * @param others runs what is shared
     * @param leastWork blocks that must be left to look at for a search to share its work
     */
    Processors(int count, Executor others, int leastWork) {
        this.count = count;
        this.others = others;
        this.leastWork = leastWork;
    }

    /** Those of this machine. */
    public static Processors ofThisMachine() {
        return new Processors(Runtime.getRuntime().availableProcessors(), ForkJoinPool.commonPool(), WORTH_SHARING);
    }

    /** The one that searches; nothing is shared. */
    public static Processors one() {
        return new Processors(1, Runnable::run, Integer.MAX_VALUE);
    }

    /** Blocks that must be left to look at for a search to share its work. */
    int leastWork() {
        return leastWork;
    }

    /** A search begins. */
    void enter() {
        busy.incrementAndGet();
    }

    /** A search ends. */
    void leave() {
        busy.decrementAndGet();
    }

    /** A search waited long for what it had shared: others than searches keep the processors busy. */
    void pause() {
        pauseEnd = System.nanoTime() + PAUSE_NANOS;
        isPausing = true;
    }

    private boolean isPausing() {
        if (isPausing && System.nanoTime() - pauseEnd >= 0) {
            isPausing = false;
        }
        return isPausing;
    }

    /** Has work done by each processor that has nothing to do; perhaps so late that there is nothing left of it. */
    void share(Runnable work) {
        for (int other = 1; other < count && !isPausing(); other++) {
            if (busy.incrementAndGet() > count) {
                busy.decrementAndGet();
                return;
            }
            others.execute(() -> {
                try {
                    work.run();
                } finally {
                    busy.decrementAndGet();
                }
            });
        }
    }
}

package org.affinity.matching.engine.opensearch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** Sees to it that searches find what was changed before them, with one refresh for all that wait for it. */
final class Visibility {

    private final long stalenessNanos;
    private final Runnable refresh;
    private final AtomicLong changes = new AtomicLong();
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile long visible;
    private volatile long refreshedAt;

    /** @param staleness how long a change may stay unseen */
    Visibility(Duration staleness, Runnable refresh) {
        this.stalenessNanos = staleness.toNanos();
        this.refresh = refresh;
        this.refreshedAt = System.nanoTime() - stalenessNanos;
    }

    void changed() {
        changes.incrementAndGet();
    }

    /** Returns when every change before the call can be found, but for those that may still be unseen. */
    void await() {
        long wanted = changes.get();
        if (visible >= wanted || System.nanoTime() - refreshedAt < stalenessNanos) {
            return;
        }
        refreshing.lock();
        try {
            if (visible < wanted) {
                long included = changes.get();
                long started = System.nanoTime();
                refresh.run();
                visible = included;
                refreshedAt = started;
            }
        } finally {
            refreshing.unlock();
        }
    }
}

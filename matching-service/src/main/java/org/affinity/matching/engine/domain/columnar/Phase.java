package org.affinity.matching.engine.domain.columnar;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Pieces of work that one thread begins with and others may join; each piece is done by one of them. Whoever comes when
 * it is over is sent away.
 */
final class Phase {

    /** Looks at whether the others are done, before waiting costs less than looking. */
    private static final int LOOKS = 2_000;

    private static final long PAUSE_NANOS = 20_000;
    /** Pauses after which it is certain that another thread has no processor: its piece takes less time. */
    private static final int MOST_PAUSES = 5;

    private final int pieces;
    private final AtomicInteger taken = new AtomicInteger();
    /** Threads at work; the phase is over when there are none. */
    private final AtomicInteger threads = new AtomicInteger(1);

    private volatile Throwable failure;

    Phase(int pieces) {
        this.pieces = pieces;
    }

    /** A piece that nobody has begun; negative when there is none. */
    int take() {
        int piece = taken.get() < pieces ? taken.getAndIncrement() : pieces;
        return piece < pieces ? piece : -1;
    }

    /** How many pieces somebody has begun. */
    int taken() {
        return Math.min(pieces, taken.get());
    }

    /** How many pieces nobody has begun. */
    int left() {
        return pieces - taken();
    }

    /** Another thread's share, unless the phase is over. */
    void join(Runnable work) {
        int present = threads.get();
        while (present > 0 && !threads.compareAndSet(present, present + 1)) {
            present = threads.get();
        }
        if (present == 0) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            threads.decrementAndGet();
        }
    }

    /**
     * The first thread's last call: waits until the others are done with what they have begun.
     *
     * @return whether that took longer than a piece of work does
     */
    boolean end() {
        threads.decrementAndGet();
        int looks = 0;
        for (; threads.get() > 0; looks++) {
            if (looks < LOOKS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        if (failure != null) {
            throw new IllegalStateException("a part of the search failed", failure);
        }
        return looks > LOOKS + MOST_PAUSES;
    }
}

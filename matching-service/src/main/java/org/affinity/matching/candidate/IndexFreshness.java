package org.affinity.matching.candidate;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Tells operators how long it takes from when an event about a creator left the outbox until searches find what it
 * says: {@code matching_index_freshness_seconds}. A rebuild, which reads old events again, does not count.
 */
@ApplicationScoped
public class IndexFreshness {

    private static final ScopedValue<Collection<Long>> SENT = ScopedValue.newInstance();

    /** When events were sent whose effect is committed and not yet in the index, in milliseconds of the epoch. */
    private final Queue<Long> committed = new ConcurrentLinkedQueue<>();

    private final Clock clock;
    private final Timer timer;

    IndexFreshness(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.timer = Timer.builder("matching.index.freshness")
                .description("Time from when an event about a creator left the outbox until the index has it")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(1))
                .register(meters);
    }

    /**
     * Stores what events say.
     *
     * @param sent when they were sent, in milliseconds of the epoch
     */
    public void follow(Collection<Long> sent, Runnable store) {
        ScopedValue.where(SENT, new ArrayList<>(sent)).run(store);
    }

    /** Called on the thread that stores, when its transaction has committed. */
    void committed() {
        if (SENT.isBound()) {
            committed.addAll(SENT.get());
            // Of a batch that is stored event by event each commit asks, and all after the first would count again.
            SENT.get().clear();
        }
    }

    /** Brings the index up to date, and takes the time of all that was committed before. */
    void refresh(Runnable index) {
        List<Long> awaited = new ArrayList<>();
        for (Long sent = committed.poll(); sent != null; sent = committed.poll()) {
            awaited.add(sent);
        }
        try {
            index.run();
        } catch (RuntimeException e) {
            committed.addAll(awaited);
            throw e;
        }
        long now = clock.millis();
        awaited.forEach(sent -> timer.record(Duration.ofMillis(Math.max(0, now - sent))));
    }
}

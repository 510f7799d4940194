package org.affinity.matching.candidate;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Keeps the index fresh: from start on, right after this replica's own commits, and every so often for the others'. */
@ApplicationScoped
class CandidateIndexRefresher {

    private static final Logger LOG = Logger.getLogger(CandidateIndexRefresher.class);

    private final CandidateIndex index;
    private final IndexFreshness freshness;
    private final CandidateConfiguration configuration;
    /** What the index was not told of yet. */
    private final AtomicReference<CandidatesChanged> committed = new AtomicReference<>();

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("candidate-index").factory());
    private ScheduledFuture<?> timer;

    CandidateIndexRefresher(CandidateIndex index, IndexFreshness freshness, CandidateConfiguration configuration) {
        this.index = index;
        this.freshness = freshness;
        this.configuration = configuration;
    }

    void start(@Observes StartupEvent event) {
        long interval = configuration.refreshInterval().toMillis();
        timer = executor.scheduleWithFixedDelay(() -> refresh(index::refresh), 0, interval, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.cancel(true);
        executor.shutdownNow();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) CandidatesChanged changed) {
        freshness.committed();
        if (committed.getAndAccumulate(changed, CandidatesChanged::together) == null) {
            executor.execute(
                    () -> refresh(() -> index.takeOver(committed.getAndSet(null).stored())));
        }
    }

    private void refresh(Runnable refresh) {
        try {
            freshness.refresh(refresh);
        } catch (RuntimeException e) {
            // The next turn tries again; until then matches answer from the last snapshot.
            LOG.warn("The index of candidates could not be refreshed", e);
        }
    }
}

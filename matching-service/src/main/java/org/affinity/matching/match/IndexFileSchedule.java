package org.affinity.matching.match;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.affinity.matching.candidate.CandidateService;
import org.jboss.logging.Logger;

/** Has the index kept in its file: as soon as it is complete, every so often, and at the end. */
@ApplicationScoped
class IndexFileSchedule {

    private static final Logger LOG = Logger.getLogger(IndexFileSchedule.class);
    private static final long LOOK_MILLIS = 1_000;

    private final MatchIndex index;
    private final CandidateService candidates;
    private final SnapshotConfiguration configuration;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("index-file").factory());
    private ScheduledFuture<?> timer;
    private boolean isKept;
    private long keptAt;

    IndexFileSchedule(MatchIndex index, CandidateService candidates, SnapshotConfiguration configuration) {
        this.index = index;
        this.candidates = candidates;
        this.configuration = configuration;
    }

    void start(@Observes StartupEvent event) {
        if (configuration.directory().isPresent()) {
            timer = executor.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (timer != null) {
            timer.cancel(false);
            keep();
        }
        executor.shutdown();
    }

    private void look() {
        if (!isKept || System.nanoTime() - keptAt >= configuration.interval().toNanos()) {
            keep();
        }
    }

    private synchronized void keep() {
        try {
            candidates.position().ifPresent(position -> {
                index.keep(position);
                isKept = true;
                keptAt = System.nanoTime();
            });
        } catch (RuntimeException e) {
            // The next turn tries again; without the file the next start takes longer.
            LOG.warn("The index could not be kept", e);
        }
    }
}

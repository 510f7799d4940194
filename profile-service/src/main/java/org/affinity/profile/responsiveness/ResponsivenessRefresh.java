package org.affinity.profile.responsiveness;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.affinity.kit.security.Tenancy;

/**
 * Keeps what other services know of responsiveness true while nothing happens: an invitation left alone is news too.
 */
@ApplicationScoped
class ResponsivenessRefresh {

    private static final int BATCH = 200;

    private final ResponsivenessService responsiveness;

    ResponsivenessRefresh(ResponsivenessService responsiveness) {
        this.responsiveness = responsiveness;
    }

    @Scheduled(
            every = "${profile.responsiveness.refresh-interval:15M}",
            delayed = "30s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void refresh() {
        Tenancy.asSystem(() -> {
            int refreshed;
            do {
                refreshed = responsiveness.refreshDue(BATCH);
            } while (refreshed == BATCH);
        });
    }
}

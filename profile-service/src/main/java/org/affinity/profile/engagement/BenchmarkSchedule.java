package org.affinity.profile.engagement;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.affinity.kit.security.Tenancy;

/** Computes the benchmarks anew from time to time. */
@ApplicationScoped
class BenchmarkSchedule {

    private final EngagementService engagement;

    BenchmarkSchedule(EngagementService engagement) {
        this.engagement = engagement;
    }

    @Scheduled(
            every = "${profile.engagement.refresh-interval:6H}",
            delayed = "${profile.engagement.refresh-delay:5M}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void refresh() {
        Tenancy.asSystem(engagement::refresh);
    }
}

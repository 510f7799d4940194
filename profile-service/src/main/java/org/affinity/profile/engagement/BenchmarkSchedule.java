package org.affinity.profile.engagement;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.affinity.kit.security.Tenancy;

/** Computes the benchmarks anew from time to time. */
@ApplicationScoped
class BenchmarkSchedule {

    /** A large pool takes longer than a request may. */
    private static final int SECONDS = 900;

    private final EngagementService engagement;

    BenchmarkSchedule(EngagementService engagement) {
        this.engagement = engagement;
    }

    @Scheduled(
            every = "${profile.engagement.refresh-interval:6H}",
            delayed = "${profile.engagement.refresh-delay:5M}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void refresh() {
        Tenancy.asSystem(
                () -> QuarkusTransaction.requiringNew().timeout(SECONDS).run(engagement::refresh));
    }
}

package org.affinity.matching.candidate;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when every candidate of the table has been taken over. */
@Readiness
@ApplicationScoped
class IndexReadiness implements HealthCheck {

    private final CandidateIndex index;

    IndexReadiness(CandidateIndex index) {
        this.index = index;
    }

    @Override
    public HealthCheckResponse call() {
        return index.snapshot()
                .map(snapshot -> HealthCheckResponse.named("candidate-index")
                        .up()
                        .withData("changeNumber", snapshot.changeNumber())
                        .build())
                .orElseGet(() -> HealthCheckResponse.down("candidate-index"));
    }
}

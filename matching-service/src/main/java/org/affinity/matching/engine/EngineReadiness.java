package org.affinity.matching.engine;

import jakarta.enterprise.context.ApplicationScoped;
import org.affinity.kit.problem.DomainException;
import org.affinity.matching.engine.opensearch.OpenSearchEngine;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the engine can be asked: always in memory, and in a cluster while it answers and has the index. */
@Readiness
@ApplicationScoped
class EngineReadiness implements HealthCheck {

    private static final String NAME = "match-engine";

    private final MatchEngines engines;

    EngineReadiness(MatchEngines engines) {
        this.engines = engines;
    }

    @Override
    public HealthCheckResponse call() {
        if (!engines.isRemote()) {
            return HealthCheckResponse.up(NAME);
        }
        try {
            engines.remote().ifPresent(OpenSearchEngine::check);
            return HealthCheckResponse.named(NAME)
                    .status(engines.remote().isPresent())
                    .build();
        } catch (DomainException e) {
            return HealthCheckResponse.down(NAME);
        }
    }
}

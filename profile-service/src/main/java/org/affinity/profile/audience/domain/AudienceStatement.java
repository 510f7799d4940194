package org.affinity.profile.audience.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.profile.creator.domain.MetricSource;

/** The audience of an account as one source tells it. */
public record AudienceStatement(
        MetricSource source,
        Instant observedAt,
        Instant recordedAt,
        UUID recordedBy,
        List<Distribution> distributions,
        AudienceSignals signals) {

    public AudienceStatement {
        distributions = List.copyOf(distributions);
    }
}

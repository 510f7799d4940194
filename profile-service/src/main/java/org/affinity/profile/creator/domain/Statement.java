package org.affinity.profile.creator.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What somebody says of an account.
 *
 * @param observedAt when the figures were observed, kept to the microsecond
 * @param complete whether followers, engagement rate and views left out were unknown to the source as well
 * @param statedBy organisation of the partner who says so, or null
 */
public record Statement(Observation figures, MetricSource source, Instant observedAt, boolean complete, UUID statedBy) {

    public Statement {
        observedAt = observedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** What a creator declares of an account; what they leave out is unknown. */
    public static Statement complete(AccountMetrics declared, Instant now) {
        return new Statement(Observation.of(declared), MetricSource.DECLARED, now, true, null);
    }

    /** A statement that says nothing of the figures it leaves out. */
    public static Statement partial(Observation figures, MetricSource source, Instant observedAt) {
        return new Statement(figures, source, observedAt, false, null);
    }
}

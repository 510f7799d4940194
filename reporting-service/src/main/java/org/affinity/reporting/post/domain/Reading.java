package org.affinity.reporting.post.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * One observation of a post's figures. A metric that is absent was not observed: it is unknown, not zero. The currency
 * belongs to {@link Metric#DONATIONS} and is present exactly when that metric is.
 */
public record Reading(
        UUID readingId,
        MetricSource source,
        Instant observedAt,
        Instant recordedAt,
        Map<Metric, BigDecimal> values,
        String donationCurrency) {

    public Reading {
        Objects.requireNonNull(source, "source");
        values = Map.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a reading without figures says nothing");
        }
        if (values.containsKey(Metric.DONATIONS) != (donationCurrency != null)) {
            throw new IllegalArgumentException("donations and their currency come together");
        }
    }

    Observation observation(Metric metric) {
        return new Observation(
                values.get(metric), metric == Metric.DONATIONS ? donationCurrency : null, source, observedAt);
    }
}

package org.affinity.reporting.post.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * One observation of a post's figures. A metric that is absent was not observed: it is unknown, not zero. The currency
 * belongs to {@link Metric#DONATIONS} and is present exactly when that metric is. Times and amounts are written as they
 * are read again.
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
        observedAt = observedAt.truncatedTo(ChronoUnit.MICROS);
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a reading without figures says nothing");
        }
        if (values.containsKey(Metric.DONATIONS) != (donationCurrency != null)) {
            throw new IllegalArgumentException("donations and their currency come together");
        }
        Map<Metric, BigDecimal> written = new EnumMap<>(values);
        written.computeIfPresent(Metric.DONATIONS, (_, amount) -> written(amount, donationCurrency));
        values = Map.copyOf(written);
    }

    /** With the decimals of the currency, or more where the amount has more: the column keeps four of all. */
    private static BigDecimal written(BigDecimal amount, String currency) {
        int decimals = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        BigDecimal shortest = amount.stripTrailingZeros();
        return shortest.setScale(Math.max(decimals, shortest.scale()));
    }

    Observation observation(Metric metric) {
        return new Observation(
                values.get(metric), metric == Metric.DONATIONS ? donationCurrency : null, source, observedAt);
    }
}

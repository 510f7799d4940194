package org.affinity.profile.creator.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an account's audience is spread over one dimension.
 *
 * @param dimension COUNTRY, REGION, CITY, AGE_BAND, GENDER, LANGUAGE or INTEREST
 * @param sampleSize number of followers looked at, or null
 * @param shares share of the audience by value, 0 to 1; what is missing to 1 is unknown
 */
public record AudienceShares(
        String dimension, MetricSource source, Instant observedAt, Long sampleSize, Map<String, BigDecimal> shares) {

    public AudienceShares {
        shares = Collections.unmodifiableMap(new TreeMap<>(shares));
    }
}

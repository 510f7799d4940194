package org.affinity.matching.candidate.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the audience of an account is spread over one dimension.
 *
 * @param sampleSize followers looked at; null when not told
 * @param shares share, 0 to 1, by value; what is missing to 1 is unknown
 */
public record AudienceShares(
        AudienceDimension dimension,
        MetricSource source,
        Instant observedAt,
        Long sampleSize,
        SortedMap<String, Double> shares) {

    public AudienceShares {
        shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
    }

    public static AudienceShares of(
            AudienceDimension dimension,
            MetricSource source,
            Instant observedAt,
            Long sampleSize,
            Map<String, Double> shares) {
        return new AudienceShares(dimension, source, observedAt, sampleSize, new TreeMap<>(shares));
    }
}

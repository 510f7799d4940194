package org.affinity.matching.match.domain;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.affinity.matching.candidate.domain.Platform;

/**
 * Usual engagement rate (interactions per follower) by platform and audience size, as versioned data with its sources.
 * Bands are sorted by their lower bound and start at zero.
 */
public record EngagementBenchmarks(String version, List<String> sources, Map<Platform, List<Band>> bands) {

    /** The rate of accounts with at least {@code fromFollowers} followers, up to the next band. */
    public record Band(long fromFollowers, double rate) {}

    /** The usual rate of accounts of that size; empty for platforms without a published table. */
    public OptionalDouble rate(Platform platform, long followers) {
        OptionalDouble rate = OptionalDouble.empty();
        for (Band band : bands.getOrDefault(platform, List.of())) {
            if (band.fromFollowers() <= followers) {
                rate = OptionalDouble.of(band.rate());
            }
        }
        return rate;
    }
}

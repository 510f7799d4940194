package org.affinity.matching.candidate.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One creator's presence on one platform. {@code followers}, {@code engagementRate} (interactions per follower, mean
 * per post), {@code averageViews}, {@code lastPostAt} and {@code credibility} (share of the audience that counts as
 * real, 0 to 1) are null when nobody knows them; an audience without a dimension is unknown in it.
 */
public record Account(
        UUID accountId,
        Platform platform,
        String handle,
        Long followers,
        Double engagementRate,
        Long averageViews,
        Instant observedAt,
        MetricSource source,
        Instant lastPostAt,
        Double credibility,
        List<AudienceShares> audience) {

    public Account {
        // Accounts stored before audiences were read have none.
        audience = audience == null ? List.of() : List.copyOf(audience);
    }

    /** An account of which no more than its size and engagement is told. */
    public Account(
            UUID accountId,
            Platform platform,
            String handle,
            Long followers,
            Double engagementRate,
            Long averageViews,
            Instant observedAt,
            MetricSource source) {
        this(
                accountId,
                platform,
                handle,
                followers,
                engagementRate,
                averageViews,
                observedAt,
                source,
                null,
                null,
                List.of());
    }

    /** How a figure of an account is named where it is contested. */
    public static String path(UUID accountId, String figure) {
        return "accounts/" + accountId + "/" + figure;
    }

    /** How the audience is spread over a dimension, where anybody knows. */
    public Optional<AudienceShares> audienceBy(AudienceDimension dimension) {
        // A loop: a match asks this some thousand times.
        for (AudienceShares shares : audience) {
            if (shares.dimension() == dimension && !shares.shares().isEmpty()) {
                return Optional.of(shares);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "Account[" + accountId + "]";
    }
}

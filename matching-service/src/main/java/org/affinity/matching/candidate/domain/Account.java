package org.affinity.matching.candidate.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One creator's presence on one platform. {@code followers}, {@code engagementRate} (interactions per follower, mean
 * per post), {@code averageViews}, {@code lastPostAt} and {@code credibility} (share of the audience that counts as
 * real, 0 to 1) are null when nobody knows them; an audience without a dimension is unknown in it.
 *
 * @param source who told what was observed last
 * @param observedAt when that was
 * @param origins of the figures that were not told then, by name
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
        List<AudienceShares> audience,
        Map<String, FigureOrigin> origins) {

    public static final String FOLLOWERS = "followers";
    public static final String ENGAGEMENT_RATE = "engagementRate";
    public static final String AVERAGE_VIEWS = "averageViews";
    public static final String LAST_POST_AT = "lastPostAt";
    public static final String CREDIBILITY = "credibility";

    public Account {
        // Accounts stored before audiences were read have none.
        audience = audience == null ? List.of() : List.copyOf(audience);
        origins = origins == null ? Map.of() : Map.copyOf(origins);
    }

    /** An account all of whose figures were told at once. */
    public Account(
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
        this(
                accountId,
                platform,
                handle,
                followers,
                engagementRate,
                averageViews,
                observedAt,
                source,
                lastPostAt,
                credibility,
                audience,
                Map.of());
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

    /** Who told a figure, and when. */
    public FigureOrigin originOf(String figure) {
        FigureOrigin earlier = origins.get(figure);
        return earlier == null ? new FigureOrigin(source, observedAt) : earlier;
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

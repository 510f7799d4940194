package org.affinity.matching.candidate.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * One creator's presence on one platform. {@code followers}, {@code engagementRate} (interactions per follower, mean
 * per post) and {@code averageViews} are null when nobody knows them.
 */
public record Account(
        UUID accountId,
        Platform platform,
        String handle,
        Long followers,
        Double engagementRate,
        Long averageViews,
        Instant observedAt,
        MetricSource source) {

    @Override
    public String toString() {
        return "Account[" + accountId + "]";
    }
}

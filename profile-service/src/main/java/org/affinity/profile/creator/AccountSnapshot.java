package org.affinity.profile.creator;

import java.time.Instant;
import java.util.UUID;
import org.affinity.profile.creator.domain.AccountMetrics;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.store.MetricSnapshotEntity;

/** The figures of an account at one moment. */
public record AccountSnapshot(UUID accountId, AccountMetrics metrics, Instant observedAt, MetricSource source) {

    static AccountSnapshot of(MetricSnapshotEntity entity) {
        var metrics = new AccountMetrics(entity.followers, entity.engagementRate, entity.averageViews);
        return new AccountSnapshot(entity.accountId, metrics, entity.observedAt, entity.source);
    }
}

package org.affinity.profile.creator.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.affinity.profile.creator.domain.MetricSource;
import org.hibernate.annotations.Immutable;

/** The figures of an account at one moment; written once, never changed. */
@Entity
@Immutable
@Table(name = "metric_snapshot")
public class MetricSnapshotEntity extends PanacheEntityBase {

    @Id
    public UUID id;

    @Column(name = "account_id")
    public UUID accountId;

    @Column(name = "creator_id")
    public UUID creatorId;

    public Long followers;

    @Column(name = "engagement_rate")
    public BigDecimal engagementRate;

    @Column(name = "average_views")
    public Long averageViews;

    @Column(name = "observed_at")
    public Instant observedAt;

    @Enumerated(EnumType.STRING)
    public MetricSource source;

    /** The present figures of an account. */
    public static MetricSnapshotEntity of(UUID id, AccountEntity account) {
        var snapshot = new MetricSnapshotEntity();
        snapshot.id = id;
        snapshot.accountId = account.id;
        snapshot.creatorId = account.creator.id;
        snapshot.followers = account.followers;
        snapshot.engagementRate = account.engagementRate;
        snapshot.averageViews = account.averageViews;
        snapshot.observedAt = account.observedAt;
        snapshot.source = account.source;
        return snapshot;
    }
}

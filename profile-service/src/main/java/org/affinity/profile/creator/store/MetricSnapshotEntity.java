package org.affinity.profile.creator.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
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

    public UUID accountId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "creator_id")
    public CreatorEntity creator;

    public Long followers;

    public BigDecimal engagementRate;

    public Long averageViews;

    public Instant observedAt;

    @Enumerated(EnumType.STRING)
    public MetricSource source;

    static MetricSnapshotEntity of(UUID id, AccountEntity account) {
        var snapshot = new MetricSnapshotEntity();
        snapshot.id = id;
        snapshot.accountId = account.id;
        snapshot.creator = account.creator;
        snapshot.followers = account.followers;
        snapshot.engagementRate = account.engagementRate;
        snapshot.averageViews = account.averageViews;
        snapshot.observedAt = account.observedAt;
        snapshot.source = account.source;
        return snapshot;
    }
}

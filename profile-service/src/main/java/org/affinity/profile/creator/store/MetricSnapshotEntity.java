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
import org.affinity.profile.creator.domain.AccountMetrics;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Observation;
import org.affinity.profile.creator.domain.PostFigures;
import org.affinity.profile.creator.domain.Snapshot;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

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

    public Long following;

    public Long posts;

    public Instant lastPostAt;

    @JdbcTypeCode(SqlTypes.JSON)
    public PostFigures postFigures;

    public Instant observedAt;

    @Enumerated(EnumType.STRING)
    public MetricSource source;

    public boolean complete;

    public Instant recordedAt;

    public UUID recordedBy;

    public UUID corrects;

    static MetricSnapshotEntity of(Snapshot entry, CreatorEntity creator) {
        var row = new MetricSnapshotEntity();
        row.id = entry.id();
        row.accountId = entry.accountId();
        row.creator = creator;
        row.followers = entry.figures().metrics().followers();
        row.engagementRate = entry.figures().metrics().engagementRate();
        row.averageViews = entry.figures().metrics().averageViews();
        row.following = entry.figures().following();
        row.posts = entry.figures().posts();
        row.lastPostAt = entry.figures().lastPostAt();
        row.postFigures = entry.figures().postFigures();
        row.observedAt = entry.observedAt();
        row.source = entry.source();
        row.complete = entry.complete();
        row.recordedAt = entry.recordedAt();
        row.recordedBy = entry.recordedBy();
        row.corrects = entry.corrects();
        return row;
    }

    /** The entry that this row holds. */
    public Snapshot snapshot() {
        var metrics = new AccountMetrics(followers, engagementRate, averageViews);
        return new Snapshot(
                id,
                accountId,
                new Observation(metrics, following, posts, lastPostAt, postFigures),
                source,
                observedAt,
                complete,
                recordedAt,
                recordedBy,
                corrects);
    }
}

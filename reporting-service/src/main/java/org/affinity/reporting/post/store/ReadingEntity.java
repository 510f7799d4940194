package org.affinity.reporting.post.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.affinity.reporting.post.domain.Metric;
import org.affinity.reporting.post.domain.MetricSource;
import org.affinity.reporting.post.domain.Post;
import org.affinity.reporting.post.domain.Reading;
import org.hibernate.annotations.Immutable;

/** Row of {@code metric_reading}; null is unknown. */
@Entity
@Immutable
@Table(name = "metric_reading")
class ReadingEntity {

    @Id
    UUID readingId;

    UUID postId;
    UUID organisationId;
    UUID creatorId;

    @Enumerated(EnumType.STRING)
    MetricSource source;

    Instant observedAt;
    Instant recordedAt;
    String recordedBy;
    Long impressions;
    Long reach;
    Long likes;
    Long comments;
    Long shares;
    Long saves;
    Long views;

    @Column(precision = 19, scale = 4)
    BigDecimal donations;

    String donationCurrency;

    static ReadingEntity of(Post post, Reading reading, String recordedBy) {
        var entity = new ReadingEntity();
        entity.readingId = reading.readingId();
        entity.postId = post.postId();
        entity.organisationId = post.organisationId();
        entity.creatorId = post.creatorId();
        entity.source = reading.source();
        entity.observedAt = reading.observedAt();
        entity.recordedAt = reading.recordedAt();
        entity.recordedBy = recordedBy;
        reading.values().forEach(entity::put);
        entity.donationCurrency = reading.donationCurrency();
        return entity;
    }

    private void put(Metric metric, BigDecimal value) {
        switch (metric) {
            case IMPRESSIONS -> impressions = value.longValueExact();
            case REACH -> reach = value.longValueExact();
            case LIKES -> likes = value.longValueExact();
            case COMMENTS -> comments = value.longValueExact();
            case SHARES -> shares = value.longValueExact();
            case SAVES -> saves = value.longValueExact();
            case VIEWS -> views = value.longValueExact();
            case DONATIONS -> donations = value;
        }
    }

    Reading reading() {
        Map<Metric, BigDecimal> values = new EnumMap<>(Metric.class);
        count(values, Metric.IMPRESSIONS, impressions);
        count(values, Metric.REACH, reach);
        count(values, Metric.LIKES, likes);
        count(values, Metric.COMMENTS, comments);
        count(values, Metric.SHARES, shares);
        count(values, Metric.SAVES, saves);
        count(values, Metric.VIEWS, views);
        if (donations != null) {
            values.put(Metric.DONATIONS, donations);
        }
        return new Reading(readingId, source, observedAt, recordedAt, values, donationCurrency);
    }

    private static void count(Map<Metric, BigDecimal> values, Metric metric, Long count) {
        if (count != null) {
            values.put(metric, BigDecimal.valueOf(count));
        }
    }
}

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.affinity.profile.creator.domain.AccountKey;
import org.affinity.profile.creator.domain.AccountMetrics;
import org.affinity.profile.creator.domain.AccountProfile;
import org.affinity.profile.creator.domain.AudienceShares;
import org.affinity.profile.creator.domain.CurrentFigures;
import org.affinity.profile.creator.domain.FigureOrigin;
import org.affinity.profile.creator.domain.Handle;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Observation;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.domain.PostFigures;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An account with its latest figures; no two accounts have the same platform and {@code handleKey}. */
@Entity
@Table(name = "account")
public class AccountEntity extends PanacheEntityBase {

    @Id
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "creator_id")
    public CreatorEntity creator;

    public int position;

    public Platform platform;

    public String handle;

    public String handleKey;

    public Long followers;

    public BigDecimal engagementRate;

    public Long averageViews;

    public Instant observedAt;

    @Enumerated(EnumType.STRING)
    public MetricSource source;

    /** Of the figures that the last observation does not tell, by name; null for none. */
    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, FigureOrigin> origins;

    public Long following;

    public Long posts;

    public Instant lastPostAt;

    @JdbcTypeCode(SqlTypes.JSON)
    public PostFigures postFigures;

    /** The creator whose account it was before the two were linked; null when it was always this one's. */
    public UUID linkedFrom;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<AudienceShares> audience;

    /** Share of the audience that counts as real, 0 to 1. */
    public BigDecimal credibility;

    /** The least sure of what credibility rests on; null where there is none, or it was not kept yet. */
    @JdbcTypeCode(SqlTypes.JSON)
    public FigureOrigin credibilityOrigin;

    /** The account that this row holds. */
    public AccountProfile profile() {
        return new AccountProfile(platform, new Handle(handle), metrics());
    }

    /** Its figures. */
    public AccountMetrics metrics() {
        return new AccountMetrics(followers, engagementRate, averageViews);
    }

    /** What makes it the same account as another. */
    public AccountKey key() {
        return new AccountKey(platform, handleKey);
    }

    /** Its figures and all else that was observed of it. */
    public Observation observation() {
        return new Observation(metrics(), following, posts, lastPostAt, postFigures);
    }

    /** The same with source and time. */
    public CurrentFigures current() {
        return new CurrentFigures(observation(), source, observedAt, origins == null ? Map.of() : origins);
    }

    /** Puts new figures in place of the present ones. */
    public void observe(CurrentFigures current) {
        AccountMetrics metrics = current.figures().metrics();
        followers = metrics.followers();
        engagementRate = metrics.engagementRate();
        averageViews = metrics.averageViews();
        following = current.figures().following();
        posts = current.figures().posts();
        lastPostAt = current.figures().lastPostAt();
        if (!Objects.equals(postFigures, current.figures().postFigures())) {
            postFigures = current.figures().postFigures();
        }
        Map<String, FigureOrigin> others = current.origins().isEmpty() ? null : current.origins();
        if (!Objects.equals(origins, others)) {
            origins = others;
        }
        source = current.source();
        observedAt = current.observedAt();
    }
}

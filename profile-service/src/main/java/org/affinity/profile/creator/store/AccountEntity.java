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
import org.affinity.profile.creator.domain.AccountKey;
import org.affinity.profile.creator.domain.AccountMetrics;
import org.affinity.profile.creator.domain.AccountProfile;
import org.affinity.profile.creator.domain.Handle;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Platform;

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

    @Enumerated(EnumType.STRING)
    public Platform platform;

    public String handle;

    public String handleKey;

    public Long followers;

    public BigDecimal engagementRate;

    public Long averageViews;

    public Instant observedAt;

    @Enumerated(EnumType.STRING)
    public MetricSource source;

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

    /** Puts new figures in place of the present ones. */
    public void observe(AccountMetrics metrics, MetricSource from, Instant at) {
        followers = metrics.followers();
        engagementRate = metrics.engagementRate();
        averageViews = metrics.averageViews();
        source = from;
        observedAt = at;
    }
}

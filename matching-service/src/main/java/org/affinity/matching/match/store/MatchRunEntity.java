package org.affinity.matching.match.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.match.domain.MatchRun;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code match_run}; written once. */
@Entity
@Table(name = "match_run")
class MatchRunEntity extends PanacheEntityBase {

    @Id
    public UUID matchId;

    public UUID organisationId;
    public UUID campaignId;
    public Long campaignVersion;
    public String modelVersion;
    public long indexSnapshot;
    public int eligibleCount;
    public int panelSize;
    public BigDecimal panelCost;
    public String panelCurrency;
    public String brief;
    public String document;
    public Instant completedAt;

    @Basic(fetch = FetchType.LAZY)
    @JdbcTypeCode(SqlTypes.JSON)
    public String panelPool;

    static MatchRunEntity of(MatchRun run) {
        MatchRunEntity entity = new MatchRunEntity();
        entity.matchId = run.matchId();
        entity.organisationId = run.organisationId();
        entity.campaignId = run.campaignId();
        entity.campaignVersion = run.campaignVersion();
        entity.modelVersion = run.modelVersion();
        entity.indexSnapshot = run.indexSnapshot();
        entity.eligibleCount = run.eligibleCount();
        entity.panelSize = run.panelSize();
        entity.panelCost = run.panelCost().amount();
        entity.panelCurrency = run.panelCost().currency();
        entity.brief = run.brief();
        entity.document = run.document();
        entity.completedAt = run.completedAt();
        return entity;
    }

    MatchRun toDomain() {
        return new MatchRun(
                matchId,
                organisationId,
                campaignId,
                campaignVersion,
                modelVersion,
                indexSnapshot,
                eligibleCount,
                panelSize,
                new Money(panelCost.stripTrailingZeros(), panelCurrency),
                brief,
                document,
                completedAt);
    }
}

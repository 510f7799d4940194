package org.affinity.matching.match.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.match.domain.MatchRun;
import org.affinity.matching.match.domain.SavedJson;

/** A row of {@code match_run}; written once, except that erasures redact the answer. */
@Entity
@Table(name = "match_run")
class MatchRunEntity extends PanacheEntityBase {

    @Id
    public UUID matchId;

    public UUID organisationId;
    public UUID campaignId;
    public Long campaignVersion;
    public boolean askedAgain;
    public String modelVersion;
    public long indexSnapshot;
    public int eligibleCount;
    public boolean withPanel;
    public int panelSize;
    public BigDecimal panelCost;
    public String panelCurrency;
    public String brief;
    public String document;
    public byte[] packedDocument;
    public Instant completedAt;

    /** The answer, whichever way it is kept; matches from before answers were packed have it in plain text. */
    static SavedJson document(String plain, byte[] packed) {
        return packed == null ? SavedJson.of(plain) : PackedJson.unpack(packed);
    }

    MatchRun toDomain() {
        return new MatchRun(
                matchId,
                organisationId,
                campaignId,
                campaignVersion,
                askedAgain,
                modelVersion,
                indexSnapshot,
                eligibleCount,
                withPanel,
                panelSize,
                new Money(panelCost.stripTrailingZeros(), panelCurrency),
                brief,
                document(document, packedDocument),
                completedAt);
    }
}

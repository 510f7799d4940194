package org.affinity.profile.audience.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.profile.audience.domain.AudienceSignals;
import org.affinity.profile.audience.domain.AudienceStatement;
import org.affinity.profile.audience.domain.Distribution;
import org.affinity.profile.creator.domain.MetricSource;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The audience of an account as one source tells it, as stored. */
@Entity
@IdClass(AudienceEntity.Key.class)
@Table(name = "account_audience")
public class AudienceEntity extends PanacheEntityBase {

    @Id
    public UUID accountId;

    @Id
    @Enumerated(EnumType.STRING)
    public MetricSource source;

    public Instant observedAt;

    public Instant recordedAt;

    public UUID recordedBy;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<Distribution> distributions;

    @JdbcTypeCode(SqlTypes.JSON)
    public AudienceSignals signals;

    /** The statement that this row holds. */
    public AudienceStatement statement() {
        return new AudienceStatement(source, observedAt, recordedAt, recordedBy, distributions, signals);
    }

    /** Puts a statement of the same source in place of this one. */
    public void state(AudienceStatement statement) {
        observedAt = statement.observedAt();
        recordedAt = statement.recordedAt();
        recordedBy = statement.recordedBy();
        distributions = statement.distributions();
        signals = statement.signals();
    }

    /** Account and source. */
    public record Key(UUID accountId, MetricSource source) implements Serializable {}
}

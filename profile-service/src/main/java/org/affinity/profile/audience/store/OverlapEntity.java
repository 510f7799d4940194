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
import java.util.UUID;
import org.affinity.profile.creator.domain.MetricSource;

/** The overlap of two accounts as stored; the smaller id, as the database orders them, stands first. */
@Entity
@IdClass(OverlapEntity.Key.class)
@Table(name = "account_overlap")
public class OverlapEntity extends PanacheEntityBase {

    @Id
    public UUID firstId;

    @Id
    public UUID secondId;

    public long version;

    public long firstFollowers;

    public long secondFollowers;

    public long sharedFollowers;

    public Long sampleSize;

    @Enumerated(EnumType.STRING)
    public MetricSource source;

    public Instant observedAt;

    public UUID recordedBy;

    /** Both accounts. */
    public record Key(UUID firstId, UUID secondId) implements Serializable {

        /** The key of two accounts in either order. */
        public static Key of(UUID one, UUID other) {
            // As text, for UUID compares its halves as signed numbers and the database does not.
            return one.toString().compareTo(other.toString()) < 0 ? new Key(one, other) : new Key(other, one);
        }
    }
}

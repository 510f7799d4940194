package org.affinity.profile.trackrecord.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A collaboration that came to a measured result. */
@Entity
@Immutable
@Table(name = "completed_collaboration")
public class CompletedCollaborationEntity extends PanacheEntityBase {

    @Id
    public UUID collaborationId;

    public UUID creatorId;

    public UUID resultId;

    public Instant recordedAt;
}

package org.affinity.profile.privacy.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody wants a creator's data erased. */
@Entity
@Table(name = "erasure_request")
public class ErasureRequestEntity extends PanacheEntityBase {

    @Id
    public UUID id;

    public long version;

    public UUID creatorId;

    /** CREATOR or OPERATOR. */
    public String requestedBy;

    /** REQUESTED, IN_PROGRESS or COMPLETED. */
    public String state;

    public Instant requestedAt;

    public Instant dueAt;

    public Instant completedAt;
}

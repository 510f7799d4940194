package org.affinity.profile.privacy.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A creator says that a datum about them is wrong. */
@Entity
@Table(name = "contest")
public class ContestEntity extends PanacheEntityBase {

    @Id
    public UUID id;

    public long version;

    public UUID creatorId;

    public String field;

    public String claim;

    public String evidence;

    /** OPEN, CORRECTED or REJECTED. */
    public String state;

    public String reason;

    public Instant createdAt;

    public Instant resolvedAt;
}

package org.affinity.profile.account.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That one creator turned out to be another: kept also after the link was undone. */
@Entity
@Table(name = "creator_link")
public class LinkEntity extends PanacheEntityBase {

    @Id
    public UUID id;

    /** Who holds the accounts. */
    public UUID creatorId;

    /** Who turned out to be the same person. */
    public UUID absorbedId;

    public String reason;

    public Instant linkedAt;

    public Instant unlinkedAt;
}

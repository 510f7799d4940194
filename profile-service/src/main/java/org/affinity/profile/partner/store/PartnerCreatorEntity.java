package org.affinity.profile.partner.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** What a partner says of a creator, as stored; {@code record} is the JSON of it. */
@Entity
@Table(name = "partner_creator")
@IdClass(PartnerCreatorEntity.Key.class)
public class PartnerCreatorEntity extends PanacheEntityBase {

    @Id
    public UUID organisationId;

    @Id
    public String externalId;

    public UUID creatorId;

    public long version;

    public String record;

    public Instant createdAt;

    public Instant updatedAt;

    /** External ids are unique within an organisation. */
    public record Key(UUID organisationId, String externalId) implements Serializable {}
}

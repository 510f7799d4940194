package org.affinity.profile.willingness.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Contact data of one creator, sealed. */
@Entity
@Table(name = "contact_channel")
public class ContactEntity extends PanacheEntityBase {

    @Id
    public UUID creatorId;

    public byte[] sealed;
}

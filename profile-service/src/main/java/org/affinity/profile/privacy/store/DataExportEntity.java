package org.affinity.profile.privacy.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A creator asks for all that is held about them. */
@Entity
@Table(name = "data_export")
public class DataExportEntity extends PanacheEntityBase {

    @Id
    public UUID id;

    public long version;

    public UUID creatorId;

    /** PENDING or READY; whether a ready one has expired its time tells. */
    public String state;

    public Instant requestedAt;

    public Instant dueAt;

    public Instant readyAt;

    public Instant expiresAt;
}

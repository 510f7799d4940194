package org.affinity.reporting.post.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Row of {@code measurement_closure}. */
@Entity
@Table(name = "measurement_closure")
class ClosureEntity {

    @Id
    UUID collaborationId;

    UUID campaignId;
    UUID organisationId;
    UUID creatorId;
    Instant closedAt;
}

package org.affinity.reporting.campaign.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.affinity.reporting.campaign.domain.Collaboration;

/** Row of {@code collaboration_copy}. */
@Entity
@Table(name = "collaboration_copy")
class CollaborationEntity {

    @Id
    UUID collaborationId;

    UUID campaignId;
    UUID organisationId;
    UUID creatorId;
    long version;
    String state;
    String platform;
    String handle;
    Instant agreedAt;

    Collaboration collaboration() {
        return new Collaboration(
                collaborationId, campaignId, organisationId, creatorId, version, state, platform, handle, agreedAt);
    }
}

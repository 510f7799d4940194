package org.affinity.campaign.collaboration;

import org.affinity.campaign.collaboration.domain.Collaboration;
import org.affinity.campaign.collaboration.store.CollaborationEntity;

/**
 * A collaboration as it is stored.
 *
 * @param collaboration the collaboration in its state
 * @param version 1 when created, one more with each change
 */
public record StoredCollaboration(Collaboration collaboration, long version) {

    static StoredCollaboration of(CollaborationEntity entity) {
        return new StoredCollaboration(entity.toDomain(), entity.version());
    }
}

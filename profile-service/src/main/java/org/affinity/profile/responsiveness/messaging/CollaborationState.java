package org.affinity.profile.responsiveness.messaging;

import java.time.Instant;
import java.util.UUID;
import org.affinity.profile.responsiveness.domain.Invitation;

/** What this service reads of the events of a collaboration. */
record CollaborationState(
        UUID collaborationId,
        long version,
        UUID organisationId,
        UUID creatorId,
        String state,
        Instant invitedAt,
        Instant respondedAt) {

    Invitation invitation() {
        return new Invitation(collaborationId, creatorId, organisationId, version, state, invitedAt, respondedAt);
    }
}

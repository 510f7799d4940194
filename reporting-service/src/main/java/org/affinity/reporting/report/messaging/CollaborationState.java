package org.affinity.reporting.report.messaging;

import java.time.Instant;
import java.util.UUID;
import org.affinity.reporting.campaign.domain.Collaboration;

/** Payload of the events of {@code campaign.collaboration}, as far as reporting reads it. */
record CollaborationState(
        UUID collaborationId,
        long version,
        UUID campaignId,
        UUID organisationId,
        UUID creatorId,
        String platform,
        String handle,
        String state,
        Instant respondedAt) {

    Collaboration collaboration() {
        return new Collaboration(
                collaborationId,
                campaignId,
                organisationId,
                creatorId,
                version,
                state,
                platform,
                handle,
                Collaboration.ACCEPTED.equals(state) ? respondedAt : null);
    }

    @Override
    public String toString() {
        return "CollaborationState[" + collaborationId + ", " + state + ", version " + version + "]";
    }
}

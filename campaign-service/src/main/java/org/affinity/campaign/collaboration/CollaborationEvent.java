package org.affinity.campaign.collaboration;

import java.time.Instant;
import java.util.UUID;
import org.affinity.campaign.collaboration.domain.Collaboration;
import org.affinity.campaign.collaboration.domain.CollaborationState;
import org.affinity.campaign.collaboration.domain.Invitation;
import org.affinity.campaign.collaboration.domain.Invitee;
import org.affinity.kit.json.Money;

/**
 * Payload of {@code campaign.collaboration.invited.v1}, {@code accepted.v1} and {@code declined.v1}: the full state,
 * without the message and the creator's reason, which stay between the two parties.
 */
record CollaborationEvent(
        UUID collaborationId,
        long version,
        UUID campaignId,
        UUID organisationId,
        UUID creatorId,
        UUID accountId,
        String platform,
        String handle,
        CollaborationState state,
        Money fee,
        Instant invitedAt,
        Instant respondedAt) {

    static CollaborationEvent of(StoredCollaboration stored) {
        Collaboration collaboration = stored.collaboration();
        Invitation invitation = collaboration.invitation();
        Invitee invitee = invitation.invitee();
        return new CollaborationEvent(
                invitation.collaborationId(),
                stored.version(),
                invitation.terms().campaignId(),
                invitation.terms().organisationId(),
                invitee.creatorId(),
                invitee.accountId(),
                invitee.platform(),
                invitee.handle(),
                collaboration.state(),
                invitee.fee(),
                invitation.invitedAt(),
                switch (collaboration) {
                    case Collaboration.Invited _ -> null;
                    case Collaboration.Answered answered -> answered.respondedAt();
                });
    }

    static String typeOf(Collaboration collaboration) {
        return switch (collaboration) {
            case Collaboration.Invited _ -> "campaign.collaboration.invited.v1";
            case Collaboration.Accepted _ -> "campaign.collaboration.accepted.v1";
            case Collaboration.Declined _ -> "campaign.collaboration.declined.v1";
        };
    }
}

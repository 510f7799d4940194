package org.affinity.campaign.collaboration.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.affinity.campaign.collaboration.StoredCollaboration;
import org.affinity.campaign.collaboration.domain.Collaboration;
import org.affinity.campaign.collaboration.domain.CollaborationState;
import org.affinity.campaign.collaboration.domain.Invitation;
import org.affinity.campaign.collaboration.domain.Invitee;
import org.affinity.campaign.collaboration.domain.Terms;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.kit.json.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "One creator working on one campaign. Once the creator's data was erased, creatorId and accountId are"
                        + " ids of nobody, handle is erased, message is empty and refusalReason null; the rest stays.")
record CollaborationView(
        @Schema(description = "Id of the collaboration.", examples = "0197a1b0-5c1e-7c3a-8f52-6f1f0f0a1b09")
        UUID collaborationId,

        @Schema(description = "1 when created, one more with each change.", examples = "1")
        long version,

        @Schema(description = "Id of the campaign.", examples = "0197a1b0-5c1e-7c3a-8f52-6f1f0f0a1b02")
        UUID campaignId,

        @Schema(description = "Name of the campaign.", examples = "Spring trails 2027")
        String campaignName,

        @Schema(description = "Whose campaign it is.", examples = "0197a1b0-5c1e-7c3a-8f52-6f1f0f0a1b01")
        UUID organisationId,

        @Schema(description = "In whose name the campaign speaks.", examples = "Alpine Shoes")
        String brand,

        @Schema(description = "First day of the campaign.", examples = "2027-03-01")
        LocalDate startsOn,

        @Schema(description = "Last day of the campaign, included.", examples = "2027-03-31")
        LocalDate endsOn,

        @Schema(
                description = "When the campaign was closed; null while it runs.",
                nullable = true,
                examples = "2027-04-02T17:00:00Z")
        Instant campaignClosedAt,

        @Schema(description = "Id of the creator.", examples = "0197a1b0-5c1e-7c3a-8f52-6f1f0f0a1b07")
        UUID creatorId,

        @Schema(description = "The account that is to publish.", examples = "0197a1b0-5c1e-7c3a-8f52-6f1f0f0a1b08")
        UUID accountId,

        @Schema(description = "Where the account is; more platforms may come.", examples = "INSTAGRAM")
        String platform,

        @Schema(description = "The account's name there.", examples = "lea.cuisine")
        String handle,

        @Schema(description = "Where the collaboration stands; further states may come.", examples = "INVITED")
        CollaborationState state,

        @Schema(description = "What the creator gets.") Money fee,

        @Schema(
                description = "The message that was written for this creator.",
                examples = "Hello Léa, Alpine Shoes would love to see you in Spring trails 2027.")
        String message,

        @Schema(description = "When the creator was invited.", examples = "2027-01-17T08:00:00Z")
        Instant invitedAt,

        @Schema(
                description = "When the creator answered; null before.",
                nullable = true,
                examples = "2027-01-18T19:30:00Z")
        Instant respondedAt,

        @Schema(
                description = "Why the creator does not take part; null when not said.",
                nullable = true,
                examples = "I am travelling that month.")
        String refusalReason)
        implements Versioned {

    static CollaborationView of(StoredCollaboration stored) {
        return switch (stored.collaboration()) {
            case Collaboration.Invited _ -> of(stored, null, null);
            case Collaboration.Accepted accepted -> of(stored, accepted.respondedAt(), null);
            case Collaboration.Declined declined -> of(stored, declined.respondedAt(), declined.reason());
        };
    }

    private static CollaborationView of(StoredCollaboration stored, Instant respondedAt, String refusalReason) {
        Invitation invitation = stored.collaboration().invitation();
        Terms terms = invitation.terms();
        Invitee invitee = invitation.invitee();
        return new CollaborationView(
                invitation.collaborationId(),
                stored.version(),
                terms.campaignId(),
                terms.campaignName(),
                terms.organisationId(),
                terms.brand(),
                terms.startsOn(),
                terms.endsOn(),
                terms.campaignClosedAt(),
                invitee.creatorId(),
                invitee.accountId(),
                invitee.platform(),
                invitee.handle(),
                stored.collaboration().state(),
                invitee.fee(),
                invitation.message(),
                invitation.invitedAt(),
                respondedAt,
                refusalReason);
    }

    /** Without the message and the reason, which are between two parties. */
    @Override
    public String toString() {
        return "CollaborationView[collaborationId=" + collaborationId + ", version=" + version + "]";
    }
}

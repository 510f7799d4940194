package org.affinity.campaign.collaboration.web;

import java.util.List;
import java.util.UUID;
import org.affinity.campaign.collaboration.InvitationOutcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What came of inviting creators.")
record InvitationsView(
        @Schema(description = "The collaborations with every creator asked for, invited now or before, best first.")
        List<CollaborationView> items,

        @Schema(
                description = "Creators that had been invited before and got no second message.",
                examples = "[\"0197a1b0-5c1e-7c3a-8f52-6f1f0f0a1b07\"]")
        List<UUID> alreadyInvited,

        @Schema(
                description = "Creators that have left the platform and were not invited.",
                examples = "[\"0197a1b0-5c1e-7c3a-8f52-6f1f0f0a1b10\"]")
        List<UUID> withdrawn,

        @Schema(
                description = "Creators that do not want to be written to and were not invited.",
                examples = "[\"0197a1b0-5c1e-7c3a-8f52-6f1f0f0a1b11\"]")
        List<UUID> notContactable,

        @Schema(
                description = "Creators whose profile has not arrived here yet and who were not invited, since nobody"
                        + " knows whether they may be; invite them a little later.",
                examples = "[\"0197a1b0-5c1e-7c3a-8f52-6f1f0f0a1b12\"]")
        List<UUID> notYetKnown) {

    static InvitationsView of(InvitationOutcome outcome) {
        return new InvitationsView(
                outcome.collaborations().stream().map(CollaborationView::of).toList(),
                outcome.alreadyInvited(),
                outcome.withdrawn(),
                outcome.notContactable(),
                outcome.notYetKnown());
    }
}

package org.affinity.campaign.proposal.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.campaign.proposal.StoredProposal;
import org.affinity.campaign.proposal.domain.Proposal;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.kit.json.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A mechanic and a panel, in answer to a brief.")
record ProposalView(
        @Schema(
                description = "The campaign that the proposal is for.",
                examples = "0197a1b0-5c1e-7c3a-8f52-6f1f0f0a1b02")
        UUID campaignId,

        @Schema(
                description = "1 for the campaign's first proposal, one more for each that replaced another.",
                examples = "1")
        long version,

        @Schema(description = "The match run that found it.", examples = "0197a1b0-5c1e-7c3a-8f52-6f1f0f0a1b06")
        UUID matchId,

        @Schema(description = "The version of the campaign that was matched.", examples = "2")
        long campaignVersion,

        @Schema(description = "The scoring model that was used.", examples = "1")
        String modelVersion,

        @Schema(description = "How many creators passed every hard rule.", examples = "87")
        long eligibleCount,

        @Schema(description = "How many creators each hard rule kept out.")
        List<RejectionView> rejected,

        @Schema(description = "How the campaign is to work.")
        MechanicView mechanic,

        @Schema(description = "The proposed creators, best first.")
        List<PanelPlaceView> panel,

        @Schema(description = "What the whole panel costs.") Money panelCost,

        @Schema(description = "When the match run ended.", examples = "2027-01-16T09:30:02Z")
        Instant completedAt,

        @Schema(
                description = "Places that are left out of the panel because their creators had their data erased; the"
                        + " others keep their ranks, and the cost is that of the panel as it was found.",
                examples = "0")
        int redactedPlaces)
        implements Versioned {

    static ProposalView of(StoredProposal stored) {
        Proposal proposal = stored.proposal();
        return new ProposalView(
                proposal.campaignId(),
                stored.version(),
                proposal.matchId(),
                proposal.campaignVersion(),
                proposal.modelVersion(),
                proposal.eligibleCount(),
                proposal.rejected().stream().map(RejectionView::of).toList(),
                MechanicView.of(proposal.mechanic()),
                proposal.panel().stream().map(PanelPlaceView::of).toList(),
                proposal.panelCost(),
                proposal.completedAt(),
                proposal.redactedPlaces());
    }
}

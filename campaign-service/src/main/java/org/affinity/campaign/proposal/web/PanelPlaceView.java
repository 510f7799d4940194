package org.affinity.campaign.proposal.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.affinity.campaign.proposal.domain.PanelPlace;
import org.affinity.kit.json.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "One creator of a proposed panel.")
record PanelPlaceView(
        @Schema(description = "1 for the best.", examples = "1")
        int rank,

        @Schema(description = "Id of the creator.", examples = "0197a1b0-5c1e-7c3a-8f52-6f1f0f0a1b07")
        UUID creatorId,

        @Schema(description = "The account that is to publish.", examples = "0197a1b0-5c1e-7c3a-8f52-6f1f0f0a1b08")
        UUID accountId,

        @Schema(description = "Where the account is; more platforms may come.", examples = "INSTAGRAM")
        String platform,

        @Schema(description = "The account's name there.", examples = "lea.cuisine")
        String handle,

        @Schema(description = "Size class of the account; more may come.", examples = "NANO")
        String tier,

        @Schema(description = "The sum of the contributions.", examples = "0.62")
        BigDecimal score,

        @Schema(description = "The score explained, signal by signal.")
        List<ContributionView> contributions,

        @Schema(description = "What the creator costs.") Money price,

        @Schema(
                description = "DECLARED: stated by the creator, or free by the kind of engagement; ESTIMATED: computed"
                        + " from expected impressions.",
                examples = "DECLARED")
        String priceSource,

        @Schema(
                description =
                        "Kind of content, of those the brief wants, where it names any, whose line of the creator's rate"
                                + " card the price is; null when it is a fee or free, or estimated. More may come.",
                nullable = true,
                examples = "REEL")
        String priceFormat) {

    static PanelPlaceView of(PanelPlace place) {
        return new PanelPlaceView(
                place.rank(),
                place.creatorId(),
                place.accountId(),
                place.platform(),
                place.handle(),
                place.tier(),
                place.score(),
                place.contributions().stream().map(ContributionView::of).toList(),
                place.price(),
                place.priceSource(),
                place.priceFormat());
    }
}

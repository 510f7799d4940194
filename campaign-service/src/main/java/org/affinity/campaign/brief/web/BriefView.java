package org.affinity.campaign.brief.web;

import java.time.LocalDate;
import java.util.List;
import org.affinity.campaign.brief.domain.Brief;
import org.affinity.campaign.brief.domain.EngagementType;
import org.affinity.campaign.brief.domain.Platform;
import org.affinity.campaign.brief.domain.Tier;
import org.affinity.kit.json.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What the organisation wants: objectives, audience, places, money and dates.")
record BriefView(
        @Schema(description = "In whose name the campaign speaks.", examples = "Alpine Shoes")
        String brand,

        @Schema(
                description = "What the creators are asked to do, in the brand's words.",
                examples = "Show our new trail shoe on your favourite path.")
        String description,

        @Schema(description = "What must be reached.") List<ObjectiveView> objectives,
        @Schema(description = "Whom to reach.") AudienceBody audience,

        @Schema(description = "Where to publish.", examples = "[\"INSTAGRAM\", \"TIKTOK\"]")
        List<Platform> platforms,

        @Schema(description = "Sizes of account that fit; empty means any.", examples = "[\"NANO\", \"MICRO\"]")
        List<Tier> tiers,

        @Schema(description = "What the creators get.", examples = "PAID")
        EngagementType engagementType,

        @Schema(description = "The most that all creators together may cost.")
        Money budget,

        @Schema(description = "The most creators that may work on the campaign.", examples = "10")
        int maxCreators,

        @Schema(description = "First day of the campaign.", examples = "2027-03-01")
        LocalDate startsOn,

        @Schema(description = "Last day of the campaign, included.", examples = "2027-03-31")
        LocalDate endsOn) {

    static BriefView of(Brief brief) {
        return new BriefView(
                brief.brand(),
                brief.description(),
                brief.objectives().stream().map(ObjectiveView::of).toList(),
                AudienceBody.of(brief.audience()),
                brief.platforms(),
                brief.tiers(),
                brief.engagementType(),
                brief.budget(),
                brief.maxCreators(),
                brief.startsOn(),
                brief.endsOn());
    }
}

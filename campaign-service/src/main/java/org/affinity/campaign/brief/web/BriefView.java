package org.affinity.campaign.brief.web;

import java.time.LocalDate;
import java.util.List;
import org.affinity.campaign.brief.domain.Brief;
import org.affinity.campaign.brief.domain.Conditions;
import org.affinity.campaign.brief.domain.ContentFormat;
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
        LocalDate endsOn,

        @Schema(
                description = "What is advertised, as a category of the IAB ad product taxonomy 2.0.",
                nullable = true,
                examples = "1123")
        String sector,

        @Schema(
                description = "Kinds of content wanted, as in rate cards; any when left out or empty.",
                nullable = true,
                examples = "[\"REEL\", \"STORY\"]")
        List<ContentFormat> formats,

        @Schema(description = "Brands that compete with this one.", nullable = true, examples = "[\"Sommet\"]")
        List<String> competitors,

        @Schema(
                description =
                        "Work for a competitor keeps a creator out from so many days before the first day on, undated"
                                + " work always; up to matching when left out.",
                nullable = true,
                examples = "180")
        Integer exclusivityDays,

        @Schema(
                description = "What the campaign stands for, by ids of causes as in creators' profiles.",
                nullable = true,
                examples = "[\"environment\"]")
        List<String> causes,

        @Schema(description = "Where creators should be; anywhere when left out.", nullable = true)
        PlaceBody place,

        @Schema(description = "What creators should do in everyday life.", nullable = true)
        List<HabitBody> habits,

        @Schema(
                description = "Topics that the brand must not appear beside; kept in lower case.",
                nullable = true,
                examples = "[\"gambling\"]")
        List<String> excludedTopics,

        @Schema(
                description = "From how many invitations on nobody is asked; up to matching when left out.",
                nullable = true)
        SolicitationCapBody solicitationCap,

        @Schema(description = "Whom to show first of nearly equal creators; the best when left out.", nullable = true)
        ExposureBody exposure,

        @Schema(description = "What the panel has to keep to; nothing more when left out.", nullable = true)
        PanelOptionsBody panel) {

    static BriefView of(Brief brief) {
        Conditions conditions = brief.conditions();
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
                brief.endsOn(),
                conditions.sector(),
                conditions.formats(),
                conditions.competitors(),
                conditions.exclusivityDays(),
                conditions.causes(),
                PlaceBody.of(conditions.place()),
                conditions.habits().stream().map(HabitBody::of).toList(),
                conditions.excludedTopics(),
                SolicitationCapBody.of(conditions.solicitationCap()),
                ExposureBody.of(conditions.exposure()),
                PanelOptionsBody.of(conditions.panel()));
    }
}

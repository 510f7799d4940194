package org.affinity.campaign.brief.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.affinity.campaign.brief.domain.Brief;
import org.affinity.campaign.brief.domain.Conditions;
import org.affinity.campaign.brief.domain.ContentFormat;
import org.affinity.campaign.brief.domain.EngagementType;
import org.affinity.campaign.brief.domain.Platform;
import org.affinity.campaign.brief.domain.Tier;
import org.affinity.kit.code.Taxonomy.KnownId;
import org.affinity.kit.json.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

@Schema(description = "What the organisation wants: objectives, audience, places, money and dates.")
record BriefRequest(
        @Schema(description = "In whose name the campaign speaks.", examples = "Alpine Shoes")
        @NotBlank
        @Size(max = 200)
        String brand,

        @Schema(
                description = "What the creators are asked to do, in the brand's words.",
                examples = "Show our new trail shoe on your favourite path.")
        @NotBlank
        @Size(max = 5000)
        String description,

        @Schema(description = "What must be reached; at least one objective.") @NotEmpty @Size(max = 6)
        List<@NotNull @Valid ObjectiveRequest> objectives,

        @Schema(description = "Whom to reach.") @NotNull @Valid
        AudienceBody audience,

        @Schema(description = "Where to publish; at least one platform.", examples = "[\"INSTAGRAM\", \"TIKTOK\"]")
        @NotEmpty
        @Size(max = 11)
        @UniqueElements
        List<@NotNull Platform> platforms,

        @Schema(description = "Sizes of account that fit; empty means any.", examples = "[\"NANO\", \"MICRO\"]")
        @NotNull
        @Size(max = 5)
        @UniqueElements
        List<@NotNull Tier> tiers,

        @Schema(description = "What the creators get.", examples = "PAID") @NotNull
        EngagementType engagementType,

        @Schema(description = "The most that all creators together may cost; 0 only for GIFTED and VOLUNTEER.")
        @NotNull
        @Valid
        Money budget,

        @Schema(description = "The most creators that may work on the campaign.", examples = "10")
        @NotNull
        @Min(1)
        @Max(Brief.MAX_CREATORS)
        Integer maxCreators,

        @Schema(description = "First day of the campaign, in 2000 or later.", examples = "2027-03-01") @NotNull
        LocalDate startsOn,

        @Schema(description = "Last day of the campaign, included.", examples = "2027-03-31") @NotNull
        LocalDate endsOn,

        @Schema(
                description = "What is advertised, as a category of the IAB ad product taxonomy 2.0 (GET"
                        + " /v1/taxonomies/iab-ad-product-2.0/categories).",
                nullable = true,
                examples = "1123")
        @KnownId(taxonomy = "iab-ad-product-2.0")
        String sector,

        @Schema(
                description = "Kinds of content wanted, as in rate cards; any when left out or empty.",
                nullable = true,
                examples = "[\"REEL\", \"STORY\"]")
        @Size(max = 9)
        @UniqueElements
        List<@NotNull ContentFormat> formats,

        @Schema(
                description = "Brands that compete with this one, itself not among them.",
                nullable = true,
                examples = "[\"Sommet\"]")
        @Size(max = 50)
        @UniqueElements
        List<@NotBlank @Size(max = 200) String> competitors,

        @Schema(
                description =
                        "Work for a competitor keeps a creator out from so many days before the first day on, undated"
                                + " work always; up to matching when left out.",
                nullable = true,
                examples = "180")
        @Min(1)
        @Max(Conditions.MAX_EXCLUSIVITY_DAYS)
        Integer exclusivityDays,

        @Schema(
                description = "What the campaign stands for, by ids of causes as in creators' profiles (GET"
                        + " /v1/taxonomies/causes-1/categories).",
                nullable = true,
                examples = "[\"environment\"]")
        @Size(max = 20)
        @UniqueElements
        List<@NotNull @KnownId(taxonomy = "causes-1") String> causes,

        @Schema(description = "Where creators should be; anywhere when left out.", nullable = true) @Valid
        PlaceBody place,

        @Schema(description = "What creators should do in everyday life.", nullable = true) @Size(max = 20)
        List<@NotNull @Valid HabitBody> habits,

        @Schema(
                description =
                        "Topics that the brand must not appear beside; none of those wanted, in French or English, and none"
                                + " that covers one. Kept in lower case.",
                nullable = true,
                examples = "[\"gambling\"]")
        @Size(max = 50)
        @UniqueElements
        List<@NotBlank @Size(max = 100) String> excludedTopics,

        @Schema(
                description = "From how many invitations on nobody is asked; up to matching when left out.",
                nullable = true)
        @Valid
        SolicitationCapBody solicitationCap,

        @Schema(description = "Whom to show first of nearly equal creators; the best when left out.", nullable = true)
        @Valid
        ExposureBody exposure,

        @Schema(description = "What the panel has to keep to; nothing more when left out.", nullable = true) @Valid
        PanelOptionsBody panel) {

    Brief toDomain(Supplier<UUID> objectiveIds) {
        return new Brief(
                brand,
                description,
                objectives.stream()
                        .map(objective -> objective.toDomain(objectiveIds.get()))
                        .toList(),
                audience.toDomain(),
                platforms,
                tiers,
                engagementType,
                budget,
                maxCreators,
                startsOn,
                endsOn,
                conditions());
    }

    private Conditions conditions() {
        return new Conditions(
                sector,
                formats,
                competitors,
                exclusivityDays,
                causes,
                PlaceBody.toDomain(place),
                AudienceBody.listed(habits).stream().map(HabitBody::toDomain).toList(),
                AudienceBody.lowerCase(excludedTopics),
                SolicitationCapBody.toDomain(solicitationCap),
                ExposureBody.toDomain(exposure),
                PanelOptionsBody.toDomain(panel));
    }
}

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
import org.affinity.campaign.brief.domain.EngagementType;
import org.affinity.campaign.brief.domain.Platform;
import org.affinity.campaign.brief.domain.Tier;
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

        @Schema(description = "First day of the campaign.", examples = "2027-03-01") @NotNull
        LocalDate startsOn,

        @Schema(description = "Last day of the campaign, included.", examples = "2027-03-31") @NotNull
        LocalDate endsOn) {

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
                endsOn);
    }
}

package org.affinity.matching.match.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.affinity.kit.json.Money;
import org.affinity.kit.problem.DomainException;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.match.domain.Aim;
import org.affinity.matching.match.domain.Brief;
import org.affinity.matching.match.domain.Kpi;
import org.affinity.matching.match.domain.Objective;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A brief as a request carries it: the same shape as in a campaign. */
@Schema(name = "MatchBrief", description = "What an organisation looks for; the same shape as the brief of a campaign.")
record BriefRequest(
        @Schema(description = "Brand that the campaign is for.", examples = "Maison Verte") @NotBlank @Size(max = 200)
        String brand,

        @Schema(
                description = "What the campaign is about, in words.",
                examples = "Launch of a plant-based kitchen range.")
        @Size(max = 4000)
        String description,

        @Schema(description = "What counts as success; the panel maximises the KPI of the first one.")
        @NotEmpty
        @Size(max = 10)
        List<@NotNull @Valid ObjectiveRequest> objectives,

        @Schema(description = "Whom the campaign wants to reach.") @NotNull @Valid
        AudienceRequest audience,

        @Schema(description = "Wanted platforms; empty for any.", examples = "[\"INSTAGRAM\"]") @NotNull @Size(max = 20)
        List<@NotNull Platform> platforms,

        @Schema(description = "Wanted audience-size classes; empty for any.", examples = "[\"NANO\", \"MICRO\"]")
        @NotNull
        @Size(max = 10)
        List<@NotNull Tier> tiers,

        @Schema(description = "What creators get in return.", examples = "PAID") @NotNull
        EngagementType engagementType,

        @Schema(description = "All that the panel may cost.") @NotNull @Valid
        Money budget,

        @Schema(description = "Most creators in the panel.", examples = "10") @NotNull @Min(1) @Max(1000)
        Integer maxCreators,

        @Schema(description = "First day of the campaign.", examples = "2026-03-01") @NotNull
        LocalDate startsOn,

        @Schema(description = "Last day of the campaign, not before the first.", examples = "2026-03-31") @NotNull
        LocalDate endsOn) {

    /** One objective. */
    @Schema(name = "MatchObjective", description = "One aim, the figure that measures it, and the value to reach.")
    record ObjectiveRequest(
            @Schema(
                    description = "Id of the objective, where the brief comes from a campaign; not used here.",
                    nullable = true,
                    examples = "01977b7e-6b10-7a2c-8d3e-4f5061728394")
            UUID objectiveId,

            @Schema(description = "What the organisation wants to obtain.", examples = "VISIBILITY") @NotNull
            Aim aim,

            @Schema(description = "The figure that measures it.", examples = "IMPRESSIONS") @NotNull
            Kpi kpi,

            @Schema(description = "The value that counts as success: a decimal string.", examples = "50000")
            @NotNull
            @Pattern(regexp = "\\d{1,15}(\\.\\d{1,6})?", message = "must be a decimal string such as 50000")
            String target) {

        Objective toDomain() {
            return new Objective(aim, kpi, new BigDecimal(target));
        }
    }

    /** The target audience. */
    @Schema(name = "MatchAudience", description = "Whom the campaign wants to reach; empty lists mean anyone.")
    record AudienceRequest(
            @Schema(description = "Countries, ISO 3166-1 alpha-2.", examples = "[\"FR\"]") @NotNull @Size(max = 50)
            List<@NotNull @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166-1 code such as FR") String>
                    countries,

            @Schema(description = "Languages, BCP 47.", examples = "[\"fr\"]") @NotNull @Size(max = 50)
            List<
                            @NotNull
                            @Pattern(
                                    regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*",
                                    message = "must be a BCP 47 tag such as fr")
                            String>
                    languages,

            @Schema(description = "Topics, in lower case.", examples = "[\"cooking\", \"travel\"]")
            @NotNull
            @Size(max = 50)
            List<@NotNull @Size(min = 1, max = 100) String> topics) {}

    Brief toDomain() {
        if (endsOn.isBefore(startsOn)) {
            throw DomainException.invalid("/brief/endsOn", "notBeforeStart", "must not be before startsOn");
        }
        return new Brief(
                objectives.stream().map(ObjectiveRequest::toDomain).toList(),
                set(audience.countries()),
                set(audience.languages()),
                set(audience.topics()),
                set(platforms),
                set(tiers),
                engagementType,
                new org.affinity.matching.candidate.domain.Money(budget.decimal(), budget.currency()),
                maxCreators,
                startsOn,
                endsOn);
    }

    private static <T> Set<T> set(Collection<T> values) {
        return Set.copyOf(values);
    }
}

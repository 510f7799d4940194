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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.affinity.kit.code.NameKey;
import org.affinity.kit.code.Taxonomy;
import org.affinity.kit.code.Taxonomy.KnownId;
import org.affinity.kit.json.Money;
import org.affinity.kit.problem.DomainException;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tags;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.match.domain.Aim;
import org.affinity.matching.match.domain.Brief;
import org.affinity.matching.match.domain.Conditions;
import org.affinity.matching.match.domain.Kpi;
import org.affinity.matching.match.domain.Objective;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A brief as a request carries it: the same shape as in a campaign. */
@Schema(name = "MatchBrief", description = "What an organisation looks for; the same shape as the brief of a campaign.")
public record BriefRequest(
        @Schema(description = "Brand that the campaign is for.", examples = "Maison Verte") @NotBlank @Size(max = 200)
        String brand,

        @Schema(
                description = "What the campaign is about, in words.",
                examples = "Launch of a plant-based kitchen range.")
        @Size(max = 5000)
        String description,

        @Schema(description = "What counts as success; the panel maximises the KPI of the first one.")
        @NotEmpty
        @Size(max = 10)
        List<@NotNull @Valid ObjectiveRequest> objectives,

        @Schema(description = "Whom the campaign wants to reach.") @NotNull @Valid
        MatchAudienceRequest audience,

        @Schema(description = "Wanted platforms; empty for any.", examples = "[\"INSTAGRAM\"]") @NotNull @Size(max = 20)
        List<@NotNull Platform> platforms,

        @Schema(description = "Wanted audience-size classes; empty for any.", examples = "[\"NANO\", \"MICRO\"]")
        @NotNull
        @Size(max = 10)
        List<@NotNull Tier> tiers,

        @Schema(description = "What creators get in return.", examples = "PAID") @NotNull
        EngagementType engagementType,

        @Schema(description = "All that the panel may cost, without parts of the currency's smallest unit.")
        @NotNull
        @Valid
        Money budget,

        @Schema(description = "Most creators in the panel.", examples = "10") @NotNull @Min(1) @Max(1000)
        Integer maxCreators,

        @Schema(description = "First day of the campaign, in 2000 or later.", examples = "2026-03-01") @NotNull
        LocalDate startsOn,

        @Schema(description = "Last day of the campaign, not before the first.", examples = "2026-03-31") @NotNull
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
        List<@NotNull ContentFormat> formats,

        @Schema(
                description = "Brands that compete with this one, itself not among them.",
                nullable = true,
                examples = "[\"Sommet\"]")
        @Size(max = 50)
        List<@NotBlank @Size(max = 200) String> competitors,

        @Schema(
                description =
                        "Work for a competitor keeps a creator out from so many days before the first day on, undated"
                                + " work always; as in the rules when left out.",
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
        List<@NotNull @KnownId(taxonomy = "causes-1") String> causes,

        @Schema(description = "Where creators should be; anywhere when left out.", nullable = true) @Valid
        PlaceRequest place,

        @Schema(description = "What creators should do in everyday life.", nullable = true) @Size(max = 20)
        List<@NotNull @Valid HabitRequest> habits,

        @Schema(
                description =
                        "Topics that the brand must not appear beside; none of those wanted, in French or English, and none"
                                + " that covers one.",
                nullable = true,
                examples = "[\"gambling\"]")
        @Size(max = 50)
        List<@NotBlank @Size(max = 100) String> excludedTopics,

        @Schema(
                description = "From how many invitations on nobody is asked; as in the rules when left out.",
                nullable = true)
        @Valid
        SolicitationCapRequest solicitationCap,

        @Schema(description = "Whom to show first of nearly equal creators; the best when left out.", nullable = true)
        @Valid
        ExposureRequest exposure,

        @Schema(description = "What the panel has to keep to; nothing more when left out.", nullable = true) @Valid
        PanelRequest panel) {

    /** Social networks are younger; so is all that is known of creators. */
    private static final LocalDate EARLIEST_DAY = LocalDate.of(2000, 1, 1);

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

            @Schema(
                    description =
                            "The value that counts as success: a decimal string, a share up to 1 for ENGAGEMENT_RATE.",
                    examples = "50000")
            @NotNull
            @Pattern(regexp = "\\d{1,15}(\\.\\d{1,6})?", message = "must be a decimal string such as 50000")
            String target) {

        Objective toDomain() {
            return new Objective(aim, kpi, new BigDecimal(target));
        }
    }

    /** The brief, refused where it contradicts itself; errors point below {@code /brief}. */
    public Brief toDomain() {
        refuseNonsense();
        HabitRequest.refuseRepeated(habits, "/brief/habits");
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
                endsOn,
                brand,
                description,
                audience.toTarget("/brief/audience"),
                conditions());
    }

    private void refuseNonsense() {
        if (startsOn.isBefore(EARLIEST_DAY)) {
            throw DomainException.invalid(
                    "/brief/startsOn", "earliestDay", "must be " + EARLIEST_DAY + " or later, when there are networks");
        }
        if (endsOn.isBefore(startsOn)) {
            throw DomainException.invalid("/brief/endsOn", "notBeforeStart", "must not be before startsOn");
        }
        BudgetCheck.refuseParts(budget, "/brief/budget");
        for (int i = 0; i < objectives.size(); i++) {
            ObjectiveRequest objective = objectives.get(i);
            if (objective.kpi() == Kpi.ENGAGEMENT_RATE
                    && new BigDecimal(objective.target()).compareTo(BigDecimal.ONE) > 0) {
                throw DomainException.invalid(
                        "/brief/objectives/" + i + "/target",
                        "target",
                        "must be a share, at most 1, for ENGAGEMENT_RATE");
            }
        }
        String own = NameKey.of(brand);
        for (int i = 0; competitors != null && i < competitors.size(); i++) {
            if (NameKey.of(competitors.get(i)).equals(own)) {
                throw DomainException.invalid(
                        "/brief/competitors/" + i,
                        "notOwnBrand",
                        "must not be the brand of the brief, however it is written; leave it out");
            }
        }
        Set<String> wanted = Tags.topics(audience.topics());
        for (int i = 0; excludedTopics != null && i < excludedTopics.size(); i++) {
            String excluded = excludedTopics.get(i);
            String pointer = "/brief/excludedTopics/" + i;
            wanted.stream()
                    .filter(topic -> Taxonomy.CONTENT.covers(excluded, topic))
                    .findFirst()
                    .ifPresent(topic -> {
                        throw DomainException.invalid(
                                pointer,
                                "notWanted",
                                "must not be or cover '" + topic + "' of audience.topics; leave out one of the two");
                    });
        }
    }

    private Conditions conditions() {
        return new Conditions(
                sector,
                formats == null ? null : set(formats),
                competitors == null ? null : set(competitors),
                exclusivityDays,
                causes == null ? null : set(causes),
                place == null ? null : place.toDomain(),
                habits == null
                        ? null
                        : habits.stream().map(HabitRequest::toDomain).toList(),
                excludedTopics == null ? null : set(excludedTopics),
                solicitationCap == null ? null : solicitationCap.toDomain(),
                exposure == null ? null : exposure.toDomain());
    }

    private static <T> Set<T> set(Collection<T> values) {
        return new HashSet<>(values);
    }
}

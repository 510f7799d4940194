package org.affinity.matching.match.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.affinity.kit.problem.DomainException;
import org.affinity.matching.match.domain.KnownOverlap;
import org.affinity.matching.match.domain.PanelOptions;
import org.affinity.matching.match.domain.Quota;
import org.affinity.matching.match.domain.QuotaDimension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a panel has to keep to besides budget and places. */
@Schema(
        name = "PanelOptions",
        description = "What the panel has to keep to besides the brief's budget and maxCreators. Everything may be left"
                + " out. Beside constraints that hold already (those of the brief in a match, those of the match in a"
                + " what-if panel) a field that is left out or null keeps what holds; one that is given takes its place as"
                + " a whole: [] lifts a list, 0 minSmallShare, 1 maxShareOfBudget.")
record PanelRequest(
        @Schema(
                description = "Creators who have to be in the panel, whatever their score.",
                nullable = true,
                examples = "[\"01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11\"]")
        @Size(max = 1000)
        List<@NotNull UUID> mustInclude,

        @Schema(
                description = "Creators who must not be in the panel.",
                nullable = true,
                examples = "[\"01977b7e-3c52-7bd1-9a53-0c0d1f6a2b12\"]")
        @Size(max = 1000)
        List<@NotNull UUID> exclude,

        @Schema(description = "Least and most creators of a kind.", nullable = true) @Size(max = 20)
        List<@NotNull @Valid QuotaRequest> quotas,

        @Schema(
                description = "Least share of small creators (tiers PROXIMITY and NANO) in the panel, from 0 to 1.",
                nullable = true,
                examples = "0.5")
        @DecimalMin("0")
        @DecimalMax("1")
        Double minSmallShare,

        @Schema(
                description =
                        "Most of the budget that one creator may take, above 0 and up to 1, but for those who have to be"
                                + " in."
                                + " When left out: 0.4, or one and a half even shares when there are fewer than four places,"
                                + " or 1 when nobody can be paid within that; 1 sets no limit.",
                nullable = true,
                examples = "0.4")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1")
        Double maxShareOfBudget,

        @Schema(
                description = "Measured overlaps of the audiences of two creators. They narrow the interval of the net"
                        + " reach; where REACH is maximised, the panel is chosen with them and objectiveValue is never"
                        + " more than they allow. Where a choice between 20 or fewer is searched through, upperBound"
                        + " counts them; otherwise it does not, and holds with them and without.",
                nullable = true)
        @Size(max = 1000)
        List<@NotNull @Valid OverlapRequest> overlaps) {

    /** Least and most creators of one kind. */
    @Schema(
            name = "PanelQuota",
            description =
                    "How many creators of the panel have one value. A creator whose value is unknown counts towards"
                            + " none; the answer says how many these are. The gender of creators is not known of any: a min"
                            + " of it can never be met, and a max keeps nobody out. Their area is known of those who say"
                            + " what it is like where they live.")
    record QuotaRequest(
            @Schema(description = "What is looked at.", examples = "TIER") @NotNull
            QuotaDimension dimension,

            @Schema(
                    description =
                            "The value: a tier, a country (ISO 3166-1 alpha-2), a platform, a gender (FEMALE, MALE, OTHER),"
                                    + " an area (RURAL, URBAN).",
                    examples = "NANO")
            @NotBlank
            @Size(max = 50)
            String value,

            @Schema(
                    description = "Least creators; 0 when left out. A quota has min, max or both.",
                    nullable = true,
                    examples = "2")
            @Min(0)
            @Max(1000)
            Integer min,

            @Schema(
                    description = "Most creators; any when left out. A quota has min, max or both.",
                    nullable = true,
                    examples = "5")
            @Min(0)
            @Max(1000)
            Integer max) {}

    /** A measured overlap. */
    @Schema(name = "AudienceOverlap", description = "How many people in the target two creators both reach.")
    record OverlapRequest(
            @Schema(description = "One creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11") @NotNull
            UUID oneCreatorId,

            @Schema(description = "The other creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b12") @NotNull
            UUID otherCreatorId,

            @Schema(description = "People whom both reach.", examples = "1200")
            @NotNull
            @DecimalMin("0")
            @DecimalMax(value = OverlapCheck.MOST_PEOPLE, message = OverlapCheck.TOO_MANY_PEOPLE)
            Double people) {}

    /**
     * The options of a request over those that hold already, field by field; refused where they contradict each other,
     * or name what nobody is, whatever creators there are.
     *
     * @param request null when it says nothing
     * @param pointer where the options are in the request
     */
    static PanelOptions over(PanelOptions held, PanelRequest request, String pointer, int places) {
        return request == null ? held : request.checked(held, pointer, places);
    }

    private PanelOptions checked(PanelOptions held, String pointer, int places) {
        refuseNonsense(pointer, places);
        PanelOptions merged = new PanelOptions(
                mustInclude == null ? held.mustInclude() : set(mustInclude),
                exclude == null ? held.exclude() : set(exclude),
                quotas == null
                        ? held.quotas()
                        : quotas.stream()
                                .map(quota -> new Quota(quota.dimension(), quota.value(), quota.min(), quota.max()))
                                .toList(),
                minSmallShare == null ? held.minSmallShare() : minSmallShare,
                maxShareOfBudget == null ? held.maxShareOfBudget() : maxShareOfBudget,
                overlaps == null ? held.overlaps() : known(pointer));
        refuseBoth(merged, pointer);
        return merged;
    }

    private List<KnownOverlap> known(String pointer) {
        List<KnownOverlap> known = overlaps.stream()
                .map(overlap -> new KnownOverlap(overlap.oneCreatorId(), overlap.otherCreatorId(), overlap.people()))
                .toList();
        OverlapCheck.refuseNonsense(known, pointer + "/overlaps");
        return known;
    }

    /** Somebody who has to be in and must not be: an error of the field that the request gives. */
    private void refuseBoth(PanelOptions merged, String pointer) {
        boolean isAsked = mustInclude != null || exclude != null;
        if (!isAsked || Collections.disjoint(merged.mustInclude(), merged.exclude())) {
            return;
        }
        if (exclude == null) {
            throw DomainException.invalid(
                    pointer + "/mustInclude",
                    "notBoth",
                    "must not name a creator who is excluded already; give exclude too, without the creator");
        }
        throw DomainException.invalid(
                pointer + "/exclude",
                "notBoth",
                "must not name a creator who has to be in the panel"
                        + (mustInclude == null ? " already; give mustInclude too, without the creator" : ""));
    }

    /** Where a request names each creator who has to be in the panel; null for no panel. */
    static Map<UUID, String> required(PanelRequest request, String pointer) {
        List<UUID> required = request == null ? List.of() : list(request.mustInclude());
        Map<UUID, String> pointers = new HashMap<>();
        for (int i = 0; i < required.size(); i++) {
            pointers.putIfAbsent(required.get(i), pointer + "/mustInclude/" + i);
        }
        return pointers;
    }

    private void refuseNonsense(String pointer, int places) {
        if (set(mustInclude).size() > places) {
            throw DomainException.invalid(
                    pointer + "/mustInclude", "fitsPlaces", "must not name more creators than there are places");
        }
        Map<QuotaDimension, Integer> least = new EnumMap<>(QuotaDimension.class);
        Set<String> named = new HashSet<>();
        for (int i = 0; i < list(quotas).size(); i++) {
            QuotaRequest quota = quotas.get(i);
            String at = pointer + "/quotas/" + i;
            int min = quota.min() == null ? 0 : quota.min();
            if (quota.max() != null && quota.max() < min) {
                throw DomainException.invalid(at + "/max", "notBelowMin", "must not be below min");
            }
            String objection = quota.dimension().objectionTo(quota.value());
            if (objection != null) {
                throw DomainException.invalid(at + "/value", "oneOf", objection);
            }
            if (!named.add(quota.dimension() + " " + quota.value())) {
                throw DomainException.invalid(at + "/value", "once", "must not be named twice");
            }
            if (quota.min() == null && quota.max() == null) {
                throw DomainException.invalid(at, "minOrMax", "must have min, max or both");
            }
            // Nobody has two values of one dimension, so the minimums add up.
            if (least.merge(quota.dimension(), min, Integer::sum) > places) {
                throw DomainException.invalid(
                        at + "/min", "fitsPlaces", "the minimums must not add up to more than there are places");
            }
        }
    }

    private static <T> List<T> list(List<T> values) {
        return values == null ? List.of() : values;
    }

    private static <T> Set<T> set(Collection<T> values) {
        return values == null ? Set.of() : new HashSet<>(values);
    }
}

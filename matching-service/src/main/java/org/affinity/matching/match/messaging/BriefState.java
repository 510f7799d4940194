package org.affinity.matching.match.messaging;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.match.domain.Aim;
import org.affinity.matching.match.domain.Brief;
import org.affinity.matching.match.domain.Conditions;
import org.affinity.matching.match.domain.Exposure;
import org.affinity.matching.match.domain.Habit;
import org.affinity.matching.match.domain.KnownOverlap;
import org.affinity.matching.match.domain.Kpi;
import org.affinity.matching.match.domain.Objective;
import org.affinity.matching.match.domain.PanelOptions;
import org.affinity.matching.match.domain.Place;
import org.affinity.matching.match.domain.Quota;
import org.affinity.matching.match.domain.QuotaDimension;
import org.affinity.matching.match.domain.SolicitationCap;
import org.affinity.matching.match.domain.Target;

/** The brief of a campaign on the wire. What older campaigns do not say is null and means that it does not matter. */
record BriefState(
        String brand,
        String description,
        List<ObjectiveState> objectives,
        AudienceState audience,
        List<String> platforms,
        List<String> tiers,
        String engagementType,
        MoneyState budget,
        int maxCreators,
        LocalDate startsOn,
        LocalDate endsOn,
        String sector,
        List<String> formats,
        List<String> competitors,
        Integer exclusivityDays,
        List<String> causes,
        PlaceState place,
        List<HabitState> habits,
        List<String> excludedTopics,
        CapState solicitationCap,
        ExposureState exposure,
        PanelState panel) {

    /** One objective. */
    record ObjectiveState(String aim, String kpi, String target) {

        Objective toDomain() {
            return new Objective(Aim.valueOf(aim), Kpi.valueOf(kpi), new BigDecimal(target));
        }
    }

    /** Whom the brief wants to reach. */
    record AudienceState(
            List<String> countries,
            List<String> languages,
            List<String> topics,
            List<String> ageBands,
            List<String> genders,
            List<PlaceState> cities,
            List<String> interests,
            Double minimumShare) {

        Target toTarget() {
            return new Target(
                    Set.copyOf(listed(ageBands)),
                    Set.copyOf(listed(genders)),
                    listed(cities).stream().map(PlaceState::toDomain).collect(Collectors.toSet()),
                    Set.copyOf(listed(interests)),
                    minimumShare);
        }
    }

    /** A city. */
    record PlaceState(String country, String city) {

        Place toDomain() {
            return new Place(country, city);
        }
    }

    /** What creators should do. */
    record HabitState(String question, List<String> anyOf) {

        Habit toDomain() {
            return new Habit(question, Set.copyOf(anyOf));
        }
    }

    /** Limits of invitations. */
    record CapState(Integer openInvitations, Integer invitationsLast30Days) {}

    /** Whom to show first. */
    record ExposureState(String policy, Long seed, Double tolerance) {}

    /** What the panel has to keep to. */
    record PanelState(
            List<UUID> mustInclude,
            List<UUID> exclude,
            List<QuotaState> quotas,
            Double minSmallShare,
            Double maxShareOfBudget,
            List<OverlapState> overlaps) {

        PanelOptions toDomain() {
            return new PanelOptions(
                    Set.copyOf(listed(mustInclude)),
                    Set.copyOf(listed(exclude)),
                    listed(quotas).stream().map(QuotaState::toDomain).toList(),
                    minSmallShare,
                    maxShareOfBudget,
                    listed(overlaps).stream().map(OverlapState::toDomain).toList());
        }
    }

    /** Least and most creators of a kind. */
    record QuotaState(String dimension, String value, Integer min, Integer max) {

        Quota toDomain() {
            return new Quota(QuotaDimension.valueOf(dimension), value, min, max);
        }
    }

    /** A measured overlap. */
    record OverlapState(UUID oneCreatorId, UUID otherCreatorId, double people) {

        KnownOverlap toDomain() {
            return new KnownOverlap(oneCreatorId, otherCreatorId, people);
        }
    }

    /** Money on the wire: a decimal string. */
    record MoneyState(String amount, String currency) {

        Money toDomain() {
            return new Money(new BigDecimal(amount), currency);
        }
    }

    Brief toDomain() {
        return new Brief(
                objectives.stream().map(ObjectiveState::toDomain).toList(),
                Set.copyOf(audience.countries()),
                Set.copyOf(audience.languages()),
                Set.copyOf(audience.topics()),
                platforms.stream().map(Platform::new).collect(Collectors.toUnmodifiableSet()),
                known(tiers, Tier.class),
                EngagementType.valueOf(engagementType),
                budget.toDomain(),
                maxCreators,
                startsOn,
                endsOn,
                brand,
                description,
                audience.toTarget(),
                conditions());
    }

    PanelOptions panelOptions() {
        return panel == null ? PanelOptions.NONE : panel.toDomain();
    }

    private Conditions conditions() {
        return new Conditions(
                sector,
                known(listed(formats), ContentFormat.class),
                Set.copyOf(listed(competitors)),
                // What makes no sense counts as not said: a published campaign is matched all the same.
                exclusivityDays == null || exclusivityDays < 1 ? null : exclusivityDays,
                Set.copyOf(listed(causes)),
                place == null ? null : place.toDomain(),
                listed(habits).stream().map(HabitState::toDomain).toList(),
                Set.copyOf(listed(excludedTopics)),
                solicitationCap == null
                        ? null
                        : new SolicitationCap(
                                solicitationCap.openInvitations(), solicitationCap.invitationsLast30Days()),
                exposure == null
                        ? null
                        : new Exposure(
                                Exposure.Policy.valueOf(exposure.policy()), exposure.seed(), exposure.tolerance()));
    }

    private static <E extends Enum<E>> Set<E> known(Collection<String> names, Class<E> type) {
        return names.stream().map(name -> Enum.valueOf(type, name)).collect(Collectors.toUnmodifiableSet());
    }

    private static <T> List<T> listed(List<T> values) {
        return values == null ? List.of() : values;
    }
}

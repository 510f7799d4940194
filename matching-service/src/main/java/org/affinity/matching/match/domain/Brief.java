package org.affinity.matching.match.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tags;
import org.affinity.matching.candidate.domain.Tier;

/**
 * What an organisation looks for. Empty countries, languages, topics, platforms or tiers mean "any". There is at least
 * one objective, at least one creator is wanted, and the campaign does not end before it starts.
 *
 * @param brand name of the brand; empty when a brief from before it was kept is read again
 * @param description the campaign in the brand's words; empty when nothing is said
 * @param target whom to reach, besides countries, languages and topics
 * @param conditions what else is asked of creators
 */
public record Brief(
        List<Objective> objectives,
        Set<String> countries,
        Set<String> languages,
        Set<String> topics,
        Set<Platform> platforms,
        Set<Tier> tiers,
        EngagementType engagementType,
        Money budget,
        int maxCreators,
        LocalDate startsOn,
        LocalDate endsOn,
        String brand,
        String description,
        Target target,
        Conditions conditions) {

    public Brief {
        objectives = List.copyOf(objectives);
        countries = Tags.countries(countries);
        languages = Tags.languages(languages);
        topics = Tags.topics(topics);
        platforms = Set.copyOf(platforms);
        tiers = Set.copyOf(tiers);
        brand = brand == null ? "" : brand;
        description = description == null ? "" : description;
        target = target == null ? Target.ANY : target;
        conditions = conditions == null ? Conditions.NONE : conditions;
        if (objectives.isEmpty() || maxCreators < 1 || endsOn.isBefore(startsOn)) {
            throw new IllegalArgumentException("a brief has an objective, a place for a creator, and ordered dates");
        }
    }

    /** Length of the campaign in days, first and last day included. */
    public long days() {
        return ChronoUnit.DAYS.between(startsOn, endsOn) + 1;
    }

    /** The same brief with another budget and number of places; null keeps what it has. */
    public Brief with(Money otherBudget, Integer otherMaxCreators) {
        return new Brief(
                objectives,
                countries,
                languages,
                topics,
                platforms,
                tiers,
                engagementType,
                otherBudget == null ? budget : otherBudget,
                otherMaxCreators == null ? maxCreators : otherMaxCreators,
                startsOn,
                endsOn,
                brand,
                description,
                target,
                conditions);
    }

    /** Whom the campaign wants to reach, in one dimension of an audience; empty for anybody. */
    Collection<String> audience(AudienceDimension dimension) {
        return switch (dimension) {
            case COUNTRY -> countries;
            case LANGUAGE -> languages;
            case AGE_BAND -> target.ageBands();
            case GENDER -> target.genders();
            case INTEREST -> target.interests();
            case CITY -> target.cityKeys();
            case REGION -> Set.of();
        };
    }

    /** What the organisation wants first: the aim of the first objective. */
    public Aim mainAim() {
        return objectives.getFirst().aim();
    }

    /** The KPI of the first objective: what the panel maximises. */
    public Kpi mainKpi() {
        return objectives.getFirst().kpi();
    }

    static <T> boolean anyOrContains(Collection<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }
}

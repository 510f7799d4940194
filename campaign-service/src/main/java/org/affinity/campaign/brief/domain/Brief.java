package org.affinity.campaign.brief.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.affinity.kit.json.Money;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;

/**
 * What an organisation wants: objectives, audience, places, money and dates. A brief that breaks a rule does not exist;
 * the attempt to make one names every broken rule at once.
 *
 * @param brand in whose name the campaign speaks
 * @param description what the creators are asked to do, in the brand's words
 * @param objectives at least one, each KPI at most once
 * @param audience whom to reach
 * @param platforms where to publish, at least one
 * @param tiers sizes of account that fit; empty means any
 * @param engagementType what the creators get
 * @param budget the most that all creators together may cost; zero only where nobody is paid
 * @param maxCreators the most creators that may work on the campaign
 * @param startsOn first day
 * @param endsOn last day, included
 * @param conditions what else is asked of creators and panel
 */
public record Brief(
        String brand,
        String description,
        List<Objective> objectives,
        Audience audience,
        List<Platform> platforms,
        List<Tier> tiers,
        EngagementType engagementType,
        Money budget,
        int maxCreators,
        LocalDate startsOn,
        LocalDate endsOn,
        Conditions conditions) {

    /** The most creators that one campaign can have. */
    public static final int MAX_CREATORS = 1000;

    /** Social networks are younger. */
    private static final LocalDate EARLIEST_DAY = LocalDate.of(2000, 1, 1);

    /** Codes of ISO 3166-1, and XK, which profiles and the European Union use for Kosovo. */
    static final Set<String> COUNTRIES = Stream.concat(
                    Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream(), Stream.of("XK"))
            .collect(Collectors.toUnmodifiableSet());

    public Brief {
        objectives = List.copyOf(objectives);
        platforms = List.copyOf(platforms);
        tiers = List.copyOf(tiers);
        conditions = conditions == null ? Conditions.NONE : conditions;
        List<FieldError> errors = new ArrayList<>();
        checkObjectives(objectives, errors);
        checkPlaces(audience, conditions, errors);
        checkAgeBands(audience, errors);
        checkBudget(budget, engagementType, errors);
        if (platforms.isEmpty()) {
            errors.add(FieldError.at("/brief/platforms", "notEmpty", "must name at least one platform"));
        }
        if (maxCreators < 1 || maxCreators > MAX_CREATORS) {
            errors.add(FieldError.at("/brief/maxCreators", "range", "must be between 1 and " + MAX_CREATORS));
        }
        if (endsOn.isBefore(startsOn)) {
            errors.add(FieldError.at("/brief/endsOn", "dateOrder", "must not be before startsOn"));
        }
        errors.addAll(conditions.errors(maxCreators));
        if (!errors.isEmpty()) {
            throw new DomainException(CommonProblem.VALIDATION_FAILED, describe(errors), errors);
        }
    }

    /** The same without a creator in what the panel has to keep to. */
    public Brief without(UUID creatorId) {
        return new Brief(
                brand,
                description,
                objectives,
                audience,
                platforms,
                tiers,
                engagementType,
                budget,
                maxCreators,
                startsOn,
                endsOn,
                conditions.without(creatorId));
    }

    /** The platforms that it names, by where. */
    public SequencedMap<String, String> platformsByPointer() {
        SequencedMap<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < platforms.size(); i++) {
            named.put("/brief/platforms/" + i, platforms.get(i).name());
        }
        if (conditions.panel() != null) {
            conditions.panel().platformsByPointer("/brief/panel", named);
        }
        return named;
    }

    /** Refuses what means nothing or contradicts itself; briefs that were stored with such before can still be read. */
    public void requireSense() {
        List<FieldError> errors = conditions.nonsense(brand, audience.topics());
        if (startsOn.isBefore(EARLIEST_DAY)) {
            errors.add(FieldError.at(
                    "/brief/startsOn",
                    "earliestDay",
                    "must be " + EARLIEST_DAY + " or later, when there are networks"));
        }
        if (!errors.isEmpty()) {
            throw new DomainException(CommonProblem.VALIDATION_FAILED, describe(errors), errors);
        }
    }

    /** Whether the last day has passed. */
    public boolean endedBefore(LocalDate today) {
        return endsOn.isBefore(today);
    }

    private static void checkObjectives(List<Objective> objectives, List<FieldError> errors) {
        if (objectives.isEmpty()) {
            errors.add(FieldError.at("/brief/objectives", "notEmpty", "must hold at least one objective"));
        }
        Map<Kpi, Integer> firstWith = new EnumMap<>(Kpi.class);
        for (int i = 0; i < objectives.size(); i++) {
            Objective objective = objectives.get(i);
            String objection = objective.kpi().objectionTo(objective.target());
            if (objection != null) {
                errors.add(FieldError.at("/brief/objectives/" + i + "/target", "target", objection));
            }
            Integer earlier = firstWith.putIfAbsent(objective.kpi(), i);
            if (earlier != null) {
                errors.add(FieldError.at(
                        "/brief/objectives/" + i + "/kpi",
                        "unique",
                        "is already the KPI of objective " + earlier + "; one target for each KPI"));
            }
        }
    }

    private static void checkPlaces(Audience audience, Conditions conditions, List<FieldError> errors) {
        for (int i = 0; i < audience.countries().size(); i++) {
            checkCountry(audience.countries().get(i), "/brief/audience/countries/" + i, errors);
        }
        for (int i = 0; i < audience.cities().size(); i++) {
            checkCountry(audience.cities().get(i).country(), "/brief/audience/cities/" + i + "/country", errors);
        }
        if (conditions.place() != null) {
            checkCountry(conditions.place().country(), "/brief/place/country", errors);
        }
    }

    private static void checkCountry(String country, String pointer, List<FieldError> errors) {
        if (!COUNTRIES.contains(country)) {
            errors.add(FieldError.at(pointer, "country", "is not a country code of ISO 3166-1"));
        }
    }

    private static void checkAgeBands(Audience audience, List<FieldError> errors) {
        for (int i = 0; i < audience.ageBands().size(); i++) {
            String[] ages = audience.ageBands().get(i).split("-", -1);
            if (ages.length == 2 && Integer.parseInt(ages[0]) > Integer.parseInt(ages[1])) {
                errors.add(FieldError.at(
                        "/brief/audience/ageBands/" + i, "ageOrder", "must go from the lower age to the higher"));
            }
        }
    }

    private static void checkBudget(Money budget, EngagementType engagementType, List<FieldError> errors) {
        BigDecimal amount = budget.decimal();
        // Requests name no metals, which have no decimals; briefs from before they were refused can still be read.
        int decimals = Math.max(0, Currency.getInstance(budget.currency()).getDefaultFractionDigits());
        if (amount.stripTrailingZeros().scale() > decimals) {
            errors.add(FieldError.at(
                    "/brief/budget/amount",
                    "decimals",
                    "must have at most " + decimals + " decimals in " + budget.currency()));
        }
        if (amount.signum() == 0 && engagementType.needsBudget()) {
            errors.add(FieldError.at(
                    "/brief/budget/amount",
                    "positive",
                    "must be greater than 0 unless engagementType is GIFTED or VOLUNTEER"));
        }
    }

    private static String describe(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        return first.pointer() + ": " + first.detail()
                + (errors.size() > 1 ? " (and " + (errors.size() - 1) + " more)" : "");
    }
}

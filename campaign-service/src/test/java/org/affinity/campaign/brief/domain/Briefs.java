package org.affinity.campaign.brief.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.json.Money;

/** Briefs for tests: a valid one, and copies of it with one thing changed. */
public final class Briefs {

    private Briefs() {}

    /** A brief that breaks no rule. */
    public static Brief valid() {
        return with(
                List.of(objective(Kpi.IMPRESSIONS, "50000")),
                EngagementType.PAID,
                new Money("5000.00", "EUR"),
                LocalDate.of(2027, 3, 1),
                LocalDate.of(2027, 3, 31));
    }

    static Brief with(List<Objective> objectives) {
        Brief valid = valid();
        return with(objectives, valid.engagementType(), valid.budget(), valid.startsOn(), valid.endsOn());
    }

    static Brief with(EngagementType engagementType, Money budget) {
        Brief valid = valid();
        return with(valid.objectives(), engagementType, budget, valid.startsOn(), valid.endsOn());
    }

    static Brief with(LocalDate startsOn, LocalDate endsOn) {
        Brief valid = valid();
        return with(valid.objectives(), valid.engagementType(), valid.budget(), startsOn, endsOn);
    }

    static Brief with(Audience audience, List<Platform> platforms, int maxCreators) {
        Brief valid = valid();
        return new Brief(
                valid.brand(),
                valid.description(),
                valid.objectives(),
                audience,
                platforms,
                valid.tiers(),
                valid.engagementType(),
                valid.budget(),
                maxCreators,
                valid.startsOn(),
                valid.endsOn(),
                valid.conditions());
    }

    static Brief with(Conditions conditions) {
        Brief valid = valid();
        return new Brief(
                valid.brand(),
                valid.description(),
                valid.objectives(),
                valid.audience(),
                valid.platforms(),
                valid.tiers(),
                valid.engagementType(),
                valid.budget(),
                valid.maxCreators(),
                valid.startsOn(),
                valid.endsOn(),
                conditions);
    }

    static Objective objective(Kpi kpi, String target) {
        return new Objective(new UUID(7, 1), Aim.VISIBILITY, kpi, new BigDecimal(target));
    }

    private static Brief with(
            List<Objective> objectives,
            EngagementType engagementType,
            Money budget,
            LocalDate startsOn,
            LocalDate endsOn) {
        return new Brief(
                "Alpine Shoes",
                "Show our new trail shoe on your favourite path.",
                objectives,
                new Audience(List.of("FR"), List.of("fr"), List.of("running")),
                List.of(Platform.INSTAGRAM),
                List.of(Tier.NANO),
                engagementType,
                budget,
                10,
                startsOn,
                endsOn,
                Conditions.NONE);
    }
}

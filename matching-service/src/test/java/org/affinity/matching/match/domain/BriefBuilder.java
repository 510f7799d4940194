package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;

/** Makes briefs; without further ado paid work with impressions as its objective, open to anyone. */
final class BriefBuilder {

    private List<Objective> objectives =
            List.of(new Objective(Aim.VISIBILITY, Kpi.IMPRESSIONS, new BigDecimal(50_000)));
    private Set<String> countries = Set.of();
    private Set<String> languages = Set.of();
    private Set<String> topics = Set.of();
    private Set<Platform> platforms = Set.of();
    private Set<Tier> tiers = Set.of();
    private EngagementType engagementType = EngagementType.PAID;
    private Money budget = new Money(new BigDecimal(5_000), "EUR");
    private int maxCreators = 5;
    private LocalDate startsOn = LocalDate.parse("2026-03-01");
    private LocalDate endsOn = LocalDate.parse("2026-03-31");

    private String brand = "Maison Verte";
    private String description;
    private Target target = Target.ANY;
    private Conditions conditions = Conditions.NONE;

    static BriefBuilder brief() {
        return new BriefBuilder();
    }

    BriefBuilder objective(Aim aim, Kpi kpi, String target) {
        objectives = List.of(new Objective(aim, kpi, new BigDecimal(target)));
        return this;
    }

    BriefBuilder countries(String... values) {
        countries = Set.of(values);
        return this;
    }

    BriefBuilder languages(String... values) {
        languages = Set.of(values);
        return this;
    }

    BriefBuilder topics(String... values) {
        topics = Set.copyOf(List.of(values));
        return this;
    }

    BriefBuilder platforms(Platform... values) {
        platforms = Set.of(values);
        return this;
    }

    BriefBuilder tiers(Tier... values) {
        tiers = Set.of(values);
        return this;
    }

    BriefBuilder engagementType(EngagementType value) {
        engagementType = value;
        return this;
    }

    BriefBuilder budget(String amount) {
        return budget(amount, "EUR");
    }

    BriefBuilder budget(String amount, String currency) {
        budget = new Money(new BigDecimal(amount), currency);
        return this;
    }

    BriefBuilder maxCreators(int value) {
        maxCreators = value;
        return this;
    }

    BriefBuilder dates(String first, String last) {
        startsOn = LocalDate.parse(first);
        endsOn = LocalDate.parse(last);
        return this;
    }

    BriefBuilder brand(String value) {
        brand = value;
        return this;
    }

    BriefBuilder description(String value) {
        description = value;
        return this;
    }

    BriefBuilder target(Target value) {
        target = value;
        return this;
    }

    BriefBuilder conditions(Conditions value) {
        conditions = value;
        return this;
    }

    Brief build() {
        return new Brief(
                objectives,
                countries,
                languages,
                topics,
                platforms,
                tiers,
                engagementType,
                budget,
                maxCreators,
                startsOn,
                endsOn,
                brand,
                description,
                target,
                conditions);
    }
}

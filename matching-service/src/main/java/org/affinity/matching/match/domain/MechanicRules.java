package org.affinity.matching.match.domain;

import java.util.List;
import java.util.Set;
import org.affinity.matching.candidate.domain.EngagementType;

/**
 * Rules that turn a brief into a mechanic, as versioned data. The first rule that applies decides; the last one applies
 * to every brief.
 */
public record MechanicRules(String version, List<Rule> rules) {

    /** Applies when each stated condition holds; an empty or null condition holds always. */
    public record Rule(
            MechanicType mechanic,
            Set<EngagementType> engagementTypes,
            Set<Aim> aims,
            Set<Kpi> kpis,
            Integer maxDays,
            String reason) {

        boolean appliesTo(Brief brief) {
            return Brief.anyOrContains(engagementTypes, brief.engagementType())
                    && (aims.isEmpty() || brief.objectives().stream().anyMatch(o -> aims.contains(o.aim())))
                    && (kpis.isEmpty() || brief.objectives().stream().anyMatch(o -> kpis.contains(o.kpi())))
                    && (maxDays == null || brief.days() <= maxDays);
        }
    }

    public Mechanic recommend(Brief brief) {
        return rules.stream()
                .filter(rule -> rule.appliesTo(brief))
                .findFirst()
                .map(rule -> new Mechanic(rule.mechanic(), List.of(rule.reason())))
                .orElseThrow(() -> new IllegalStateException("mechanic rules " + version + " leave a brief out"));
    }
}

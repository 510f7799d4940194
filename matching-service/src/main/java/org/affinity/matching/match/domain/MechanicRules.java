package org.affinity.matching.match.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.EngagementType;

/**
 * Rules that turn a brief into a mechanic, as versioned data: what speaks for each mechanic, in points. The one with
 * most points is proposed; of equals the first in the data.
 *
 * @param alternatives how many others are named
 * @param sources where the rules come from
 */
public record MechanicRules(String version, int alternatives, List<String> sources, List<Candidacy> mechanics) {

    public MechanicRules {
        sources = List.copyOf(sources);
        mechanics = List.copyOf(mechanics);
    }

    /** Parts of a brief that may be left out. */
    public enum Part {
        CAUSES,
        HABITS,
        PLACE;

        boolean isIn(Conditions conditions) {
            return switch (this) {
                case CAUSES -> !conditions.causes().isEmpty();
                case HABITS -> !conditions.habits().isEmpty();
                case PLACE -> conditions.place() != null;
            };
        }
    }

    /**
     * What speaks for a mechanic.
     *
     * @param engagementTypes only with these is it possible; empty for any
     */
    public record Candidacy(MechanicType mechanic, Set<EngagementType> engagementTypes, List<Argument> arguments) {

        public Candidacy {
            engagementTypes = Set.copyOf(engagementTypes);
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * Speaks for a mechanic when each stated condition holds; an empty or null condition holds always.
     *
     * @param condition the conditions in words, as in "if …"; null when there are none
     */
    public record Argument(
            int points,
            Set<EngagementType> engagementTypes,
            Set<Aim> aims,
            Set<Kpi> kpis,
            Set<ContentFormat> formats,
            Set<Part> needs,
            Integer minDays,
            Integer maxDays,
            String condition,
            String reason) {

        public Argument {
            engagementTypes = engagementTypes == null ? Set.of() : Set.copyOf(engagementTypes);
            aims = aims == null ? Set.of() : Set.copyOf(aims);
            kpis = kpis == null ? Set.of() : Set.copyOf(kpis);
            formats = formats == null ? Set.of() : Set.copyOf(formats);
            needs = needs == null ? Set.of() : Set.copyOf(needs);
        }

        boolean appliesTo(Brief brief) {
            return Brief.anyOrContains(engagementTypes, brief.engagementType())
                    && (aims.isEmpty() || brief.objectives().stream().anyMatch(o -> aims.contains(o.aim())))
                    && (kpis.isEmpty() || brief.objectives().stream().anyMatch(o -> kpis.contains(o.kpi())))
                    && (formats.isEmpty()
                            || brief.conditions().formats().stream().anyMatch(formats::contains))
                    && needs.stream().allMatch(part -> part.isIn(brief.conditions()))
                    && (minDays == null || brief.days() >= minDays)
                    && (maxDays == null || brief.days() <= maxDays);
        }
    }

    /** What speaks for one mechanic in view of a brief. */
    private record Case(Candidacy candidacy, List<Argument> holding, List<Argument> lacking) {

        static final Comparator<Argument> WEIGHTIEST_FIRST =
                Comparator.comparingInt(Argument::points).reversed();

        static Case of(Candidacy candidacy, Brief brief) {
            List<Argument> holding = new ArrayList<>();
            List<Argument> lacking = new ArrayList<>();
            for (Argument argument : candidacy.arguments()) {
                (argument.appliesTo(brief) ? holding : lacking).add(argument);
            }
            holding.sort(WEIGHTIEST_FIRST);
            lacking.sort(WEIGHTIEST_FIRST);
            return new Case(candidacy, holding, lacking);
        }

        int points() {
            return holding.stream().mapToInt(Argument::points).sum();
        }

        List<String> reasons() {
            return holding.stream().map(Argument::reason).toList();
        }

        Mechanic.Alternative behind(Case first) {
            Optional<String> gain = lacking.stream()
                    .findFirst()
                    .map(argument -> "; %d more if %s".formatted(argument.points(), argument.condition()));
            String why = "%d points against %d for %s%s."
                    .formatted(points(), first.points(), first.candidacy.mechanic(), gain.orElse(""));
            return new Mechanic.Alternative(candidacy.mechanic(), points(), reasons(), why);
        }
    }

    /** The mechanic for a brief, with what else is possible. */
    public Mechanic recommend(Brief brief) {
        List<Case> cases = mechanics.stream()
                .filter(candidacy -> Brief.anyOrContains(candidacy.engagementTypes(), brief.engagementType()))
                .map(candidacy -> Case.of(candidacy, brief))
                .filter(each -> each.points() > 0)
                .sorted(Comparator.comparingInt(Case::points).reversed())
                .toList();
        if (cases.isEmpty()) {
            throw new IllegalStateException("mechanic rules " + version + " leave a brief out");
        }
        Case first = cases.getFirst();
        return new Mechanic(
                first.candidacy().mechanic(),
                version,
                first.points(),
                first.reasons(),
                cases.stream()
                        .skip(1)
                        .limit(alternatives)
                        .map(each -> each.behind(first))
                        .toList());
    }
}

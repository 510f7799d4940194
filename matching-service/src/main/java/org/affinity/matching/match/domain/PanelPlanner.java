package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.match.domain.panel.PanelProblem;
import org.affinity.matching.match.domain.panel.PanelSolution;
import org.affinity.matching.match.domain.panel.PanelSolver;

/**
 * Proposes creators together.
 *
 * <p>A brand does not buy followers, it buys a result in its target. So a creator counts for the expected result among
 * the people the brief wants to reach, times the chance that it comes about for this brief ({@link PanelModel#fit}): a
 * large account with the wrong audience counts for less than a small one with the right audience. People whom several
 * reach count once where the KPI counts people. And as invitations are declined and posts fail, no creator may take
 * more than a share of the budget: a panel that hangs on one person is none. Creators of whom more speaks against than
 * for are left out, whatever is left of the budget; who is required stays.
 */
public final class PanelPlanner {

    /** With few places each may cost more than the usual share: one and a half even shares. */
    private static final double EVEN_SHARES = 1.5;

    private static final MathContext PER_RESULT = new MathContext(4);

    private final PanelModel model;
    private final PanelSolver solver;

    public PanelPlanner(PanelModel model, List<Double> exponents) {
        this.model = model;
        this.solver = new PanelSolver(exponents);
    }

    /** Chooses from a pool; the same pool, brief and options give the same plan. */
    public PanelPlan plan(Brief brief, PanelOptions options, PanelPool pool) {
        double largestShare = largestShare(brief, options);
        List<PanelCandidate> candidates = candidates(brief, options, pool, largestShare);
        if (candidates.stream().noneMatch(candidate -> isPayable(candidate, brief))) {
            // Rather a dear creator than no panel, unless the request itself says otherwise.
            if (options.maxShareOfBudget() == null) {
                largestShare = 1;
                candidates = candidates(brief, options, pool, largestShare);
            }
        }
        PanelTask task = new PanelTask(model, brief, options, candidates);
        if (!pool.unavailable().isEmpty()) {
            List<PanelPlan.Infeasibility> reasons = pool.unavailable().entrySet().stream()
                    .map(entry -> PanelInfeasibility.unavailable(entry.getKey(), entry.getValue()))
                    .toList();
            return empty(brief, task, largestShare, PanelPlan.EmptyReason.CONSTRAINTS, reasons);
        }
        Optional<PanelSolution> solution = solver.solve(task.objective());
        if (solution.isEmpty()) {
            List<PanelPlan.Infeasibility> reasons = new PanelInfeasibility(solver, task, brief, options).explain();
            return empty(brief, task, largestShare, PanelPlan.EmptyReason.CONSTRAINTS, reasons);
        }
        if (solution.get().members().isEmpty()) {
            return empty(brief, task, largestShare, reasonFor(pool, candidates), List.of());
        }
        return proposed(brief, task, largestShare, solution.get());
    }

    private double largestShare(Brief brief, PanelOptions options) {
        return options.maxShareOfBudget() == null
                ? Math.min(1, Math.max(model.largestShareOfBudget(), EVEN_SHARES / brief.maxCreators()))
                : options.maxShareOfBudget();
    }

    private static List<PanelCandidate> candidates(
            Brief brief, PanelOptions options, PanelPool pool, double largestShare) {
        BigDecimal dearest = brief.budget().amount().multiply(BigDecimal.valueOf(largestShare));
        return pool.candidates().stream()
                .filter(candidate -> options.mustInclude().contains(candidate.creatorId())
                        || (candidate.score() >= 0
                                && !options.exclude().contains(candidate.creatorId())
                                && candidate.price().amount().compareTo(dearest) <= 0))
                .toList();
    }

    private static boolean isPayable(PanelCandidate candidate, Brief brief) {
        return !candidate.price().exceeds(brief.budget());
    }

    private static PanelPlan.EmptyReason reasonFor(PanelPool pool, List<PanelCandidate> candidates) {
        if (pool.eligible() == 0) {
            return PanelPlan.EmptyReason.NOBODY_ELIGIBLE;
        }
        boolean noneFits = pool.candidates().stream().noneMatch(candidate -> candidate.score() >= 0);
        return noneFits || !candidates.isEmpty()
                ? PanelPlan.EmptyReason.NOBODY_FITS
                : PanelPlan.EmptyReason.NOBODY_LEFT;
    }

    private static PanelPlan empty(
            Brief brief,
            PanelTask task,
            double largestShare,
            PanelPlan.EmptyReason reason,
            List<PanelPlan.Infeasibility> infeasibilities) {
        return new PanelPlan(
                brief.mainKpi(),
                0,
                0,
                0,
                infeasibilities.isEmpty(),
                task.pool().size(),
                largestShare,
                Money.zero(brief.budget().currency()),
                new NetReach(0, 0, 0, task.population()),
                List.of(),
                List.of(),
                reason,
                infeasibilities);
    }

    private PanelPlan proposed(Brief brief, PanelTask task, double largestShare, PanelSolution solution) {
        List<PanelPlan.Member> members = solution.members().stream()
                .mapToObj(number -> member(task, solution, number))
                .sorted(Comparator.comparingDouble(
                                (PanelPlan.Member member) -> member.candidate().score())
                        .reversed()
                        .thenComparing(member -> member.candidate().creatorId(), Scored::compareIds))
                .toList();
        return new PanelPlan(
                brief.mainKpi(),
                solution.value(),
                solution.upperBound(),
                solution.gap(),
                solution.optimal(),
                task.pool().size(),
                largestShare,
                cost(members, brief),
                task.netReach(solution.members()),
                members,
                exposure(members, brief),
                null,
                List.of());
    }

    private PanelPlan.Member member(PanelTask task, PanelSolution solution, int number) {
        PanelCandidate candidate = task.pool().get(number);
        PanelProblem objective = task.objective();
        BitSet alone = new BitSet();
        alone.set(number);
        BitSet others = (BitSet) solution.members().clone();
        others.clear(number);
        double marginal = Math.max(0, solution.value() - objective.value(others));
        return new PanelPlan.Member(
                candidate,
                model.fit(candidate.score()),
                task.reachInTarget(number),
                objective.value(alone),
                marginal,
                marginal > 0 ? candidate.price().amount().divide(BigDecimal.valueOf(marginal), PER_RESULT) : null);
    }

    private static List<PanelPlan.TierExposure> exposure(List<PanelPlan.Member> members, Brief brief) {
        double all = members.stream()
                .mapToDouble(member -> member.candidate().impressions())
                .sum();
        Map<Tier, List<PanelPlan.Member>> byTier = new EnumMap<>(Tier.class);
        members.forEach(member -> byTier.computeIfAbsent(member.candidate().tier(), _ -> new ArrayList<>())
                .add(member));
        return byTier.entrySet().stream()
                .map(entry -> new PanelPlan.TierExposure(
                        entry.getKey(),
                        entry.getValue().size(),
                        all == 0
                                ? 0
                                : entry.getValue().stream()
                                                .mapToDouble(member ->
                                                        member.candidate().impressions())
                                                .sum()
                                        / all,
                        cost(entry.getValue(), brief)))
                .toList();
    }

    private static Money cost(List<PanelPlan.Member> members, Brief brief) {
        return members.stream()
                .map(member -> member.candidate().price())
                .reduce(Money.zero(brief.budget().currency()), Money::plus);
    }
}

package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.match.domain.panel.PanelProblem;
import org.affinity.matching.match.domain.panel.PanelRotation;
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
    private final Categories categories;
    private final PanelSolver solver;

    public PanelPlanner(PanelModel model, List<Double> exponents, Categories categories) {
        this.model = model;
        this.categories = categories;
        this.solver = new PanelSolver(exponents);
    }

    /**
     * Chooses from a pool; the same pool, brief, options and day give the same plan.
     *
     * @param asOf when: where nearly equal creators take turns, each day has its own
     */
    public PanelPlan plan(Brief brief, PanelOptions options, PanelPool pool, Instant asOf) {
        return planned(brief, options, pool, asOf).plan();
    }

    /** A plan, and why others are not in it. */
    public record Planned(PanelPlan plan, LeftOutReasons leftOut) {}

    /** As {@link #plan}, for who asks about those who are not in it too. */
    public Planned planned(Brief brief, PanelOptions options, PanelPool pool, Instant asOf) {
        double largestShare = largestShare(brief, options);
        List<PanelCandidate> candidates = candidates(brief, options, pool, largestShare);
        if (candidates.stream().noneMatch(candidate -> isPayable(candidate, brief))) {
            // Rather a dear creator than no panel, unless the request itself says otherwise.
            if (options.maxShareOfBudget() == null) {
                largestShare = 1;
                candidates = candidates(brief, options, pool, largestShare);
            }
        }
        PanelTask task = new PanelTask(model, categories, brief, options, candidates);
        PanelPlan plan = plan(brief, options, pool, task, largestShare, asOf);
        Set<UUID> members = plan.members().stream()
                .map(member -> member.candidate().creatorId())
                .collect(Collectors.toSet());
        return new Planned(
                plan, new LeftOutReasons(brief, options, pool, task, largestShare, members, turns(brief, asOf)));
    }

    /**
     * Why others are not in a panel that was planned before.
     *
     * @param largestShare most of the budget that one creator could take
     * @param members all of the panel; each is in the pool
     * @param asOf when it was planned
     */
    public LeftOutReasons leftOut(
            Brief brief, PanelOptions options, PanelPool pool, double largestShare, Set<UUID> members, Instant asOf) {
        List<PanelCandidate> candidates = candidates(brief, options, pool, largestShare);
        PanelTask task = new PanelTask(model, categories, brief, options, candidates);
        return new LeftOutReasons(brief, options, pool, task, largestShare, members, turns(brief, asOf));
    }

    private PanelPlan plan(
            Brief brief, PanelOptions options, PanelPool pool, PanelTask task, double largestShare, Instant asOf) {
        if (!pool.unavailable().isEmpty()) {
            List<PanelPlan.Infeasibility> reasons = pool.unavailable().entrySet().stream()
                    .map(entry -> PanelInfeasibility.unavailable(entry.getKey(), entry.getValue()))
                    .toList();
            return empty(brief, pool, task, largestShare, PanelPlan.EmptyReason.CONSTRAINTS, reasons);
        }
        Optional<PanelSolution> solution = solver.solve(task.objective());
        if (solution.isEmpty()) {
            List<PanelPlan.Infeasibility> reasons =
                    infeasibility(brief, options, pool, task, largestShare).explain();
            return empty(brief, pool, task, largestShare, PanelPlan.EmptyReason.CONSTRAINTS, reasons);
        }
        if (solution.get().members().isEmpty()) {
            List<PanelPlan.Infeasibility> reasons =
                    infeasibility(brief, options, pool, task, largestShare).explainNobody();
            if (!reasons.isEmpty()) {
                return empty(brief, pool, task, largestShare, PanelPlan.EmptyReason.CONSTRAINTS, reasons);
            }
            return empty(brief, pool, task, largestShare, reasonFor(pool, task.pool()), List.of());
        }
        return proposed(brief, pool, task, largestShare, solution.get(), asOf);
    }

    private PanelInfeasibility infeasibility(
            Brief brief, PanelOptions options, PanelPool pool, PanelTask task, double largestShare) {
        List<PanelCandidate> tooDear = new ArrayList<>(candidates(brief, options, pool, 1));
        tooDear.removeAll(task.pool());
        return new PanelInfeasibility(solver, task, brief, options, largestShare, tooDear);
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
        boolean noneFits = !pool.candidates().isEmpty()
                && pool.candidates().stream().noneMatch(candidate -> candidate.score() >= 0);
        return noneFits || !candidates.isEmpty()
                ? PanelPlan.EmptyReason.NOBODY_FITS
                : PanelPlan.EmptyReason.NOBODY_LEFT;
    }

    private static PanelPlan empty(
            Brief brief,
            PanelPool pool,
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
                pool.eligible(),
                largestShare,
                Money.zero(brief.budget().currency()),
                new NetReach(0, 0, 0, task.population()),
                List.of(),
                List.of(),
                task.quotas(new BitSet()),
                null,
                reason,
                infeasibilities);
    }

    private PanelPlan proposed(
            Brief brief, PanelPool pool, PanelTask task, double largestShare, PanelSolution best, Instant asOf) {
        Turns turns = turns(brief, asOf);
        PanelSolution solution = turns == null ? best : rotated(task, best, turns);
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
                pool.eligible(),
                largestShare,
                cost(members, brief),
                task.netReach(solution.members()),
                members,
                exposure(members, brief),
                task.quotas(solution.members()),
                turns == null ? null : rotation(turns, best, solution),
                null,
                List.of());
    }

    /** The turns that nearly equal creators take; null when they do not. */
    private static Turns turns(Brief brief, Instant asOf) {
        Exposure exposure = brief.conditions().exposure();
        return exposure.policy() == Exposure.Policy.ROTATE ? Turns.of(exposure, asOf) : null;
    }

    private static PanelSolution rotated(PanelTask task, PanelSolution best, Turns turns) {
        List<PanelCandidate> pool = task.pool();
        return new PanelRotation(
                        task.objective(),
                        pool.stream()
                                .mapToLong(candidate -> turns.of(candidate.creatorId()))
                                .toArray(),
                        (member, newcomer) -> turns.areNearlyEqual(pool.get(member), pool.get(newcomer)))
                .rotate(best, turns.tolerance());
    }

    private static PanelPlan.Rotation rotation(Turns turns, PanelSolution best, PanelSolution shown) {
        BitSet exchanged = (BitSet) shown.members().clone();
        exchanged.andNot(best.members());
        return new PanelPlan.Rotation(
                turns.seed(), turns.tolerance(), exchanged.cardinality(), best.value() - shown.value());
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

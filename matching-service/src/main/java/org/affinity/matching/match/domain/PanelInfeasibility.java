package org.affinity.matching.match.domain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.affinity.matching.match.domain.panel.PanelProblem;
import org.affinity.matching.match.domain.panel.PanelSolver;

/** Says which constraints of a panel cannot be kept, and what would make it possible. */
final class PanelInfeasibility {

    private static final long NO_LIMIT = Long.MAX_VALUE / 4;

    private final PanelSolver solver;
    private final PanelTask task;
    private final Brief brief;
    private final PanelOptions options;
    private final double largestShare;
    private final List<PanelCandidate> tooDear;
    private final PanelProblem problem;
    private final List<PanelPlan.Infeasibility> found = new ArrayList<>();

    /**
     * @param largestShare most of the budget that one creator may take
     * @param tooDear who would be in question if they could take more
     */
    PanelInfeasibility(
            PanelSolver solver,
            PanelTask task,
            Brief brief,
            PanelOptions options,
            double largestShare,
            List<PanelCandidate> tooDear) {
        this.solver = solver;
        this.task = task;
        this.brief = brief;
        this.options = options;
        this.largestShare = largestShare;
        this.tooDear = List.copyOf(tooDear);
        this.problem = task.objective();
    }

    static PanelPlan.Infeasibility unavailable(UUID creatorId, String reason) {
        return new PanelPlan.Infeasibility(
                "mustInclude",
                "Creator " + creatorId + " has to be in the panel but " + reason + ".",
                "Take the creator out of mustInclude, or mend what keeps them out.");
    }

    /** Each constraint that fails by itself; when all hold alone, those that would have to give way together. */
    List<PanelPlan.Infeasibility> explain() {
        required();
        for (int g = 0; g < options.quotas().size(); g++) {
            quota(options.quotas().get(g), problem.groups().get(g));
        }
        return found.isEmpty() ? together() : List.copyOf(found);
    }

    /** Why nobody is in where somebody would be without quotas and least share; empty when nobody would be. */
    List<PanelPlan.Infeasibility> explainNobody() {
        if (!isAnybodyIn(List.of(), null)) {
            return List.of();
        }
        for (int g = 0; g < options.quotas().size(); g++) {
            if (isAnybodyIn(without(g), problem.minimumShare())) {
                add(
                        "quota " + options.quotas().get(g).inWords(),
                        "Together with the other constraints it leaves nobody.",
                        "Without it a panel is possible.");
            }
        }
        if (problem.minimumShare() != null && isAnybodyIn(problem.groups(), null)) {
            add(
                    "minSmallShare",
                    "Together with the other constraints the share of small creators leaves nobody.",
                    "Without it a panel is possible.");
        }
        if (found.isEmpty()) {
            add(
                    "combination",
                    "Quotas and the share of small creators leave nobody, nor with one of them lifted.",
                    "Lift several constraints.");
        }
        return List.copyOf(found);
    }

    private boolean isAnybodyIn(List<PanelProblem.Group> groups, PanelProblem.MinimumShare share) {
        return solver.findsAnybody(problem.under(problem.budget(), problem.places(), groups, share));
    }

    private List<PanelProblem.Group> without(int group) {
        List<PanelProblem.Group> others = new ArrayList<>(problem.groups());
        others.remove(group);
        return others;
    }

    private void required() {
        BitSet required = problem.required();
        long cost = required.stream().mapToLong(problem::cost).sum();
        if (cost > problem.budget()) {
            add(
                    "budget",
                    "The creators who have to be in cost " + inWords(cost) + ", the budget is "
                            + inWords(problem.budget()) + ".",
                    "Raise the budget by " + inWords(cost - problem.budget()) + ", or require fewer creators.");
        }
        if (required.cardinality() > problem.places()) {
            add(
                    "maxCreators",
                    required.cardinality() + " creators have to be in, there are " + problem.places() + " places.",
                    "Raise maxCreators to " + required.cardinality() + ", or require fewer creators.");
        }
    }

    private void quota(Quota quota, PanelProblem.Group group) {
        int available = group.members().cardinality();
        if (quota.least() > 0 && !quota.dimension().isEverKnown()) {
            add(
                    "quota " + quota.inWords(),
                    "At least " + quota.min() + " are asked for, but nothing is told of the " + quota.dimension()
                            + " of any creator, so nobody counts towards it.",
                    "Leave this quota out: no other brief has anybody of whom it is known.");
        } else if (available < quota.least()) {
            long dearer = tooDear.stream().filter(quota::counts).count();
            add(
                    "quota " + quota.inWords(),
                    "At least " + quota.min() + " are asked for; of the " + problem.size() + " creators in question "
                            + available + " are known to be " + quota.inWords() + unknown(quota)
                            + (dearer == 0
                                    ? "."
                                    : "; " + dearer + " more would each take more than " + Figures.percent(largestShare)
                                            + " of the budget."),
                    "Lower the minimum to " + available
                            + (available + dearer < quota.least()
                                    ? ", or widen the brief."
                                    : ", or raise maxShareOfBudget or the budget."));
        }
        BitSet required = problem.required();
        required.and(group.members());
        if (required.cardinality() > quota.most()) {
            add(
                    "quota " + quota.inWords(),
                    "At most " + quota.max() + " are allowed, " + required.cardinality() + " have to be in.",
                    "Raise the maximum to " + required.cardinality() + ", or require fewer of them.");
        }
    }

    private String unknown(Quota quota) {
        int unknown = task.unknown(quota);
        return unknown == 0 ? "" : ", of " + unknown + " it is not known";
    }

    private List<PanelPlan.Infeasibility> together() {
        cheapest(NO_LIMIT, problem.places(), problem.groups(), problem.minimumShare())
                .ifPresent(members -> add(
                        "budget",
                        "No panel that meets every minimum was found for " + inWords(problem.budget()) + ".",
                        "With a budget of " + inWords(cost(members)) + " one is possible."));
        cheapest(problem.budget(), problem.size(), problem.groups(), problem.minimumShare())
                .ifPresent(members -> add(
                        "maxCreators",
                        "No panel that meets every minimum was found with " + problem.places() + " places.",
                        "With " + members.cardinality() + " places one is possible."));
        for (int g = 0; g < options.quotas().size(); g++) {
            Quota quota = options.quotas().get(g);
            cheapest(problem.budget(), problem.places(), without(g), problem.minimumShare())
                    .ifPresent(_ -> add(
                            "quota " + quota.inWords(),
                            "It cannot be kept together with the other constraints.",
                            "Without it a panel is possible."));
        }
        if (problem.minimumShare() != null) {
            cheapest(problem.budget(), problem.places(), problem.groups(), null)
                    .ifPresent(_ -> add(
                            "minSmallShare",
                            "The share of small creators cannot be kept together with the other constraints.",
                            "Without it a panel is possible."));
        }
        if (found.isEmpty()) {
            add(
                    "combination",
                    "No panel was found that keeps budget, places and quotas, nor with one of them lifted.",
                    "Lift several constraints, or widen the brief.");
        }
        return List.copyOf(found);
    }

    private Optional<BitSet> cheapest(
            long budget, int places, List<PanelProblem.Group> groups, PanelProblem.MinimumShare share) {
        return solver.cheapest(problem.under(budget, places, groups, share));
    }

    private long cost(BitSet members) {
        return members.stream().mapToLong(problem::cost).sum();
    }

    private String inWords(long minor) {
        return String.format(
                Locale.ROOT, "%s %s", task.money(minor).amount(), brief.budget().currency());
    }

    private void add(String constraint, String detail, String remedy) {
        found.add(new PanelPlan.Infeasibility(constraint, detail, remedy));
    }
}

package org.affinity.matching.match.domain.panel;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Chooses a panel and proves how good it is. Small pools, and pools for one place, are searched through; larger ones
 * are filled greedily for several exponents, made better by exchanges, and compared with an upper bound that holds for
 * every panel. The same problem gives the same answer.
 */
public final class PanelSolver {

    /** Pools with so many who can be had, and fewer, are searched through: the answer is the best there is. */
    public static final int EXACT_POOL = 20;

    /** Up to these sizes every start is worked on as long as it gets better; beyond, that would take too long. */
    private static final int MIDDLING_POOL = 400;

    private static final int SMALL_PANEL = 12;
    private static final int STARTS_IMPROVED = 3;
    private static final int STARTS_FINISHED = 1;
    private static final int TANGENTS = 6;
    /** What is tried to be proven, as multiples of the panel's value: first that it is near the best, then nearer. */
    private static final double[] PROOFS = {1.08, 1.04};

    private static final long WORK_PER_PROOF = 150_000;
    private static final long WORK_FOR_OVERLAPS = 400_000;
    private static final int SMALLEST_SHORT_LIST = 120;
    private static final Comparator<PanelState> BEST_FIRST =
            Comparator.comparingDouble(PanelState::value).reversed().thenComparingLong(PanelState::cost);

    private final List<Double> exponents;

    /** @param exponents how strongly cost is weighed in each of the greedy passes */
    public PanelSolver(List<Double> exponents) {
        this.exponents = List.copyOf(exponents);
    }

    /** The best panel found; empty when none keeps the constraints, or none was found that does. */
    public Optional<PanelSolution> solve(PanelProblem stated) {
        PanelProblem problem = ImpliedLimits.stated(stated);
        if (problem.places() - problem.required().cardinality() == 1) {
            return lastPlace(problem);
        }
        Completion completion = new Completion(problem);
        if (completion.cheapest(problem.required()).isEmpty() && !isSmall(problem)) {
            return Optional.empty();
        }
        List<PanelState> starts = distinct(new GreedySweep(problem, completion).panels(exponents));
        if (isSmall(problem)) {
            BitSet known = starts.isEmpty() ? null : starts.getFirst().members();
            ExactSearch.Found found = new ExactSearch(problem).search(known);
            if (found.proven()) {
                return Optional.ofNullable(found.members()).map(members -> proven(problem, members));
            }
            starts = found.members() == null ? starts : List.of(PanelState.of(problem, found.members()));
        }
        return starts.isEmpty() ? Optional.empty() : Optional.of(improved(problem, starts));
    }

    /** Whether a panel of somebody is found at once, whatever it is worth beside others: much quicker than the best. */
    public boolean findsAnybody(PanelProblem stated) {
        PanelProblem problem = ImpliedLimits.stated(stated);
        return new GreedySweep(problem, new Completion(problem))
                .panels(exponents.subList(0, 1)).stream().anyMatch(panel -> panel.count() > 0);
    }

    /** Whether there is a choice between a few only. */
    private static boolean isSmall(PanelProblem problem) {
        PanelState start = PanelState.ofRequired(problem);
        return IntStream.range(0, problem.size()).filter(start::fits).count() <= EXACT_POOL;
    }

    /** The cheapest way found to keep every constraint, whatever it is worth; empty when none was found. */
    public Optional<BitSet> cheapest(PanelProblem problem) {
        return new Completion(problem).cheapest(problem.required()).map(PanelState::members);
    }

    /** The best for the only place that is left, or nobody there: so few panels that each is looked at. */
    private static Optional<PanelSolution> lastPlace(PanelProblem problem) {
        BitSet required = problem.required();
        return IntStream.rangeClosed(0, problem.size())
                .filter(creator -> !required.get(creator))
                .mapToObj(creator -> {
                    BitSet members = problem.required();
                    members.set(creator, creator < problem.size());
                    return PanelState.of(problem, members);
                })
                .filter(PanelState::isFeasible)
                .min(Comparator.comparingDouble(PanelState::worth).reversed().thenComparingLong(PanelState::cost))
                .map(best -> proven(problem, best.members()));
    }

    private static PanelSolution proven(PanelProblem problem, BitSet members) {
        double value = problem.value(members);
        return new PanelSolution(members, value, value, true);
    }

    private static List<PanelState> distinct(List<PanelState> panels) {
        Map<BitSet, PanelState> byMembers = new LinkedHashMap<>();
        panels.forEach(panel -> byMembers.putIfAbsent(panel.members(), panel));
        return byMembers.values().stream().sorted(BEST_FIRST).toList();
    }

    private static PanelSolution improved(PanelProblem problem, List<PanelState> starts) {
        Relaxation relaxation = new Relaxation(problem);
        ConcaveBound bound = new ConcaveBound(problem, relaxation);
        PanelState first = starts.getFirst();
        double upper = bound.above(first.members(), first.value(), 1);
        int[] shortList = shortList(problem, relaxation, first);
        double moneyPrice = problem.budget() == 0 ? 0 : relaxation.moneyPrice() / problem.budget();
        SwapSearch swaps = new SwapSearch(problem, shortList, moneyPrice);
        boolean isWorthAll = problem.size() <= MIDDLING_POOL && first.count() <= SMALL_PANEL;
        PanelState best = starts.stream()
                .limit(isWorthAll ? starts.size() : STARTS_IMPROVED)
                .map(swaps::improveQuickly)
                .sorted(BEST_FIRST)
                .limit(isWorthAll ? starts.size() : STARTS_FINISHED)
                .map(swaps::improve)
                .min(BEST_FIRST)
                .orElseThrow();
        if (problem.isCapped()) {
            best = new OverlapSearch(problem, shortList, WORK_FOR_OVERLAPS).improve(best);
        }
        BitSet members = best.members();
        upper = Math.min(upper, bound.above(members, problem.value(members), TANGENTS));
        for (double factor : PROOFS) {
            if (upper > problem.value(members) * factor) {
                BranchProof proof = new BranchProof(
                        problem,
                        bound.tangents(),
                        problem.value(members) * factor,
                        Math.max(WORK_PER_PROOF, 100L * problem.size()));
                upper = Math.min(upper, proof.prove());
                if (proof.better() != null && problem.value(proof.better()) > problem.value(members)) {
                    members = proof.better();
                }
            }
        }
        return PanelSolution.of(members, problem.value(members), upper);
    }

    /** Who is worth looking at when somebody leaves: the best after paying for money and place, also of each kind. */
    private static int[] shortList(PanelProblem problem, Relaxation relaxation, PanelState panel) {
        double[] gains = new double[problem.size()];
        for (int i = 0; i < gains.length; i++) {
            gains[i] = panel.contains(i) ? 0 : panel.gain(i);
        }
        List<Integer> ranked = IntStream.range(0, problem.size())
                .filter(relaxation::isFree)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -relaxation.reduced(gains, i))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        int length = Math.max(SMALLEST_SHORT_LIST, 2 * panel.count());
        BitSet listed = panel.members();
        ranked.stream().limit(length).forEach(listed::set);
        Map<BitSet, Integer> listedByKind = new HashMap<>();
        for (int creator : ranked) {
            if (listedByKind.merge(kind(problem, creator), 1, Integer::sum) <= length / 4) {
                listed.set(creator);
            }
        }
        return listed.stream().toArray();
    }

    /** Which quotas somebody counts towards: only somebody of the same kind may always take that one's place. */
    private static BitSet kind(PanelProblem problem, int creator) {
        BitSet kind = new BitSet();
        for (int g = 0; g < problem.groups().size(); g++) {
            kind.set(g, problem.groups().get(g).members().get(creator));
        }
        PanelProblem.MinimumShare share = problem.minimumShare();
        kind.set(problem.groups().size(), share != null && share.members().get(creator));
        return kind;
    }
}

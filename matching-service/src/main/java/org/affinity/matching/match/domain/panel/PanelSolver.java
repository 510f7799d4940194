package org.affinity.matching.match.domain.panel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
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
    private static final int ROUNDS = 4;
    private static final int TANGENTS = 6;
    /** What is tried to be proven, as multiples of the panel's value: first that it is near the best, then nearer. */
    private static final double[] PROOFS = {1.08, 1.04};

    private static final long WORK_PER_PROOF = 150_000;
    private static final long WORK_FOR_OVERLAPS = 400_000;
    private static final int SMALLEST_SHORT_LIST = 120;
    /** Only somebody of the same kind may always take somebody's place. */
    private static final int SHORT_LISTED_OF_A_KIND = 4;

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
        GreedySweep sweep = new GreedySweep(problem, completion);
        List<PanelState> starts = distinct(sweep.panels(exponents));
        if (isSmall(problem)) {
            BitSet known = starts.isEmpty() ? null : starts.getFirst().members();
            ExactSearch.Found found = new ExactSearch(problem).search(known);
            if (found.proven()) {
                return Optional.ofNullable(found.members()).map(members -> proven(problem, members));
            }
            starts = found.members() == null ? starts : List.of(PanelState.of(problem, found.members()));
        }
        return starts.isEmpty() ? Optional.empty() : Optional.of(improved(problem, sweep, starts));
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

    private static PanelSolution improved(PanelProblem problem, GreedySweep sweep, List<PanelState> greedy) {
        Relaxation relaxation = new Relaxation(problem);
        ConcaveBound bound = new ConcaveBound(problem, relaxation);
        PanelState best = greedy.getFirst();
        List<PanelState> starts = greedy;
        double upper = Double.POSITIVE_INFINITY;
        long workForOverlaps = WORK_FOR_OVERLAPS;
        for (int round = 0; round < ROUNDS; round++) {
            PanelState before = best;
            upper = Math.min(upper, bound.above(best.members(), best.value(), TANGENTS));
            List<PanelState> rounded = new ArrayList<>(starts);
            bound.latest().forEach(tangent -> sweep.rounded(tangent).ifPresent(rounded::add));
            if (rounded.isEmpty()) {
                break;
            }
            int[] shortList = shortList(problem, relaxation, bound.tightest(), best);
            best = best(problem, new SwapSearch(problem, shortList, bound.tightest()), distinct(rounded));
            if (problem.isCapped()) {
                OverlapSearch overlaps = new OverlapSearch(problem, shortList, workForOverlaps);
                best = overlaps.improve(best);
                workForOverlaps = overlaps.workLeft();
            }
            if (best.worth() <= before.worth()) {
                best = best.worth() < before.worth() ? before : best;
                break;
            }
            starts = List.of();
        }
        return proven(problem, bound.tangents(), best.members(), upper);
    }

    private static PanelState best(PanelProblem problem, SwapSearch swaps, List<PanelState> starts) {
        boolean isWorthAll =
                problem.size() <= MIDDLING_POOL && starts.getFirst().count() <= SMALL_PANEL;
        return starts.stream()
                .limit(isWorthAll ? starts.size() : STARTS_IMPROVED)
                .map(swaps::improveQuickly)
                .sorted(BEST_FIRST)
                .limit(isWorthAll ? starts.size() : STARTS_FINISHED)
                .map(swaps::improve)
                .min(BEST_FIRST)
                .orElseThrow();
    }

    /** Tries to bring the bound down to little more than the panel's value, or meets a better panel. */
    private static PanelSolution proven(PanelProblem problem, List<Tangent> tangents, BitSet found, double bound) {
        BitSet members = found;
        double upper = bound;
        for (double factor : PROOFS) {
            if (upper > problem.value(members) * factor) {
                BranchProof proof = new BranchProof(
                        problem,
                        tangents,
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
    private static int[] shortList(PanelProblem problem, Relaxation relaxation, Tangent tangent, PanelState panel) {
        double[] worth = new double[problem.size()];
        for (int i : relaxation.free()) {
            worth[i] = panel.contains(i) ? 0 : panel.gain(i) - tangent.price(i);
        }
        List<Integer> ranked = IntStream.of(relaxation.free())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -worth[i]).thenComparing(Comparator.naturalOrder()))
                .toList();
        int length = Math.max(SMALLEST_SHORT_LIST, 2 * panel.count());
        BitSet listed = panel.members();
        ranked.stream().limit(length).forEach(listed::set);
        int[] listedByKind = new int[problem.kinds()];
        for (int creator : ranked) {
            if (++listedByKind[problem.kind(creator)] <= SHORT_LISTED_OF_A_KIND) {
                listed.set(creator);
            }
        }
        return listed.stream().toArray();
    }
}

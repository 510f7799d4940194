package org.affinity.matching.match.domain.panel;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Finds the best panel of a small pool by branch and bound, and so proves it.
 *
 * <p>A branch is left when even the best fractional use of what money and places remain cannot beat the best panel so
 * far: nobody adds more later than now. Of two creators of whom one costs no more, reaches at least as much of every
 * cell and counts towards the same quotas, the lesser is only tried together with the better; not where a cap decides.
 */
final class ExactSearch {

    private static final long MOST_STEPS = 400_000;

    private final PanelProblem problem;
    private final int[] order;
    private final BitSet[] betterThan;
    private PanelState state;
    private BitSet best;
    private double bestValue;
    private long steps;

    ExactSearch(PanelProblem problem) {
        this.problem = problem;
        PanelState start = PanelState.ofRequired(problem);
        this.state = start;
        double[] gains =
                IntStream.range(0, problem.size()).mapToDouble(start::gain).toArray();
        this.order = IntStream.range(0, problem.size())
                .filter(start::fits)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(
                                creator -> -gains[creator] / Math.max(1, problem.cost(creator)))
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        this.betterThan = new BitSet[problem.size()];
        IntStream.of(order).forEach(creator -> betterThan[creator] = betterThan(creator));
    }

    /** What was found; {@code proven} is false when the search was stopped for taking too long. */
    record Found(BitSet members, boolean proven) {}

    /**
     * Searches everything.
     *
     * @param known a panel that is feasible, to begin with; null when none is known
     * @return null members when there is no feasible panel (or none was found in time)
     */
    Found search(BitSet known) {
        best = known;
        bestValue = known == null ? -1 : problem.value(known);
        state = PanelState.ofRequired(problem);
        if (state.count() <= problem.places() && state.cost() <= problem.budget()) {
            branch(0, new BitSet());
        }
        return new Found(best, steps <= MOST_STEPS);
    }

    private void branch(int depth, BitSet refused) {
        if (++steps > MOST_STEPS) {
            return;
        }
        double value = state.value();
        if (value > bestValue * (1 + 1e-12) && state.isFeasible() && state.worth() > bestValue * (1 + 1e-12)) {
            bestValue = state.worth();
            best = state.members();
        }
        if (depth == order.length || bound(depth, value) <= bestValue * (1 + 1e-10)) {
            return;
        }
        int creator = order[depth];
        if (state.fits(creator) && !betterThan[creator].intersects(refused)) {
            BitSet before = state.members();
            state.add(creator);
            branch(depth + 1, refused);
            state = PanelState.of(problem, before);
        }
        refused.set(creator);
        branch(depth + 1, refused);
        refused.clear(creator);
    }

    /** The value with the remaining money and places used as if creators could be had in part. */
    private double bound(int depth, double value) {
        int count = order.length - depth;
        double[] gains = new double[count];
        long[] costs = new long[count];
        Integer[] byRatio = new Integer[count];
        for (int k = 0; k < count; k++) {
            int creator = order[depth + k];
            gains[k] = state.fits(creator) ? state.gain(creator) : 0;
            costs[k] = problem.cost(creator);
            byRatio[k] = k;
        }
        int places = problem.places() - state.count();
        double byPlaces = value + topSum(gains, places);
        if (byPlaces <= bestValue) {
            return byPlaces;
        }
        Arrays.sort(
                byRatio,
                Comparator.comparingDouble(k -> costs[k] == 0 ? Double.NEGATIVE_INFINITY : -gains[k] / costs[k]));
        double byMoney = value;
        long left = state.left();
        for (int k : byRatio) {
            if (costs[k] > left) {
                byMoney += gains[k] * left / costs[k];
                break;
            }
            byMoney += gains[k];
            left -= costs[k];
        }
        return Math.min(byMoney, byPlaces);
    }

    private static double topSum(double[] gains, int places) {
        double[] sorted = gains.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int k = sorted.length - 1; k >= Math.max(0, sorted.length - places); k--) {
            sum += sorted[k];
        }
        return sum;
    }

    private BitSet betterThan(int creator) {
        BitSet better = new BitSet();
        // A cap counts people before the fit: whoever adds less may raise it more, also if no overlap of theirs is
        // known.
        if (problem.isCapped()) {
            return better;
        }
        for (int other : order) {
            if (other != creator && isAtLeast(other, creator)) {
                // Of equals the one with the smaller number comes first, or neither would ever be tried.
                if (other < creator || !isAtLeast(creator, other)) {
                    better.set(other);
                }
            }
        }
        return better;
    }

    private boolean isAtLeast(int one, int other) {
        return problem.cost(one) <= problem.cost(other)
                && problem.additive(one) >= problem.additive(other)
                && sameQuotas(one, other)
                && reachesAtLeast(one, other);
    }

    private boolean sameQuotas(int one, int other) {
        PanelProblem.MinimumShare share = problem.minimumShare();
        return problem.groups().stream()
                        .allMatch(group ->
                                group.members().get(one) == group.members().get(other))
                && (share == null || share.members().get(one) == share.members().get(other));
    }

    private boolean reachesAtLeast(int one, int other) {
        for (int e = problem.firstEntry(other); e < problem.firstEntry(other + 1); e++) {
            if (rate(one, problem.cellOf(e)) < problem.rateOf(e)) {
                return false;
            }
        }
        return true;
    }

    private double rate(int creator, int cell) {
        for (int e = problem.firstEntry(creator); e < problem.firstEntry(creator + 1); e++) {
            if (problem.cellOf(e) == cell) {
                return problem.rateOf(e);
            }
        }
        return 0;
    }
}

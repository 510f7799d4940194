package org.affinity.matching.match.domain.panel;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Proves that no panel is worth more than a given value, or finds one that is.
 *
 * <p>A bound with parts of creators is loose where few dear creators decide what the budget buys. So the dear ones are
 * tried in and out first; a branch is left when neither the tangents nor the gains at hand let it exceed the value.
 * Whom the tangents rule out by themselves is not tried at all.
 */
final class BranchProof {

    /** An index has to fit into twelve bits. */
    private static final int LARGEST_POOL = 2_000;

    private final PanelProblem problem;
    private final List<Tangent> tangents;
    private final int[] creators;
    private final long mostSteps;
    private final double budget;
    private final double[] tangentValues;
    /** Those who still fit where a branch has come to, and how they are compared. */
    private final int[] open;

    private final double[] gains;
    private final double[] sorted;
    private final long[] byRatio;
    private double limit;
    private PanelState state;
    private BitSet best;
    private long steps;

    BranchProof(PanelProblem problem, List<Tangent> tangents, double limit, long mostWork) {
        this.problem = problem;
        this.tangents = tangents;
        this.limit = limit;
        this.state = PanelState.ofRequired(problem);
        this.creators = IntStream.range(0, problem.size())
                .filter(i -> state.fits(i) && tangents.stream().allMatch(tangent -> tangent.boundWith(i) > limit))
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> -problem.cost(i))
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        this.mostSteps = creators.length > LARGEST_POOL ? 0 : Math.max(100, mostWork / Math.max(1, creators.length));
        this.budget = Math.max(1, state.left());
        this.open = new int[creators.length];
        this.gains = new double[creators.length];
        this.sorted = new double[creators.length];
        this.byRatio = new long[creators.length];
        this.tangentValues = tangents.stream().mapToDouble(Tangent::constant).toArray();
    }

    /**
     * The value that no panel exceeds: the limit, or that of a better panel that was found ({@link #better}). Infinite
     * when there was not time enough.
     */
    double prove() {
        branch(0);
        return steps > mostSteps ? Double.POSITIVE_INFINITY : limit;
    }

    /** A panel worth more than the limit was; null when none was met. */
    BitSet better() {
        return best;
    }

    private void branch(int depth) {
        if (++steps > mostSteps) {
            return;
        }
        double value = state.value();
        if (value > limit && state.isFeasible()) {
            limit = value;
            best = state.members();
        }
        if (depth == creators.length || !canExceed(depth, value)) {
            return;
        }
        int creator = creators[depth];
        if (state.fits(creator)) {
            BitSet before = state.members();
            state.add(creator);
            change(creator, 1);
            branch(depth + 1);
            change(creator, -1);
            state = PanelState.of(problem, before);
        }
        branch(depth + 1);
    }

    private void change(int creator, int by) {
        for (int t = 0; t < tangentValues.length; t++) {
            tangentValues[t] += by * tangents.get(t).slope(creator);
        }
    }

    private boolean canExceed(int depth, double value) {
        double money = state.left() / budget;
        int places = problem.places() - state.count();
        int count = 0;
        for (int k = depth; k < creators.length; k++) {
            if (state.fits(creators[k])) {
                open[count++] = creators[k];
            }
        }
        for (int t = 0; t < tangentValues.length; t++) {
            if (tangentValues[t] + tangents.get(t).rest(open, count, money, places) <= limit) {
                return false;
            }
        }
        return value + bestUse(count, places) > limit;
    }

    /** Money and places used as if creators could be had in part; nobody adds more later than now. */
    private double bestUse(int count, int places) {
        for (int k = 0; k < count; k++) {
            gains[k] = state.gain(open[k]);
            sorted[k] = gains[k];
            // Sorts by the ratio's bits, highest last, and carries the index in the low bits: no boxing.
            long cost = problem.cost(open[k]);
            double ratio = cost == 0 ? Double.MAX_VALUE : gains[k] / cost;
            byRatio[k] = (Double.doubleToLongBits(ratio) & ~0xFFFL) | (k & 0xFFF);
        }
        Arrays.sort(sorted, 0, count);
        double byPlaces = 0;
        for (int k = count - 1; k >= Math.max(0, count - places); k--) {
            byPlaces += sorted[k];
        }
        Arrays.sort(byRatio, 0, count);
        double byMoney = 0;
        long left = state.left();
        for (int at = count - 1; at >= 0 && byMoney < byPlaces; at--) {
            int k = (int) (byRatio[at] & 0xFFF);
            long cost = problem.cost(open[k]);
            if (cost > left) {
                byMoney += gains[k] * left / cost;
                break;
            }
            byMoney += gains[k];
            left -= cost;
        }
        // The ratios were cut by a part in 2^40; more than made up for.
        return Math.min(byMoney * (1 + 1e-9), byPlaces);
    }
}

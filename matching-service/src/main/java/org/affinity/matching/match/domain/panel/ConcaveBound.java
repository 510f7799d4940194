package org.affinity.matching.match.domain.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Proves how much any panel at all can be worth.
 *
 * <p>With parts of creators allowed, a cell is worth at most {@code population × min(1 − exp(−Σ l·x), Σ r·x)} with l =
 * −ln(1 − r): both are concave, and for whole creators the first is exact while the second is never too small. A
 * concave function lies below each of its tangents, and the best of a tangent under the constraints is a linear
 * programme that {@link Relaxation} bounds. The tangent is laid first at the panel that was found, then at mixtures of
 * it with the programme's own optimum (Frank-Wolfe), and the lowest bound counts.
 */
final class ConcaveBound {

    /** A proof that near is near enough; more tangents would cost time and gain little. */
    private static final double GOOD_ENOUGH = 1.02;

    private final PanelProblem problem;
    private final Relaxation relaxation;
    /** Those of quotas that have no creator in common belong together. */
    private final List<GroupPrices> groups;

    private final List<Tangent> tangents = new ArrayList<>();
    private final double[] logs;
    private final double[] hit;
    private final double[] expected;

    ConcaveBound(PanelProblem problem, Relaxation relaxation) {
        this.problem = problem;
        this.relaxation = relaxation;
        this.groups = ImpliedLimits.families(problem.groups(), _ -> true).stream()
                .map(family -> family.stream().map(problem.groups()::get).toList())
                .map(family -> new GroupPrices(problem, relaxation, family))
                .toList();
        this.logs = IntStream.range(0, problem.firstEntry(problem.size()))
                .mapToDouble(entry -> -Math.log1p(-problem.rateOf(entry)))
                .toArray();
        this.hit = new double[problem.cells()];
        this.expected = new double[problem.cells()];
    }

    /** An upper bound on the value of every feasible panel, from that many tangents at most, never below that given. */
    double above(BitSet members, double value, int most) {
        double[] x = new double[problem.size()];
        members.stream().forEach(i -> x[i] = 1);
        double best = Double.POSITIVE_INFINITY;
        for (int step = 0; step < most && best > value * GOOD_ENOUGH; step++) {
            double[] slope = new double[problem.size()];
            Tangent tangent = priced(tangent(x, slope), slope);
            tangents.add(tangent);
            best = Math.min(best, tangent.bound());
            if (tangent.bound() < best * 1.05 && best > value * GOOD_ENOUGH) {
                best = Math.min(best, tangent.constant() + relaxation.tightened(tangent, value));
            }
            moveTowards(optimum(tangent), x, 2.0 / (step + 4));
        }
        return Math.max(value, best * (1 + 1e-12));
    }

    /** Every tangent that was laid, in that order. */
    List<Tangent> tangents() {
        return List.copyOf(tangents);
    }

    /** The tangent with the prices of quotas that bring its bound down. */
    private Tangent priced(double constant, double[] slope) {
        Tangent best = new Tangent(constant, slope, relaxation, constant + relaxation.bound(slope));
        for (GroupPrices prices : groups) {
            GroupPrices.Adjusted adjusted = prices.adjusted(best.slopes(), best.moneyPrice());
            double changed = best.constant() + adjusted.constant();
            double bound = changed + relaxation.bound(adjusted.worths());
            if (bound < best.bound()) {
                best = new Tangent(changed, adjusted.worths(), relaxation, bound);
            }
        }
        return best;
    }

    /** The tangent at a point: fills in its slopes, and gives its value with the required alone. */
    private double tangent(double[] x, double[] slope) {
        double value = reach(x);
        for (int i = 0; i < x.length; i++) {
            double sum = problem.additive(i);
            for (int e = problem.firstEntry(i), end = problem.firstEntry(i + 1); e < end; e++) {
                int cell = problem.cellOf(e);
                double rate = isByExpectation(cell) ? problem.rateOf(e) : Math.exp(-hit[cell]) * logs[e];
                sum += problem.population(cell) * rate;
            }
            slope[i] = sum;
            value += problem.additive(i) * x[i] - sum * (problem.isRequired(i) ? x[i] - 1 : x[i]);
        }
        return value;
    }

    private double reach(double[] x) {
        Arrays.fill(hit, 0);
        Arrays.fill(expected, 0);
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                for (int e = problem.firstEntry(i), end = problem.firstEntry(i + 1); e < end; e++) {
                    hit[problem.cellOf(e)] += logs[e] * x[i];
                    expected[problem.cellOf(e)] += problem.rateOf(e) * x[i];
                }
            }
        }
        double value = 0;
        for (int cell = 0; cell < hit.length; cell++) {
            value += problem.population(cell) * Math.min(-Math.expm1(-hit[cell]), expected[cell]);
        }
        return value;
    }

    /** Which of the two concave functions is the smaller; where they meet, the one of the smaller slope for others. */
    private boolean isByExpectation(int cell) {
        return expected[cell] == 0 || expected[cell] < -Math.expm1(-hit[cell]) * (1 - 1e-9);
    }

    /** Fills money and places with whoever is worth most after paying for them, the last one in part. */
    private double[] optimum(Tangent tangent) {
        double[] x = new double[problem.size()];
        int[] byWorth = IntStream.range(0, problem.size())
                .filter(i -> relaxation.isFree(i) && tangent.reduced(i) > -1e-6 * Math.abs(tangent.slope(i)))
                .boxed()
                .sorted((one, other) -> Double.compare(tangent.reduced(other), tangent.reduced(one)))
                .mapToInt(Integer::intValue)
                .toArray();
        double money = 1;
        double places = relaxation.places();
        for (int i : byWorth) {
            double share = relaxation.shareOfBudget(i);
            double part = Math.min(1, Math.min(places, share == 0 ? 1 : money / share));
            x[i] = Math.max(0, part);
            money -= x[i] * share;
            places -= x[i];
        }
        for (int i = 0; i < x.length; i++) {
            x[i] = problem.isRequired(i) ? 1 : x[i];
        }
        return x;
    }

    private static void moveTowards(double[] target, double[] x, double part) {
        for (int i = 0; i < x.length; i++) {
            x[i] += part * (target[i] - x[i]);
        }
    }
}

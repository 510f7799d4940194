package org.affinity.matching.match.domain.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Proves how much any panel at all can be worth.
 *
 * <p>With parts of creators allowed, a cell is worth at most {@code population × min(1 − exp(−Σ l·x), Σ r·x)} with l =
 * −ln(1 − r): both are concave, and for whole creators the first is exact while the second is never too small. A
 * concave function lies below each of its tangents, and the best of a tangent under the constraints is a linear
 * programme that {@link Relaxation} bounds. The tangent is laid first at the panel that was found, then on the way from
 * there to the programme's own optimum, where the relaxation is highest (Frank-Wolfe), and the lowest bound counts.
 */
final class ConcaveBound {

    /** A proof that near is near enough; more tangents would cost time and gain little. */
    private static final double GOOD_ENOUGH = 1.02;

    private static final int LINE_STEPS = 8;

    private final PanelProblem problem;
    private final Relaxation relaxation;
    private final List<Tangent> tangents = new ArrayList<>();
    /** Number of the first that was laid when last asked. */
    private int first;

    /** Where the next tangent is laid. */
    private final double[] x;

    private final double[] logs;
    private final double[] hit;
    private final double[] expected;
    /** What a cell adds to the slope of somebody, for their rate or its logarithm. */
    private final double[] perRate;

    private final double[] perLog;

    ConcaveBound(PanelProblem problem, Relaxation relaxation) {
        this.problem = problem;
        this.relaxation = relaxation;
        this.logs = IntStream.range(0, problem.firstEntry(problem.size()))
                .mapToDouble(entry -> -Math.log1p(-problem.rateOf(entry)))
                .toArray();
        this.x = new double[problem.size()];
        this.hit = new double[problem.cells()];
        this.expected = new double[problem.cells()];
        this.perRate = new double[problem.cells()];
        this.perLog = new double[problem.cells()];
    }

    /** An upper bound on the value of every feasible panel, from that many tangents at most, never below that given. */
    double above(BitSet members, double value, int most) {
        Arrays.fill(x, 0);
        members.stream().forEach(i -> x[i] = 1);
        first = tangents.size();
        double best = Double.POSITIVE_INFINITY;
        for (int step = 0; step < most && best > value * GOOD_ENOUGH; step++) {
            double[] slope = new double[problem.size()];
            Tangent tangent = relaxation.priced(tangent(slope), slope);
            tangents.add(tangent);
            best = Math.min(best, tangent.bound());
            moveTowards(relaxation.optimum());
        }
        return Math.max(value, best * (1 + 1e-12));
    }

    /** Every tangent that was laid, in that order. */
    List<Tangent> tangents() {
        return List.copyOf(tangents);
    }

    /** Those that were laid when last asked. */
    List<Tangent> latest() {
        return List.copyOf(tangents.subList(first, tangents.size()));
    }

    /** That of the lowest bound. */
    Tangent tightest() {
        return tangents.stream().min(Comparator.comparingDouble(Tangent::bound)).orElseThrow();
    }

    /** The tangent at a point: fills in its slopes, and gives its value with the required alone. */
    private double tangent(double[] slope) {
        double value = reach(x, hit, expected);
        for (int cell = 0; cell < hit.length; cell++) {
            boolean isByExpectation = isByExpectation(cell);
            perRate[cell] = isByExpectation ? problem.population(cell) : 0;
            perLog[cell] = isByExpectation ? 0 : problem.population(cell) * Math.exp(-hit[cell]);
        }
        for (int i = 0; i < x.length; i++) {
            double sum = problem.additive(i);
            for (int e = problem.firstEntry(i), end = problem.firstEntry(i + 1); e < end; e++) {
                int cell = problem.cellOf(e);
                sum += perRate[cell] * problem.rateOf(e) + perLog[cell] * logs[e];
            }
            slope[i] = sum;
            value += problem.additive(i) * x[i] - sum * (problem.isRequired(i) ? x[i] - 1 : x[i]);
        }
        return value;
    }

    /** Fills in what is reached of each cell, by both measures; the people who are. */
    private double reach(double[] parts, double[] hits, double[] expectations) {
        Arrays.fill(hits, 0);
        Arrays.fill(expectations, 0);
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                for (int e = problem.firstEntry(i), end = problem.firstEntry(i + 1); e < end; e++) {
                    hits[problem.cellOf(e)] += logs[e] * parts[i];
                    expectations[problem.cellOf(e)] += problem.rateOf(e) * parts[i];
                }
            }
        }
        double value = 0;
        for (int cell = 0; cell < hits.length; cell++) {
            value += problem.population(cell) * Math.min(-Math.expm1(-hits[cell]), expectations[cell]);
        }
        return value;
    }

    /** Which of the two concave functions is the smaller; where they meet, the one of the smaller slope for others. */
    private boolean isByExpectation(int cell) {
        return expected[cell] == 0 || expected[cell] < -Math.expm1(-hit[cell]) * (1 - 1e-9);
    }

    /** Goes as far towards the target as the relaxation rises. */
    private void moveTowards(double[] target) {
        double[] hits = new double[hit.length];
        double[] expectations = new double[hit.length];
        reach(target, hits, expectations);
        double additive = 0;
        for (int i = 0; i < x.length; i++) {
            additive += problem.additive(i) * (target[i] - x[i]);
        }
        double near = 0;
        double far = 1;
        for (int step = 0; step < LINE_STEPS; step++) {
            double part = (near + far) / 2;
            if (additive + rise(hits, expectations, part) > 0) {
                near = part;
            } else {
                far = part;
            }
        }
        double part = (near + far) / 2;
        for (int i = 0; i < x.length; i++) {
            x[i] += part * (target[i] - x[i]);
        }
    }

    /** How the people who are reached rise that part of the way. */
    private double rise(double[] hits, double[] expectations, double part) {
        double rise = 0;
        for (int cell = 0; cell < hit.length; cell++) {
            double missed = Math.exp(-hit[cell] - part * (hits[cell] - hit[cell]));
            double expects = expected[cell] + part * (expectations[cell] - expected[cell]);
            rise += problem.population(cell)
                    * (expects < 1 - missed ? expectations[cell] - expected[cell] : missed * (hits[cell] - hit[cell]));
        }
        return rise;
    }
}

package org.affinity.matching.calibration.domain;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Two-sided quantiles: beyond them, on both sides together, lies what a level leaves over. */
final class Quantiles {

    private static final double WIDEST = 40;
    private static final int BISECTIONS = 80;
    private static final int STEPS = 2000;

    /** By level: a model has one, and each interval of a forecast asks for it. */
    private static final Map<Double, Double> NORMAL = new ConcurrentHashMap<>();

    private Quantiles() {}

    /** Of the standard normal distribution; Simpson's rule on the density, bisected: exact to 1e-9. */
    static double normal(double level) {
        return NORMAL.computeIfAbsent(level, Quantiles::bisected);
    }

    private static double bisected(double level) {
        double low = 0;
        double high = 10;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (central(middle) < level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double central(double to) {
        double step = to / STEPS;
        double sum = density(0) + density(to);
        for (int i = 1; i < STEPS; i++) {
            sum += density(i * step) * (i % 2 == 0 ? 2 : 4);
        }
        return 2 * sum * step / 3;
    }

    private static double density(double at) {
        return Math.exp(-at * at / 2) / Math.sqrt(2 * Math.PI);
    }

    /**
     * Of Student's t distribution: Fisher's expansion around the normal quantile (Abramowitz and Stegun, 26.7.5), good
     * to 1 % from 3 degrees of freedom on at 0.9; fewer are not asked for.
     */
    static double student(double level, int degreesOfFreedom) {
        double x = normal(level);
        double n = degreesOfFreedom;
        double first = (Math.pow(x, 3) + x) / 4;
        double second = (5 * Math.pow(x, 5) + 16 * Math.pow(x, 3) + 3 * x) / 96;
        double third = (3 * Math.pow(x, 7) + 19 * Math.pow(x, 5) + 17 * Math.pow(x, 3) - 15 * x) / 384;
        return Math.min(WIDEST, x + first / n + second / (n * n) + third / (n * n * n));
    }
}

package org.affinity.reporting.report.domain;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A pooled ratio of two totals, with the standard error of the ratio estimator: the sum of squared residuals over
 * {@code n (n - 1)} and the squared mean of the base (Cochran, Sampling Techniques, 3rd ed. 1977, sections 2.11 and
 * 6.4), without the finite population correction, since the units stand for what such units do. The units must be
 * independent of each other.
 */
record RatioEstimate(double ratio, double standardError, int size) {

    /** Fewer units say too little of how much units differ. */
    private static final int FEWEST = 3;

    /** One unit of the sample. */
    record Pair(double part, double base) {

        Pair plus(Pair other) {
            return new Pair(part + other.part, base + other.base);
        }
    }

    /** The estimate; needs a unit whose base is not zero. */
    static RatioEstimate of(List<Pair> sample) {
        double base = sample.stream().mapToDouble(Pair::base).sum();
        if (!(base > 0)) {
            throw new IllegalArgumentException("the base of a ratio must be positive");
        }
        int size = sample.size();
        double ratio = sample.stream().mapToDouble(Pair::part).sum() / base;
        double squares = sample.stream()
                .mapToDouble(pair -> Math.pow(pair.part() - ratio * pair.base(), 2))
                .sum();
        double mean = base / size;
        double error = size < 2 ? Double.NaN : Math.sqrt(squares / (size - 1) / size) / mean;
        return new RatioEstimate(ratio, error, size);
    }

    boolean hasInterval() {
        return size >= FEWEST;
    }

    /** Half the width of the interval at that level, by Student's t with n - 1 degrees of freedom. */
    double margin(double level) {
        return TDistribution.of(size - 1).inverseCumulativeProbability((1 + level) / 2) * standardError;
    }
}

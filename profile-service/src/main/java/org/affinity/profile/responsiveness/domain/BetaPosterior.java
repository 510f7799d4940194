package org.affinity.profile.responsiveness.domain;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * What is believed of a share after some successes and failures, with Jeffreys' prior Beta(1/2, 1/2): small samples are
 * drawn towards one half, and the equal-tailed interval covers well for every size (Brown, Cai and DasGupta, "Interval
 * Estimation for a Binomial Proportion", Statistical Science 16(2), 2001).
 */
public final class BetaPosterior {

    private static final double PRIOR = 0.5;

    private final BetaDistribution distribution;

    private BetaPosterior(double a, double b) {
        this.distribution = BetaDistribution.of(a, b);
    }

    /** After these successes among so many trials. */
    public static BetaPosterior after(int successes, int trials) {
        if (successes < 0 || trials < successes) {
            throw new IllegalArgumentException("more successes than trials");
        }
        return new BetaPosterior(successes + PRIOR, trials - successes + PRIOR);
    }

    /** Beta(a, b) itself, to compare with tables. */
    static BetaPosterior of(double a, double b) {
        return new BetaPosterior(a, b);
    }

    /** The share to expect. */
    public double mean() {
        return distribution.getMean();
    }

    /** The share below which the truth lies with this probability. */
    public double quantile(double probability) {
        return distribution.inverseCumulativeProbability(probability);
    }

    /** Probability that the truth is at most {@code x}. */
    double cumulative(double x) {
        return distribution.cumulativeProbability(x);
    }
}

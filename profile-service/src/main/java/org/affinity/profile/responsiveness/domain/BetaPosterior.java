package org.affinity.profile.responsiveness.domain;

/**
 * What is believed of a share after some successes and failures, with Jeffreys' prior Beta(1/2, 1/2): small samples are
 * drawn towards one half, and the equal-tailed interval covers well for every size (Brown, Cai and DasGupta, "Interval
 * Estimation for a Binomial Proportion", Statistical Science 16(2), 2001).
 */
public final class BetaPosterior {

    private static final double PRIOR = 0.5;
    private static final double PRECISION = 1e-12;
    private static final double TINY = 1e-300;
    private static final int STEPS = 300;

    private final double a;
    private final double b;

    private BetaPosterior(double a, double b) {
        this.a = a;
        this.b = b;
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
        return a / (a + b);
    }

    /** The share below which the truth lies with this probability. */
    public double quantile(double probability) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (cumulative(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Probability that the truth is at most {@code x}: the regularised incomplete beta function (DLMF 8.17). */
    double cumulative(double x) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        boolean direct = x < (a + 1) / (a + b + 2);
        return direct ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b;
    }

    /** The continued fraction of DLMF 8.17.22, by Lentz's method. */
    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m <= STEPS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / nonZero(1 + even * d);
            c = nonZero(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / nonZero(1 + odd * d);
            c = nonZero(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < PRECISION) {
                return value;
            }
        }
        return value;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /**
     * Logarithm of the gamma function by Stirling's series (DLMF 5.11.1), shifted upwards to where it is exact enough.
     */
    private static double logGamma(double x) {
        double shift = 0;
        double y = x;
        while (y < 10) {
            shift -= Math.log(y);
            y++;
        }
        double inverse = 1 / (y * y);
        double series = (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse / 1680))) / y;
        return shift + (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series;
    }
}

package org.affinity.profile.engagement.domain;

import java.time.Instant;

/**
 * How engagement falls with the size of the audience on one platform, in our own pool: {@code ln(rate) = intercept +
 * slope * ln(followers)}, least squares.
 *
 * @param residualDeviation standard deviation of ln(rate) around the line
 * @param meanLogFollowers mean of ln(followers)
 * @param squareSum sum of squared distances of ln(followers) from their mean
 */
public record AudienceFit(
        int accounts,
        double slope,
        double intercept,
        double residualDeviation,
        double meanLogFollowers,
        double squareSum,
        Instant computedAt) {

    /** Formula of {@link #ratioOf}. */
    public static final String FORMULA = "log2(rate / expected rate of the platform at this number of followers), the"
            + " expectation from a least-squares line through ln(rate) and ln(followers) of our own accounts; 0 is as"
            + " expected, 1 is twice as much, -1 is half as much";

    private static final double NORMAL_95 = 1.959964;

    /** Whether the accounts differ enough in size for a line. */
    public boolean isUsable() {
        return squareSum > 1e-6 && Double.isFinite(slope) && Double.isFinite(residualDeviation);
    }

    /**
     * The audience/engagement ratio as log2, with the interval in which it lies with 95 % probability: the error of the
     * line and that of a mean over so many posts.
     *
     * @param rate above zero
     * @param followers above zero
     */
    public Ratio ratioOf(double rate, long followers, int posts) {
        double size = Math.log((double) followers);
        double expected = intercept + slope * size;
        double value = (Math.log(rate) - expected) / Math.log(2);
        double distance = size - meanLogFollowers;
        double ofLine = residualDeviation * residualDeviation * (1.0 / accounts + distance * distance / squareSum);
        double ofPosts = (Prior.POST_VARIATION + 1 / (rate * followers)) / posts;
        double half = NORMAL_95 * Math.sqrt(ofLine + ofPosts) / Math.log(2);
        return new Ratio(value, value - half, value + half);
    }

    /** A ratio with its interval. */
    public record Ratio(double value, double low, double high) {}
}

package org.affinity.profile.engagement.domain;

/**
 * What is known of the rate of an account before any of its posts is seen: a gamma distribution with the mean and the
 * variance of accounts like it (empirical Bayes; gamma–Poisson model as in Gelman et al., Bayesian Data Analysis, 3rd
 * edition, section 2.7).
 *
 * @param ceiling the highest rate that a single post can vouch for: Tukey's upper fence of the pool
 * @param origin where mean, variance and ceiling come from
 */
public record Prior(double mean, double variance, double ceiling, String origin) {

    /**
     * How much posts of one account differ: the square of their coefficient of variation. Ours: the interactions of an
     * account's posts spread about as much as their mean.
     */
    public static final double POST_VARIATION = 1.0;

    /** Formula of {@link #shrunk}. */
    public static final String FORMULA = "(a + w * r) / (b + w), gamma prior a = m^2 / v, b = m / v with mean m and"
            + " variance v of the pool; w = n * F / (1 + m * F) for n posts before F followers or views;"
            + " r = min(rate, n * upper fence of the pool)";

    /**
     * The expected rate of an account after {@code posts} posts with the mean rate {@code rate}. Interactions of a post
     * are Poisson around a rate that itself varies from post to post, so that the posts weigh {@code w = n F / (1 +
     * variation m F)}: a post before a large audience tells more than one before ten people, but never more than one
     * post can. What n posts claim counts up to n times the pool's upper fence.
     *
     * @param exposure people or views per post, above zero
     */
    public double shrunk(double rate, int posts, double exposure) {
        if (mean <= 0 || variance <= 0) {
            return Math.max(mean, 0);
        }
        double shape = mean * mean / variance;
        double scale = mean / variance;
        double weight = posts * exposure / (1 + POST_VARIATION * mean * exposure);
        double claimed = Math.min(rate, posts * ceiling);
        return (shape + weight * claimed) / (scale + weight);
    }
}

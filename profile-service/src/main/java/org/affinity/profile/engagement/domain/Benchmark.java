package org.affinity.profile.engagement.domain;

import java.time.Instant;

/**
 * Engagement of our own accounts of one platform and tier, by one definition.
 *
 * @param accounts how many accounts it describes, at least {@link #FEWEST_ACCOUNTS}
 * @param trimmedMean mean of the rates, each cut at Tukey's upper fence (upper quartile + 1.5 times the distance of the
 *     quartiles)
 * @param trimmedVariance variance of the same
 */
public record Benchmark(
        String platform,
        String definition,
        String tierScheme,
        String tier,
        int accounts,
        double mean,
        double lowerQuartile,
        double median,
        double upperQuartile,
        double trimmedMean,
        double trimmedVariance,
        Instant computedAt) {

    /** Fewer accounts make no benchmark of their own. */
    public static final int FEWEST_ACCOUNTS = 30;

    /** What it says of an account before any of its posts is seen. */
    public Prior prior() {
        double fence = upperQuartile + 1.5 * (upperQuartile - lowerQuartile);
        return new Prior(
                trimmedMean,
                trimmedVariance,
                fence,
                "POOL " + platform + " " + tierScheme + "/" + tier + ", " + accounts + " accounts");
    }
}

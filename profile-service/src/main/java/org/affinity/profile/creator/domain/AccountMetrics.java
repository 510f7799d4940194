package org.affinity.profile.creator.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The latest figures of an account; null means unknown.
 *
 * @param followers number of followers
 * @param engagementRate interactions per follower, mean per post; above 1 is possible for very small accounts, and
 *     unknown whenever there is no follower to divide by
 * @param averageViews mean views per post
 */
public record AccountMetrics(Long followers, BigDecimal engagementRate, Long averageViews) {

    /** No account has more followers or views a post: the people who are online (ITU, Facts and Figures 2024). */
    public static final long MOST_PEOPLE = 5_500_000_000L;

    /** What is wrong with more. */
    public static final String TOO_MANY_PEOPLE =
            "must be at most {value}, as many as people are online (ITU, Facts and Figures 2024)";

    /** Nothing known. */
    public static final AccountMetrics UNKNOWN = new AccountMetrics(null, null, null);

    /** Decimals kept of an engagement rate. */
    public static final int RATE_SCALE = 10;

    public AccountMetrics {
        if (isNegative(followers)
                || isNegative(averageViews)
                || (engagementRate != null && engagementRate.signum() < 0)) {
            throw new IllegalArgumentException("a figure below zero");
        }
        boolean nobodyFollows = followers != null && followers == 0;
        engagementRate = nobodyFollows ? null : canonical(engagementRate);
    }

    /** These figures, with what {@code newer} knows put over them. */
    public AccountMetrics overlaidWith(AccountMetrics newer) {
        return new AccountMetrics(
                newer.followers == null ? followers : newer.followers,
                newer.engagementRate == null ? engagementRate : newer.engagementRate,
                newer.averageViews == null ? averageViews : newer.averageViews);
    }

    private static boolean isNegative(Long figure) {
        return figure != null && figure < 0;
    }

    private static BigDecimal canonical(BigDecimal rate) {
        if (rate == null) {
            return null;
        }
        BigDecimal rounded = rate.setScale(RATE_SCALE, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}

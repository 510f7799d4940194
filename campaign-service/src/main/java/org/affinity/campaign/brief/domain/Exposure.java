package org.affinity.campaign.brief.domain;

import java.math.BigDecimal;

/**
 * Whom to show first of creators who are nearly equal.
 *
 * @param policy what to do with them
 * @param seed the same seed gives the same order; null leaves it to matching
 * @param tolerance difference in score, 0 to 1, up to which creators are nearly equal; null leaves it to matching
 */
public record Exposure(Policy policy, Long seed, BigDecimal tolerance) {

    /** What to do with creators who are nearly equal. */
    public enum Policy {
        BEST_FIRST,
        ROTATE
    }
}

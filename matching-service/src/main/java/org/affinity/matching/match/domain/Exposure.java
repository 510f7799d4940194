package org.affinity.matching.match.domain;

/**
 * Whom to show first of creators who are nearly equal.
 *
 * @param policy what to do with them
 * @param seed the same seed gives the same order; null when none was given
 * @param tolerance difference in score, 0 to 1, up to which creators are nearly equal; null for 0.02
 */
public record Exposure(Policy policy, Long seed, Double tolerance) {

    /** The best first, whoever that is. */
    public static final Exposure BEST_FIRST = new Exposure(Policy.BEST_FIRST, null, null);

    /** What to do with creators who are nearly equal. */
    public enum Policy {
        BEST_FIRST,
        ROTATE
    }
}

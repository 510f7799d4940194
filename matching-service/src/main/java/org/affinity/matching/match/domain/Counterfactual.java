package org.affinity.matching.match.domain;

/**
 * The smallest change of one thing that brings a creator among the best; everybody else stays as they are.
 *
 * @param lever what is changed, such as {@code FEE}
 * @param subject what of it, such as a platform and a dimension of its audience; null where there is but one
 * @param bound {@code AT_MOST}, {@code AT_LEAST} or {@code EQUALS}
 * @param value the value to reach, as text
 * @param unit unit of the value, or null
 * @param present the value now, as text; null when it is unknown, estimated or not so
 * @param text the change in words, such as {@code the fee is at most 140.00 EUR}
 * @param rank the place that the creator would have
 * @param points the points that the creator would have
 */
public record Counterfactual(
        String lever,
        String subject,
        Bound bound,
        String value,
        String unit,
        String present,
        String text,
        int rank,
        int points) {

    /** How the value is meant. */
    public enum Bound {
        AT_MOST,
        AT_LEAST,
        EQUALS
    }

    /** The score that the creator would have. */
    public double score() {
        return Contribution.score(points);
    }
}

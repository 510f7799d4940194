package org.affinity.matching.match.domain;

import org.affinity.matching.candidate.domain.ContentFormat;

/**
 * The kind of content that an expectation is of, and what one of it brings beside a post as the figures of an account
 * tell of.
 *
 * @param known whether a ratio is published; else it is taken for a post
 */
public record Piece(ContentFormat format, boolean known, Ratio ratio) {

    /** The same with multiples that are off by so many of their spreads. */
    Piece shifted(double deviations) {
        return new Piece(
                format,
                known,
                new Ratio(
                        ratio.impressions() * Math.exp(deviations * ratio.impressionSpread()),
                        ratio.interactions() * Math.exp(deviations * ratio.interactionSpread()),
                        ratio.impressionSpread(),
                        ratio.interactionSpread()));
    }

    /**
     * What one piece brings, as multiples of what a post does. Spreads are standard deviations of natural logarithms.
     *
     * @param impressionSpread how unsure the multiple of impressions is
     * @param interactionSpread how unsure that of interactions is
     */
    public record Ratio(double impressions, double interactions, double impressionSpread, double interactionSpread) {

        /** Whether as much is expected as of a post. */
        boolean isThatOfAPost() {
            return impressions == 1 && interactions == 1;
        }
    }
}

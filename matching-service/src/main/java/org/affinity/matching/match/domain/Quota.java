package org.affinity.matching.match.domain;

/** At least {@code min} and at most {@code max} creators of the panel have this value; null sets no limit. */
public record Quota(QuotaDimension dimension, String value, Integer min, Integer max) {

    int least() {
        return min == null ? 0 : min;
    }

    int most() {
        return max == null ? Integer.MAX_VALUE : max;
    }

    /** Whether a creator is known to have the value. */
    boolean counts(PanelCandidate candidate) {
        return value.equals(dimension.of(candidate));
    }

    /** Whether nothing tells if a creator has the value. */
    boolean isUnknownOf(PanelCandidate candidate) {
        return dimension.of(candidate) == null;
    }

    /** In words, such as {@code TIER NANO}. */
    String inWords() {
        return dimension + " " + value;
    }
}

package org.affinity.matching.match.domain;

/**
 * Numbers in sentences, rounded half up. A match writes some thousand of them, so they do without
 * {@link String#format}, which takes longer than all the rest of a sentence.
 */
final class Figures {

    private Figures() {}

    /** A share as {@code 4.10 %}. */
    static String percent(double share) {
        return twoDecimals(share * 100) + " %";
    }

    /** As {@code 12.50}. */
    static String twoDecimals(double value) {
        if (value < 0) {
            return "-" + twoDecimals(-value);
        }
        long hundredths = Math.round(value * 100);
        long rest = hundredths % 100;
        return hundredths / 100 + (rest < 10 ? ".0" : ".") + rest;
    }

    /** Without decimals. */
    static String whole(double value) {
        return Long.toString(Math.round(value));
    }
}

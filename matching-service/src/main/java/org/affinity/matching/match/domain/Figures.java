package org.affinity.matching.match.domain;

import java.math.BigDecimal;

/**
 * Numbers in sentences. A match writes some thousand of them, so they do without {@link String#format}, which takes
 * longer than all the rest of a sentence.
 */
final class Figures {

    private Figures() {}

    /** A share as {@code 4.10 %}. */
    static String percent(double share) {
        return twoDecimals(share * 100) + " %";
    }

    /** As {@code 12.50}, rounded half up. */
    static String twoDecimals(double value) {
        if (value < 0) {
            return "-" + twoDecimals(-value);
        }
        long hundredths = Math.round(value * 100);
        long rest = hundredths % 100;
        return hundredths / 100 + (rest < 10 ? ".0" : ".") + rest;
    }

    /** With all its decimals, however small. */
    static String exact(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** Without decimals, rounded half up. */
    static String whole(double value) {
        return Long.toString(Math.round(value));
    }
}

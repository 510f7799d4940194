package org.affinity.profile.imports;

import java.math.BigDecimal;

/** Writes numbers that a file holds as numbers, so that reading them as text cannot change them. */
final class TypedNumbers {

    private static final int DIGITS_OF_A_GROUP = 3;

    private TypedNumbers() {}

    /**
     * The digits; with a zero behind three decimals of more than one, since {@code 12.345} as a text may well mean
     * 12,345.
     */
    static String text(BigDecimal number) {
        BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
        boolean looksGrouped = plain.scale() == DIGITS_OF_A_GROUP && plain.abs().compareTo(BigDecimal.ONE) >= 0;
        return (looksGrouped ? plain.setScale(DIGITS_OF_A_GROUP + 1) : plain).toPlainString();
    }
}

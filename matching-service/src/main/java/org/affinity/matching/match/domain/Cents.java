package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Amounts as whole numbers that can be compared: hundredths up to 2^30 of them, tens of units above. Prices are rounded
 * up and budgets down, so no price passes that is more than the budget; one that is equal to it does when both are
 * whole cents.
 */
final class Cents {

    private static final BigDecimal FINE = BigDecimal.valueOf(1L << 30);
    private static final BigDecimal STEP = BigDecimal.valueOf(1_000);
    private static final BigDecimal TOO_MUCH = BigDecimal.valueOf(Integer.MAX_VALUE);

    private Cents() {}

    /** A price, rounded up; beyond what can be told apart, more than any budget. */
    static int price(BigDecimal amount) {
        return rounded(amount, RoundingMode.CEILING).min(TOO_MUCH).intValueExact();
    }

    /** A budget, rounded down. */
    static int budget(BigDecimal amount) {
        return rounded(amount, RoundingMode.FLOOR)
                .min(TOO_MUCH.subtract(BigDecimal.ONE))
                .intValueExact();
    }

    private static BigDecimal rounded(BigDecimal amount, RoundingMode mode) {
        BigDecimal cents = amount.movePointRight(2).setScale(0, mode);
        return cents.compareTo(FINE) <= 0
                ? cents
                : FINE.add(cents.subtract(FINE).divide(STEP, 0, mode));
    }
}

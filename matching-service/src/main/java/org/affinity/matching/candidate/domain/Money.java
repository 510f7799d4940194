package org.affinity.matching.candidate.domain;

import java.math.BigDecimal;
import java.util.Objects;

/** An amount in one currency (ISO 4217), never negative; never rounded, and shown with two decimals at least. */
public record Money(BigDecimal amount, String currency) {

    private static final int SMALLEST_SCALE = 2;

    public Money {
        Objects.requireNonNull(currency, "currency");
        amount = amount.setScale(Math.max(SMALLEST_SCALE, amount.scale()));
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("amount must not be negative");
        }
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.add(other.amount), currency);
    }

    /** True when this is more than {@code other}; both in one currency. */
    public boolean exceeds(Money other) {
        requireSameCurrency(other);
        return amount.compareTo(other.amount) > 0;
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot combine " + currency + " with " + other.currency);
        }
    }
}

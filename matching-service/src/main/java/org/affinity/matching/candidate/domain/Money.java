package org.affinity.matching.candidate.domain;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * An amount in one currency (ISO 4217), never negative; never rounded, and shown with the decimals of the currency at
 * least: 50000 JPY, 50000.00 EUR.
 */
public record Money(BigDecimal amount, String currency) {

    private static final int USUAL_DECIMALS = 2;

    private static final Map<String, Integer> DECIMALS = Currency.getAvailableCurrencies().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Currency::getCurrencyCode, currency -> Math.max(0, currency.getDefaultFractionDigits())));

    public Money {
        Objects.requireNonNull(currency, "currency");
        amount = amount.stripTrailingZeros();
        amount = amount.setScale(Math.max(decimals(currency), amount.scale()));
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("amount must not be negative");
        }
    }

    /** Decimals of the smallest amount that is paid in a currency. */
    public static int decimals(String currency) {
        return DECIMALS.getOrDefault(currency, USUAL_DECIMALS);
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

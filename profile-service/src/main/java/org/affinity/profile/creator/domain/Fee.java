package org.affinity.profile.creator.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a creator asks for one collaboration: an amount of zero or more in an ISO 4217 currency, with exactly the
 * decimals that the currency has.
 */
public record Fee(BigDecimal amount, String currency) {

    private static final Map<String, Integer> DECIMALS = Currency.getAvailableCurrencies().stream()
            .filter(known -> known.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Currency::getDefaultFractionDigits));

    public Fee {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("a fee below zero");
        }
        int decimals = decimalsOf(currency).orElseThrow(() -> new IllegalArgumentException("not a currency"));
        amount = amount.setScale(decimals, RoundingMode.UNNECESSARY);
    }

    /** Decimals of a currency; empty when there is no such currency to be paid in. */
    public static Optional<Integer> decimalsOf(String currency) {
        return Optional.ofNullable(currency).map(DECIMALS::get);
    }
}

package org.affinity.profile.creator.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;

/**
 * What a creator asks for one collaboration: an amount of zero or more in an ISO 4217 currency, with exactly the
 * decimals that the currency has.
 */
public record Fee(BigDecimal amount, String currency) {

    public Fee {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("a fee below zero");
        }
        int decimals = decimalsOf(currency).orElseThrow(() -> new IllegalArgumentException("not a currency"));
        amount = amount.setScale(decimals, RoundingMode.UNNECESSARY);
    }

    /** Decimals of a currency; empty when there is no such currency to be paid in. */
    public static Optional<Integer> decimalsOf(String currency) {
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(currency))
                .map(Currency::getDefaultFractionDigits)
                .filter(decimals -> decimals >= 0)
                .findFirst();
    }
}

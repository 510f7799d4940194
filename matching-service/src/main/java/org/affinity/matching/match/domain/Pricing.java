package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.Availability;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.Money;

/**
 * Prices a creator's part: the declared fee as it is; else, for paid work, expected impressions at the platform's usual
 * cost per thousand, but not less than the smallest estimate. Gifts and volunteering cost no fee, nor does affiliation
 * without a declared one (its commission comes out of sales, not out of this budget).
 */
final class Pricing {

    private static final int CENTS = 2;

    private final PriceTable table;

    Pricing(PriceTable table) {
        this.table = table;
    }

    /** The price in the currency of the budget; empty when there is none in that currency. */
    Optional<Price> price(Candidate candidate, Account account, Expectation expectation, Brief brief) {
        return switch (brief.engagementType()) {
            case GIFTED, VOLUNTEER -> Optional.of(free(brief));
            case AFFILIATE ->
                Optional.of(declared(candidate, brief).orElseGet(() -> free(brief)))
                        .filter(price -> inCurrencyOf(brief, price));
            case PAID ->
                Optional.of(declared(candidate, brief).orElseGet(() -> estimated(account, expectation)))
                        .filter(price -> inCurrencyOf(brief, price));
        };
    }

    private static Optional<Price> declared(Candidate candidate, Brief brief) {
        return candidate
                .availabilityFor(brief.engagementType())
                .map(Availability::fee)
                .map(fee -> new Price(fee, PriceSource.DECLARED));
    }

    private Price estimated(Account account, Expectation expectation) {
        double usual = expectation.impressions() / 1_000 * table.costPerThousand(account.platform());
        BigDecimal amount = BigDecimal.valueOf(Math.max(usual, table.smallestEstimate()));
        return new Price(
                new Money(amount.setScale(CENTS, RoundingMode.HALF_UP), table.currency()), PriceSource.ESTIMATED);
    }

    private static Price free(Brief brief) {
        return new Price(Money.zero(brief.budget().currency()), PriceSource.DECLARED);
    }

    private static boolean inCurrencyOf(Brief brief, Price price) {
        return price.money().currency().equals(brief.budget().currency());
    }
}

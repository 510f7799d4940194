package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.Availability;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.Money;

/**
 * Prices a creator's part. Paid work costs the declared fee as it is; else the piece of the rate card that is wanted;
 * else expected impressions at the platform's usual cost per thousand, but not less than the smallest estimate. Gifts
 * and volunteering cost no fee, nor does affiliation without a declared one (its commission comes out of sales, not out
 * of this budget).
 */
final class Pricing {

    private static final int CENTS = 2;

    private final PriceTable table;

    Pricing(PriceTable table) {
        this.table = table;
    }

    /** The price, in whatever currency it is; nothing is so in that of the budget. */
    Price price(Candidate candidate, PricedAccount priced, Expectation expectation, Brief brief) {
        Price price = switch (brief.engagementType()) {
            case GIFTED, VOLUNTEER -> free(brief);
            case AFFILIATE -> fee(candidate, EngagementType.AFFILIATE).orElseGet(() -> free(brief));
            case PAID -> paid(candidate, priced, expectation);
        };
        return price.freeIn(brief.budget().currency());
    }

    /** What paid work costs: of the rate card, what is expected. */
    Price paid(Candidate candidate, PricedAccount priced, Expectation expectation) {
        return fee(candidate, EngagementType.PAID)
                .or(() -> rated(priced, expectation.format()))
                .orElseGet(() -> estimated(priced.account(), expectation));
    }

    /** The fee that the creator declared for an engagement. */
    Optional<Price> fee(Candidate candidate, EngagementType type) {
        return candidate.availabilityFor(type).map(Availability::fee).map(fee -> new Price(fee, PriceSource.DECLARED));
    }

    private static Optional<Price> rated(PricedAccount priced, ContentFormat expected) {
        return priced.pieces().stream()
                .filter(piece -> piece.format() == expected)
                .findFirst()
                .map(piece -> new Price(piece.costOfOne(), PriceSource.DECLARED, piece));
    }

    private Price estimated(Account account, Expectation expectation) {
        BigDecimal amount = BigDecimal.valueOf(Math.max(usual(account, expectation), table.smallestEstimate()));
        return new Price(
                new Money(amount.setScale(CENTS, RoundingMode.HALF_UP), table.currency()), PriceSource.ESTIMATED);
    }

    /** What the expected impressions usually cost, in the currency of the table. */
    private double usual(Account account, Expectation expectation) {
        return expectation.impressions() / 1_000 * table.costPerThousand(account.platform());
    }

    /**
     * Level of a declared price against the usual one for the same impressions: half when they are equal, the highest
     * for a piece of the rate card that is free. Unknown for an estimated price, which is the usual one, for a part
     * that is free otherwise, and in a currency without usual prices.
     */
    int worth(Price price, Account account, Expectation expectation) {
        boolean isComparable = price.isFree() || table.isIn(price.money());
        if (price.source() == PriceSource.ESTIMATED || price.isWithoutFee() || !isComparable) {
            return Levels.UNKNOWN;
        }
        return Levels.saturating(
                usual(account, expectation), price.money().amount().doubleValue());
    }

    private static Price free(Brief brief) {
        return new Price(Money.zero(brief.budget().currency()), PriceSource.DECLARED);
    }
}

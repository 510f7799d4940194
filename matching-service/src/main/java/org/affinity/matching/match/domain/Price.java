package org.affinity.matching.match.domain;

import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.RatedContent;

/**
 * What one creator's part in the campaign costs, and how that is known.
 *
 * @param piece the line of the rate card that it is the cost of; null for a fee, for free, and when estimated
 */
public record Price(Money money, PriceSource source, RatedContent piece) {

    Price(Money money, PriceSource source) {
        this(money, source, null);
    }

    /** The kind of content that it is the price of; null where it is not one of the rate card. */
    public ContentFormat format() {
        return piece == null ? null : piece.format();
    }

    /** Whether there is nothing to pay. */
    boolean isFree() {
        return money.amount().signum() == 0;
    }

    /** The same in a currency; only for what is free, as there are no exchange rates. */
    Price freeIn(String currency) {
        return isFree() ? new Price(Money.zero(currency), source, piece) : this;
    }

    /** Whether there is nothing to pay and no line of the rate card that says so: nothing to compare with. */
    boolean isWithoutFee() {
        return piece == null && isFree();
    }
}

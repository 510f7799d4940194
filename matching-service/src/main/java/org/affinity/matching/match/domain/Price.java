package org.affinity.matching.match.domain;

import org.affinity.matching.candidate.domain.Money;

/** What one creator's part in the campaign costs, and how that is known. */
public record Price(Money money, PriceSource source) {

    boolean isFree() {
        return money.amount().signum() == 0;
    }
}

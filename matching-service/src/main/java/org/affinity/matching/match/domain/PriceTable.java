package org.affinity.matching.match.domain;

import java.util.Map;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Platform;

/**
 * Usual cost of a thousand impressions by platform, as versioned data with its source.
 *
 * @param fallbackCostPerThousand for platforms without a published figure; an assumption, and named as one
 * @param smallestEstimate no estimated price is lower: few impressions are still a piece of work
 */
public record PriceTable(
        String version,
        String source,
        String currency,
        Map<Platform, Double> costPerThousand,
        double fallbackCostPerThousand,
        double smallestEstimate) {

    public double costPerThousand(Platform platform) {
        return costPerThousand.getOrDefault(platform, fallbackCostPerThousand);
    }

    /** Whether the table is in the currency of that money; there are no exchange rates. */
    boolean isIn(Money money) {
        return currency.equals(money.currency());
    }
}

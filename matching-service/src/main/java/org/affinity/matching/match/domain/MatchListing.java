package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.affinity.matching.candidate.domain.Money;

/**
 * A match as lists show it: without its brief and its answer, which is a thousand times as long.
 *
 * @param withPanel whether a panel was asked for; without one its size and its cost are 0 and mean nothing
 */
public record MatchListing(
        UUID matchId,
        UUID organisationId,
        UUID campaignId,
        Long campaignVersion,
        String modelVersion,
        long indexSnapshot,
        int eligibleCount,
        boolean withPanel,
        int panelSize,
        BigDecimal panelCost,
        String panelCurrency,
        Instant completedAt) {

    public Money cost() {
        return new Money(panelCost.stripTrailingZeros(), panelCurrency);
    }
}

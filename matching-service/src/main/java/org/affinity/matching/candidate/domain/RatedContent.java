package org.affinity.matching.candidate.domain;

/**
 * What a piece of content costs, before tax.
 *
 * @param minimumOrder the least that is charged for an order; null for none
 * @param usageRightsDays days of use by the brand in the price; null when not stated
 * @param paidAmplification whether advertising with the post is in the price; null when not stated
 */
public record RatedContent(
        Platform platform,
        ContentFormat format,
        Money price,
        Money minimumOrder,
        Integer usageRightsDays,
        Boolean paidAmplification) {

    /** What one piece costs alone: its price, or the least order where that is more and in the same currency. */
    public Money costOfOne() {
        return costsLeastOrder() ? minimumOrder : price;
    }

    /** Whether one piece costs the least order, which is more than its price. */
    public boolean costsLeastOrder() {
        return minimumOrder != null && minimumOrder.currency().equals(price.currency()) && minimumOrder.exceeds(price);
    }
}

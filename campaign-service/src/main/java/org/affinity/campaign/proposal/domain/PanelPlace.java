package org.affinity.campaign.proposal.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.affinity.kit.json.Money;

/**
 * One creator of a proposed panel.
 *
 * @param rank 1 for the first
 * @param creatorId the creator
 * @param accountId the account that is to publish
 * @param platform where the account is
 * @param handle its name there when the panel was made
 * @param tier its size class
 * @param score the sum of the contributions
 * @param contributions the score explained
 * @param price what the creator costs
 * @param priceSource whether the price was declared by the creator or estimated
 * @param priceFormat kind of content whose line of the rate card the price is; null when it is another price, and in
 *     proposals from before it was told
 */
public record PanelPlace(
        int rank,
        UUID creatorId,
        UUID accountId,
        String platform,
        String handle,
        String tier,
        BigDecimal score,
        List<Contribution> contributions,
        Money price,
        String priceSource,
        String priceFormat) {

    public PanelPlace {
        Objects.requireNonNull(creatorId, "creatorId");
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(handle, "handle");
        Objects.requireNonNull(price, "price");
        contributions = List.copyOf(contributions);
    }
}

package org.affinity.matching.match.domain;

import java.util.Set;
import java.util.UUID;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;

/**
 * A creator as a panel is chosen from: everything that the choice depends on, so that it can be made again later, and
 * nothing that names a person.
 *
 * @param country null when unknown
 * @param impressions expected of one post
 * @param interactions expected of one post
 */
public record PanelCandidate(
        UUID creatorId,
        UUID accountId,
        Platform platform,
        Tier tier,
        String country,
        Set<String> languages,
        Set<String> topics,
        Money price,
        PriceSource priceSource,
        double score,
        double impressions,
        double interactions) {

    static PanelCandidate of(Scored scored, Offer offer) {
        return new PanelCandidate(
                scored.creatorId(),
                offer.account().accountId(),
                offer.account().platform(),
                offer.tier(),
                offer.candidate().country(),
                offer.candidate().languages(),
                offer.candidate().topics(),
                offer.price().money(),
                offer.price().source(),
                scored.score(),
                offer.expectation().impressions(),
                offer.expectation().interactions());
    }

    @Override
    public String toString() {
        return "PanelCandidate[" + creatorId + "]";
    }
}

package org.affinity.matching.match.domain;

import java.util.Set;
import java.util.UUID;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.MetricSource;
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
 * @param basis what the expectations rest on; null for those of before it was kept
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
        double interactions,
        Basis basis) {

    /**
     * What expectations rest on.
     *
     * @param viewsKnown whether impressions are the mean views of a post, and not worked out from interactions
     * @param rateKnown whether the account's own engagement rate is known
     * @param source who says so
     */
    public record Basis(long followers, boolean viewsKnown, boolean rateKnown, MetricSource source) {

        static Basis of(Account account) {
            return new Basis(
                    account.followers(),
                    account.averageViews() != null,
                    account.engagementRate() != null,
                    account.source());
        }
    }

    /** A creator of whom it is not known what the expectations rest on. */
    PanelCandidate(
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
        this(
                creatorId,
                accountId,
                platform,
                tier,
                country,
                languages,
                topics,
                price,
                priceSource,
                score,
                impressions,
                interactions,
                null);
    }

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
                offer.expectation().interactions(),
                Basis.of(offer.account()));
    }

    @Override
    public String toString() {
        return "PanelCandidate[" + creatorId + "]";
    }
}

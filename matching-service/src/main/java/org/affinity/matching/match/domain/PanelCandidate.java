package org.affinity.matching.match.domain;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.MetricSource;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;

/**
 * A creator as a panel is chosen from: everything that the choice depends on, so that it can be made again later, and
 * nothing that names a person.
 *
 * @param country null when unknown
 * @param area RURAL or URBAN; null when unknown, as in pools that were saved before it was kept
 * @param priceFormat kind of content that the price is of; null when it is not one of a rate card
 * @param impressions expected of one piece of content
 * @param interactions expected of one piece of content
 * @param audience shares of the real audience by value, in the dimensions by which {@link TargetAudience} tells who is
 *     in the brief's target, where they are known
 * @param basis what the expectations rest on; null for those of before it was kept
 */
public record PanelCandidate(
        UUID creatorId,
        UUID accountId,
        Platform platform,
        Tier tier,
        String country,
        String area,
        Set<String> languages,
        Set<String> topics,
        Money price,
        PriceSource priceSource,
        ContentFormat priceFormat,
        double score,
        double impressions,
        double interactions,
        Basis basis,
        Map<AudienceDimension, SortedMap<String, Double>> audience) {

    public PanelCandidate {
        Map<AudienceDimension, SortedMap<String, Double>> copy = new EnumMap<>(AudienceDimension.class);
        // Pools that were saved before audiences were kept have none.
        copy.putAll(audience == null ? Map.of() : audience);
        audience = Collections.unmodifiableMap(copy);
    }

    /**
     * What expectations rest on.
     *
     * @param viewsKnown whether impressions are the mean views of a post, and not worked out from interactions
     * @param rateKnown whether interactions follow from the account's own engagement rate: where the usual rate of its
     *     peers is not known, they do not
     * @param source who says so
     * @param piece what they are of; null for a post as the account's figures tell of, and of before it was kept
     */
    public record Basis(long followers, boolean viewsKnown, boolean rateKnown, MetricSource source, Piece piece) {

        static Basis of(Account account, Expectation expectation) {
            return new Basis(
                    account.followers(),
                    expectation.viewsKnown(),
                    !Double.isNaN(expectation.engagementRate()),
                    expectation.origin(account).source(),
                    expectation.piece());
        }
    }

    /** A creator by one account, for free and without regard to a brief. */
    static PanelCandidate ofWholeAudience(Candidate candidate, Account account, Expectation expectation) {
        return new PanelCandidate(
                candidate.creatorId(),
                account.accountId(),
                account.platform(),
                Tier.of(account.followers()),
                candidate.country(),
                candidate.about().area().orElse(null),
                candidate.languages(),
                candidate.topics(),
                Money.zero("EUR"),
                PriceSource.ESTIMATED,
                null,
                0,
                expectation.impressions(),
                expectation.interactions(),
                Basis.of(account, expectation),
                known(account, TargetAudience.DIMENSIONS));
    }

    /**
     * A creator whom a panel for a brief may be chosen from.
     *
     * @param dimensions of the audience that matter to the brief
     */
    static PanelCandidate of(Scored scored, Offer offer, Set<AudienceDimension> dimensions) {
        return new PanelCandidate(
                scored.creatorId(),
                offer.account().accountId(),
                offer.account().platform(),
                offer.tier(),
                offer.candidate().country(),
                offer.candidate().about().area().orElse(null),
                offer.candidate().languages(),
                offer.candidate().topics(),
                offer.price().money(),
                offer.price().source(),
                offer.price().format(),
                scored.score(),
                offer.expectation().impressions(),
                offer.expectation().interactions(),
                Basis.of(offer.account(), offer.expectation()),
                known(offer.account(), dimensions));
    }

    private static Map<AudienceDimension, SortedMap<String, Double>> known(
            Account account, Set<AudienceDimension> dimensions) {
        Map<AudienceDimension, SortedMap<String, Double>> known = new EnumMap<>(AudienceDimension.class);
        for (AudienceDimension dimension : dimensions) {
            account.audienceBy(dimension).ifPresent(shares -> known.put(dimension, shares.shares()));
        }
        return known;
    }

    @Override
    public String toString() {
        return "PanelCandidate[" + creatorId + "]";
    }
}

package org.affinity.matching.match.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * Reads the value of each signal, from 0 (speaks against) to 1 (speaks for), NaN when unknown or when the brief does
 * not ask for it.
 */
final class Signals {

    /** A rate of four times the peers' counts as the best, a quarter as the worst. */
    private static final double OCTAVES_AROUND_PEERS = 4;

    private final ScoringModel model;
    private final PriceTable prices;

    Signals(ScoringModel model, PriceTable prices) {
        this.model = model;
        this.prices = prices;
    }

    double value(Signal signal, Offer offer, Brief brief, Instant asOf) {
        return switch (signal) {
            case TOPIC_AFFINITY -> coverage(brief.topics(), offer.candidate().topics());
            case ENGAGEMENT_VERSUS_PEERS -> againstPeers(offer.expectation());
            case AUDIENCE_SIZE -> shareOfObjectives(offer.expectation(), brief);
            case COUNTRY_FIT -> fit(brief.countries(), offer.candidate().country());
            case LANGUAGE_FIT -> coverage(brief.languages(), offer.candidate().languages());
            case PRICE_FOR_EXPECTED_RESULT -> worth(offer);
            case DATA_FRESHNESS -> freshness(offer.account().observedAt(), asOf);
            case TRACK_RECORD -> saturating(offer.candidate().completedCollaborations(), model.trackRecordHalf());
        };
    }

    /** Share of what is wanted that is there. */
    private static double coverage(Collection<String> wanted, Collection<String> known) {
        if (wanted.isEmpty() || known.isEmpty()) {
            return Double.NaN;
        }
        return wanted.stream().filter(known::contains).count() / (double) wanted.size();
    }

    private static double fit(Collection<String> wanted, String known) {
        if (wanted.isEmpty() || known == null) {
            return Double.NaN;
        }
        return wanted.contains(known) ? 1 : 0;
    }

    private static double againstPeers(Expectation expectation) {
        if (Double.isNaN(expectation.engagementRate())) {
            return Double.NaN;
        }
        double octaves = Math.log(expectation.engagementRate() / expectation.peerRate()) / Math.log(2);
        return Math.clamp(0.5 + octaves / OCTAVES_AROUND_PEERS, 0, 1);
    }

    /** Mean over the countable objectives; 0.5 is one creator's even share of the target. */
    private static double shareOfObjectives(Expectation expectation, Brief brief) {
        return brief.objectives().stream()
                .filter(Signals::isCountable)
                .mapToDouble(objective -> {
                    double evenShare = objective.target().doubleValue() / brief.maxCreators();
                    return saturating(expectation.of(objective.kpi()), evenShare);
                })
                .average()
                .orElse(Double.NaN);
    }

    private static boolean isCountable(Objective objective) {
        return switch (objective.kpi()) {
            case IMPRESSIONS, REACH, ENGAGEMENTS -> objective.target().signum() > 0;
            case ENGAGEMENT_RATE, POSTS, DONATIONS -> false;
        };
    }

    /**
     * A declared fee against the usual one for the same impressions. Unknown for an estimated price, which is the usual
     * one, for a free part, and where no usual price is known in the currency of the fee.
     */
    private double worth(Offer offer) {
        Price price = offer.price();
        if (price.source() == PriceSource.ESTIMATED || price.isFree() || !prices.isIn(price.money())) {
            return Double.NaN;
        }
        double fee = price.money().amount().doubleValue();
        double usual = offer.expectation().impressions()
                / 1_000
                * prices.costPerThousand(offer.account().platform());
        return saturating(usual, fee);
    }

    private double freshness(Instant observedAt, Instant asOf) {
        if (observedAt == null) {
            return Double.NaN;
        }
        double days = Math.max(0, Duration.between(observedAt, asOf).toSeconds() / 86_400.0);
        return Math.pow(0.5, days / model.freshnessHalfLifeDays());
    }

    private static double saturating(double amount, double half) {
        return amount / (amount + half);
    }
}

package org.affinity.matching.match.domain;

import java.util.Objects;
import java.util.stream.Stream;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.FigureOrigin;

/**
 * What one piece of content on an account is expected to bring.
 *
 * @param engagementRate shrunk towards the account's peers; NaN when the rate or the peers are unknown
 * @param peerRate usual engagement rate of accounts of that size; NaN when unknown
 * @param viewsKnown whether impressions are the mean views of a post, and not worked out from interactions or followers
 * @param piece what it is; null where no kind is asked for or priced: a post as the account's figures tell of
 */
public record Expectation(
        double engagementRate,
        double peerRate,
        boolean viewsKnown,
        double impressions,
        double interactions,
        Piece piece) {

    /** A rate of four times the peers' counts as the best, a quarter as the worst. */
    private static final double OCTAVES_AROUND_PEERS = 4;

    /** Level of the rate against that of the peers; half when they are equal. */
    int againstPeers() {
        if (Double.isNaN(engagementRate)) {
            return Levels.UNKNOWN;
        }
        double octaves = Math.log(engagementRate / peerRate) / Math.log(2);
        return Levels.of(0.5 + octaves / OCTAVES_AROUND_PEERS);
    }

    /** Of the figures of an account that this rests on, the origin of the least sure one. */
    FigureOrigin origin(Account account) {
        return Stream.of(
                        Account.FOLLOWERS,
                        viewsKnown ? Account.AVERAGE_VIEWS : null,
                        Double.isNaN(engagementRate) ? null : Account.ENGAGEMENT_RATE)
                .filter(Objects::nonNull)
                .map(account::originOf)
                .min(FigureOrigin.WEAKEST_FIRST)
                .orElseThrow();
    }

    /** So many times the results. */
    Expectation times(double factor) {
        return new Expectation(
                engagementRate, peerRate, viewsKnown, impressions * factor, interactions * factor, piece);
    }

    /** The same account with another piece than a post. */
    Expectation as(Piece other) {
        return new Expectation(
                engagementRate,
                peerRate,
                viewsKnown,
                impressions * other.ratio().impressions(),
                interactions * other.ratio().interactions(),
                other);
    }

    /** The kind of content; null where it is a post as the account's figures tell of. */
    public ContentFormat format() {
        return piece == null ? null : piece.format();
    }

    /** The expected amount of what the KPI counts. */
    double of(Kpi kpi) {
        return switch (kpi) {
            case IMPRESSIONS, REACH -> impressions;
            case ENGAGEMENTS, ENGAGEMENT_RATE, DONATIONS -> interactions;
            case POSTS -> 1;
        };
    }
}

package org.affinity.matching.match.domain;

/**
 * What one post on an account is expected to bring.
 *
 * @param engagementRate shrunk towards the account's peers; NaN when the rate or the peers are unknown
 * @param peerRate usual engagement rate of accounts of that size; NaN when unknown
 */
public record Expectation(double engagementRate, double peerRate, double impressions, double interactions) {

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

    /** The expected amount of what the KPI counts. */
    double of(Kpi kpi) {
        return switch (kpi) {
            case IMPRESSIONS, REACH -> impressions;
            case ENGAGEMENTS, ENGAGEMENT_RATE, DONATIONS -> interactions;
            case POSTS -> 1;
        };
    }
}

package org.affinity.matching.match.domain;

/**
 * What one post on an account is expected to bring.
 *
 * @param engagementRate shrunk towards the account's peers; NaN when the rate or the peers are unknown
 * @param peerRate usual engagement rate of accounts of that size; NaN when unknown
 */
public record Expectation(double engagementRate, double peerRate, double impressions, double interactions) {

    /** The expected amount of what the KPI counts. */
    double of(Kpi kpi) {
        return switch (kpi) {
            case IMPRESSIONS, REACH -> impressions;
            case ENGAGEMENTS, ENGAGEMENT_RATE, DONATIONS -> interactions;
            case POSTS -> 1;
        };
    }
}

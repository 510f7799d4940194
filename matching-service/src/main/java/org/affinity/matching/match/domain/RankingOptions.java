package org.affinity.matching.match.domain;

/**
 * What is wanted of the ranking of a match.
 *
 * @param length places
 * @param counterfactualTop first places by score of which is told what would bring each creator behind them there; 0
 *     for none
 */
public record RankingOptions(int length, int counterfactualTop) {

    /** The best alone. */
    public static RankingOptions best(int length) {
        return new RankingOptions(length, 0);
    }
}

package org.affinity.matching.match.domain;

import java.util.List;
import java.util.Map;

/**
 * The numbers of the score, as versioned data. Every {@link Signal} has a term.
 *
 * @param priorFollowers strength of the benchmark in a shrunk engagement rate, in followers: an account of that size
 *     counts half for itself and half for its peers
 * @param impressionsPerInteraction how many impressions one interaction stands for where views are hidden
 * @param fallbackReachShare expected impressions per follower where nothing else is known; an assumption
 * @param freshnessHalfLifeDays age at which a figure has lost half of its worth
 * @param trackRecordHalf completed collaborations that are worth half of the track record's weight
 * @param panelPool how many of the best-scored creators a panel is chosen from
 * @param panelExponents how strongly cost is weighed in each of the panel's greedy passes
 */
public record ScoringModel(
        String version,
        Map<String, Term> terms,
        double priorFollowers,
        double impressionsPerInteraction,
        double fallbackReachShare,
        double freshnessHalfLifeDays,
        double trackRecordHalf,
        int panelPool,
        List<Double> panelExponents,
        List<String> sources) {

    /** Weight of a signal, and the value at which it neither helps nor punishes. */
    public record Term(double weight, double neutral) {}

    public ScoringModel {
        terms = Map.copyOf(terms);
        terms.keySet().forEach(Signal::withId);
        if (terms.size() != Signal.values().length) {
            throw new IllegalArgumentException("scoring model " + version + " lacks a term");
        }
    }

    public Term term(Signal signal) {
        return terms.get(signal.id());
    }
}

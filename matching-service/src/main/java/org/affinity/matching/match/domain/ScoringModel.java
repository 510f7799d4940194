package org.affinity.matching.match.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.candidate.domain.MetricSource;

/**
 * The numbers of the score, as versioned data. Every {@link Signal} has a term; a campaign's weights are those of the
 * terms, replaced by what its engagement type says, then by what its main aim says, then by what the request says.
 *
 * @param byEngagementType weights in thousandths, by signal, where they differ from the terms
 * @param byAim the same by the aim of the first objective
 * @param audienceThresholds share of an audience inside the target, 0 to 1, that neither helps nor punishes
 * @param priorFollowers strength of the benchmark in a shrunk engagement rate, in followers: an account of that size
 *     counts half for itself and half for its peers
 * @param impressionsPerInteraction how many impressions one interaction stands for where views are hidden
 * @param mostViewsPerFollower mean views of a post, per follower, above which they say nothing of the next post
 * @param fallbackReachShare expected impressions per follower where nothing else is known; an assumption
 * @param freshnessHalfLifeDays age at which a figure has lost half of its worth
 * @param activityHalfLifeDays days without a post after which an account counts half as active
 * @param trackRecordHalf completed collaborations that are worth half of the track record's weight
 * @param figureSpreads how far figures of a source are off, as standard deviations of natural logarithms; 0 for a
 *     source that is not listed
 * @param intervalDeviations standard deviations from the score to its bounds
 * @param panelPool how many of the best-scored creators a panel is chosen from
 * @param panelExponents how strongly cost is weighed in each of the panel's greedy passes
 */
public record ScoringModel(
        String version,
        Map<String, Term> terms,
        Map<EngagementType, Map<String, Integer>> byEngagementType,
        Map<Aim, Map<String, Integer>> byAim,
        Map<AudienceDimension, Double> audienceThresholds,
        double priorFollowers,
        double impressionsPerInteraction,
        double mostViewsPerFollower,
        double fallbackReachShare,
        double freshnessHalfLifeDays,
        double activityHalfLifeDays,
        double trackRecordHalf,
        Map<MetricSource, Double> figureSpreads,
        double intervalDeviations,
        int panelPool,
        List<Double> panelExponents,
        List<String> sources) {

    /** The heaviest weight, in thousandths. */
    public static final int HEAVIEST = 1_000;

    /** Weight of a signal in thousandths, and the level, 0 to 250, at which it neither helps nor punishes. */
    public record Term(int weight, int neutral) {

        public Term {
            if (weight < 0 || weight > HEAVIEST || neutral < 0 || neutral > Levels.HIGHEST) {
                throw new IllegalArgumentException("a weight is 0 to 1000 thousandths, a neutral level 0 to 250");
            }
        }
    }

    public ScoringModel {
        terms = Map.copyOf(terms);
        byEngagementType = Map.copyOf(byEngagementType);
        byAim = Map.copyOf(byAim);
        audienceThresholds = Map.copyOf(audienceThresholds);
        figureSpreads = Map.copyOf(figureSpreads);
        terms.keySet().forEach(Signal::withId);
        byEngagementType.values().forEach(ScoringModel::check);
        byAim.values().forEach(ScoringModel::check);
        if (terms.size() != Signal.values().length) {
            throw new IllegalArgumentException("scoring model " + version + " lacks a term");
        }
    }

    private static void check(Map<String, Integer> weights) {
        weights.forEach((signal, weight) -> {
            Signal.withId(signal);
            new Term(weight, 0);
        });
    }

    /** What counts how much for a brief. */
    public Map<Signal, Term> terms(Brief brief, Map<Signal, Integer> asked) {
        Map<String, Integer> ofType = byEngagementType.getOrDefault(brief.engagementType(), Map.of());
        Map<String, Integer> ofAim = byAim.getOrDefault(brief.mainAim(), Map.of());
        Map<Signal, Term> all = new EnumMap<>(Signal.class);
        for (Signal signal : Signal.values()) {
            Term term = terms.get(signal.id());
            int weight = ofAim.getOrDefault(signal.id(), ofType.getOrDefault(signal.id(), term.weight()));
            all.put(signal, new Term(asked.getOrDefault(signal, weight), term.neutral()));
        }
        return all;
    }
}

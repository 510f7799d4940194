package org.affinity.matching.match.domain;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;
import org.affinity.matching.engine.domain.Answer;
import org.affinity.matching.engine.domain.Plan;
import org.affinity.matching.engine.domain.Predicate;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.engine.domain.Rows;

/**
 * What a brief asks of a row: the rules in their order, and how each signal is read and weighed. Plain code and engines
 * work from the same plan, so they find the same creators with the same points.
 *
 * @param rules in the order of {@link EligibilityRule}
 * @param readings of the signals that the brief asks for, in the order of {@link Signal}
 * @param notAsked why the brief does not ask for the others, in words, in the order of {@link Signal}
 * @param terms weight and neutral level of each signal
 */
record BriefPlan(
        SequencedMap<EligibilityRule, Predicate> rules,
        SequencedMap<Signal, Reading> readings,
        SequencedMap<Signal, String> notAsked,
        Map<Signal, ScoringModel.Term> terms) {

    BriefPlan {
        rules = Collections.unmodifiableSequencedMap(rules);
        readings = Collections.unmodifiableSequencedMap(readings);
        notAsked = Collections.unmodifiableSequencedMap(notAsked);
        terms = Collections.unmodifiableMap(new EnumMap<>(terms));
    }

    /** The plan for an engine that is to find the best k. */
    Plan forEngine(int k) {
        return new Plan(
                List.copyOf(rules.values()),
                readings.entrySet().stream()
                        .filter(entry -> term(entry.getKey()).weight() > 0)
                        .flatMap(
                                entry -> entry
                                        .getValue()
                                        .terms(
                                                term(entry.getKey()).weight(),
                                                term(entry.getKey()).neutral())
                                        .stream())
                        .toList(),
                k);
    }

    /** How many creators each rule rejected, in the order of the rules, without those that rejected nobody. */
    SequencedMap<EligibilityRule, Integer> rejected(Answer answer) {
        SequencedMap<EligibilityRule, Integer> counts = new LinkedHashMap<>();
        int place = 0;
        for (EligibilityRule rule : rules.sequencedKeySet()) {
            int count = answer.rejected()[place++];
            if (count > 0) {
                counts.put(rule, count);
            }
        }
        return counts;
    }

    /** How heavily each signal weighs, in thousandths, in the order of {@link Signal}. */
    SequencedMap<Signal, Integer> weights() {
        SequencedMap<Signal, Integer> weights = new LinkedHashMap<>();
        terms.forEach((signal, term) -> weights.put(signal, term.weight()));
        return weights;
    }

    ScoringModel.Term term(Signal signal) {
        return terms.get(signal);
    }

    /** The rule that comes after as many. */
    EligibilityRule rule(int passed) {
        return rules.sequencedKeySet().stream().skip(passed).findFirst().orElseThrow();
    }

    /** How many rules, from the first on, a row passes. */
    int passed(Row row) {
        int passed = 0;
        for (Predicate rule : rules.values()) {
            if (!Rows.test(rule, row)) {
                return passed;
            }
            passed++;
        }
        return passed;
    }

    /** The points of a row. */
    int points(Row row) {
        int points = 0;
        for (Map.Entry<Signal, Reading> entry : readings.entrySet()) {
            points += points(entry.getKey(), entry.getValue().level(row));
        }
        return points;
    }

    /** The most points that a row could have if only some signals changed. */
    int mostPoints(Row row, Set<Signal> changing) {
        int points = points(row);
        for (Signal signal : changing) {
            Reading reading = readings.get(signal);
            if (reading != null) {
                points += points(signal, Levels.HIGHEST) - points(signal, reading.level(row));
            }
        }
        return points;
    }

    int points(Signal signal, int level) {
        return Levels.points(level, term(signal).weight(), term(signal).neutral());
    }

    /** The place of the best of the rows that pass every rule: most points, then first in the profile. */
    OptionalInt best(List<Row> rows) {
        return IntStream.range(0, rows.size())
                .filter(place -> passed(rows.get(place)) == rules.size())
                .reduce((first, later) -> points(rows.get(later)) > points(rows.get(first)) ? later : first);
    }
}

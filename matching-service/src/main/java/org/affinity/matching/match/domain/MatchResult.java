package org.affinity.matching.match.domain;

import java.util.List;
import java.util.SequencedMap;
import org.affinity.matching.candidate.domain.Money;

/**
 * What matching answers to a brief: the best creators one by one, and the panel proposed together. Eligible and
 * rejected add up to the creators looked at; {@code rejected} names only rules that refused someone, in the order of
 * the rules.
 */
public record MatchResult(
        int eligibleCount,
        SequencedMap<EligibilityRule, Integer> rejected,
        Mechanic mechanic,
        List<Ranked> ranking,
        List<Ranked> panel,
        Money panelCost) {}

package org.affinity.matching.match.domain;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;

/**
 * What matching answers to a brief: the best creators one by one, and the panel proposed together. Eligible and
 * rejected add up to the creators looked at; {@code rejected} names only rules that refused someone, in the order of
 * the rules; {@code weights} how heavily each signal weighs, in thousandths; {@code notAsked} why the brief does not
 * ask for some signals. {@code counterfactuals} are those of the ranked creators behind the places that were asked
 * about, by creator; {@code leftOut} why the ranked who are not in the panel are not. {@code exposure} says how nearly
 * equal creators in the ranking came to their places. {@code panel} are the members of the plan with the reasons of
 * their score, best score first. Without a panel {@code plan} and {@code pool} are null, and {@code leftOut} is empty.
 */
public record MatchResult(
        int eligibleCount,
        SequencedMap<EligibilityRule, Integer> rejected,
        Mechanic mechanic,
        SequencedMap<Signal, Integer> weights,
        SequencedMap<Signal, String> notAsked,
        List<Ranked> ranking,
        Map<UUID, List<Counterfactual>> counterfactuals,
        Map<UUID, LeftOutReason> leftOut,
        List<Ranked> panel,
        PanelPlan plan,
        PanelPool pool,
        ExposureReport exposure) {}

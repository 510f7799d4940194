package org.affinity.matching.match.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.engine.domain.Predicate;
import org.affinity.matching.engine.domain.Row;

/** Turns briefs into plans. */
public final class BriefPlans {

    private final ScoringModel model;
    private final EligibilityData data;
    private final ExcludedTopics excludedTopics;
    private final AudienceColumns audienceColumns;
    private final AudiencePredicates audience;
    private final RulePredicates predicates;
    private final SignalReadings readings;

    public BriefPlans(
            ScoringModel model, EligibilityData data, Columns columns, Categories categories, TextAnalysis analysis) {
        this.model = model;
        this.data = data;
        this.excludedTopics = new ExcludedTopics(categories, analysis);
        this.audienceColumns = columns.audience();
        this.audience = new AudiencePredicates(audienceColumns);
        this.predicates = new RulePredicates(data, excludedTopics, audience);
        this.readings = new SignalReadings(model, columns, categories, analysis);
    }

    /**
     * The plan of a brief.
     *
     * @param weights in thousandths, where the request asks for others than the model's
     * @param asOf when the match is made
     */
    BriefPlan of(Brief brief, Map<Signal, Integer> weights, Instant asOf) {
        Map<Signal, ScoringModel.Term> terms = model.terms(brief, weights);
        SequencedMap<EligibilityRule, Predicate> rules = new LinkedHashMap<>();
        for (EligibilityRule rule : EligibilityRule.values()) {
            rules.put(rule, predicates.of(rule, brief, asOf));
        }
        SequencedMap<Signal, Reading> asked = new LinkedHashMap<>();
        SequencedMap<Signal, String> notAsked = new LinkedHashMap<>();
        for (Signal signal : Signal.values()) {
            Reading reading = readings.of(signal, brief, terms, asOf);
            if (reading instanceof Reading.NotAsked(String reason)) {
                notAsked.put(signal, reason);
            } else {
                asked.put(signal, reading);
            }
        }
        return new BriefPlan(rules, asked, notAsked, terms);
    }

    /** Where a creator meets what the brand must not appear beside. */
    List<String> excludedTopicsMet(Brief brief, Candidate candidate) {
        return excludedTopics.met(brief.conditions().excludedTopics(), candidate);
    }

    /** In which dimensions too little of a row's audience is inside the target, and how much is. */
    List<String> smallShares(Brief brief, Row row, Account account) {
        return audience.smallShares(brief, row, account);
    }

    /** What the law that a brief falls under bans, and which law it is. */
    List<String> bans(Brief brief) {
        return data.banOf(brief).map(ban -> ban.rule() + " (" + ban.source() + ")").stream()
                .toList();
    }

    /** What is kept of audiences. */
    AudienceColumns audienceColumns() {
        return audienceColumns;
    }

    /** From which day on dated work for a competitor keeps a creator out. */
    LocalDate exclusiveFrom(Brief brief) {
        return data.exclusiveFrom(brief);
    }

    /** From how many invitations on nobody is asked, both limits known. */
    SolicitationCap solicitationCap(Brief brief) {
        return new SolicitationCap(data.openCap(brief), data.recentCap(brief));
    }

    /** The share of an audience that neither helps nor punishes. */
    double threshold(AudienceDimension dimension, Brief brief) {
        return readings.threshold(dimension, brief);
    }
}

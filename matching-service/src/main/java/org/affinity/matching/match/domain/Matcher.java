package org.affinity.matching.match.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.affinity.matching.candidate.domain.Candidate;

/**
 * Matches a brief with creators: eligibility, score, the exact best k, panel, mechanic. The result depends on nothing
 * but the brief, the creators, {@code asOf} and the versioned data; the order of the creators does not matter.
 */
public final class Matcher {

    private final ScoringModel model;
    private final MechanicRules mechanics;
    private final Eligibility eligibility;
    private final Scorer scorer;
    private final PanelPlanner panels;

    public Matcher(
            ScoringModel model,
            EngagementBenchmarks benchmarks,
            PriceTable prices,
            MechanicRules mechanics,
            PanelPlanner panels) {
        this.model = model;
        this.mechanics = mechanics;
        this.eligibility = new Eligibility(new Expectations(model, benchmarks), new Pricing(prices));
        this.scorer = new Scorer(model, new Signals(model, prices), new Explainer(benchmarks, prices));
        this.panels = panels;
    }

    /** Matches without any wish for the panel but those of the brief. */
    public MatchResult match(Brief brief, Collection<Candidate> candidates, Instant asOf, int k) {
        return match(brief, PanelOptions.NONE, candidates, asOf, k);
    }

    public MatchResult match(Brief brief, PanelOptions options, Collection<Candidate> candidates, Instant asOf, int k) {
        Map<EligibilityRule, Integer> rejected = new EnumMap<>(EligibilityRule.class);
        TopK<Scored> top = new TopK<>(Math.max(k, model.panelPool()), Scored.BEST_FIRST);
        RequiredCreators required = new RequiredCreators(options.mustInclude());
        int eligible = 0;
        for (Candidate candidate : candidates) {
            switch (eligibility.of(candidate, brief)) {
                case Verdict.Eligible(List<Offer> offers) -> {
                    eligible++;
                    Scored scored = scorer.best(offers, brief, asOf);
                    top.offer(scored);
                    required.eligible(scored);
                }
                case Verdict.Rejected(EligibilityRule rule) -> {
                    rejected.merge(rule, 1, Integer::sum);
                    required.rejected(candidate.creatorId(), rule);
                }
            }
        }
        List<Scored> best = top.best();
        List<Scored> pool = required.addTo(best.subList(0, Math.min(model.panelPool(), best.size())));
        PanelPool panelPool =
                new PanelPool(pool.stream().map(PanelCandidate::of).toList(), eligible, required.unavailable());
        PanelPlan plan = panels.plan(brief, options, panelPool);
        return new MatchResult(
                eligible,
                new LinkedHashMap<>(rejected),
                mechanics.recommend(brief),
                ranked(best.subList(0, Math.min(k, best.size())), brief, asOf),
                ranked(members(plan, pool), brief, asOf),
                plan,
                panelPool);
    }

    private static List<Scored> members(PanelPlan plan, List<Scored> pool) {
        Map<UUID, Scored> byId = pool.stream().collect(Collectors.toMap(Scored::creatorId, Function.identity()));
        return plan.members().stream()
                .map(member -> byId.get(member.candidate().creatorId()))
                .toList();
    }

    private List<Ranked> ranked(List<Scored> scored, Brief brief, Instant asOf) {
        return IntStream.range(0, scored.size())
                .mapToObj(index -> ranked(index + 1, scored.get(index), brief, asOf))
                .toList();
    }

    private Ranked ranked(int rank, Scored scored, Brief brief, Instant asOf) {
        return new Ranked(rank, scored.offer(), scored.score(), scorer.explain(scored.offer(), brief, asOf));
    }
}

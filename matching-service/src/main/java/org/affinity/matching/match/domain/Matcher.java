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
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.Tier;

/**
 * Matches a brief with creators: eligibility, score, the exact best k, panel, mechanic. The result depends on nothing
 * but the brief, the weights, the creators, {@code asOf} and the versioned data; the order of the creators does not
 * matter.
 */
public final class Matcher {

    private final ScoringModel model;
    private final MechanicRules mechanics;
    private final BriefPlans plans;
    private final EncodedCandidates encoded;
    private final Eligibility eligibility;
    private final Scorer scorer;
    private final Expectations expectations;
    private final Pricing pricing;
    private final PanelPlanner panels;

    public Matcher(
            ScoringModel model,
            EngagementBenchmarks benchmarks,
            PriceTable prices,
            MechanicRules mechanics,
            BriefPlans plans,
            CandidateEncoder encoder,
            Categories categories,
            PanelPlanner panels) {
        this.model = model;
        this.mechanics = mechanics;
        this.plans = plans;
        this.encoded = new EncodedCandidates(encoder);
        this.eligibility = new Eligibility(encoded);
        this.scorer = new Scorer(encoded, new Explainer(benchmarks, prices, plans, categories));
        this.expectations = new Expectations(model, benchmarks);
        this.pricing = new Pricing(prices);
        this.panels = panels;
    }

    /** Matches without any wish but those of the brief. */
    public MatchResult match(Brief brief, Collection<Candidate> candidates, Instant asOf, int k) {
        return match(brief, PanelOptions.NONE, Map.of(), candidates, asOf, k);
    }

    /**
     * Matches as asked.
     *
     * @param weights in thousandths, where others than the model's are asked for
     */
    public MatchResult match(
            Brief brief,
            PanelOptions options,
            Map<Signal, Integer> weights,
            Collection<Candidate> candidates,
            Instant asOf,
            int k) {
        BriefPlan plan = plans.of(brief, weights, asOf);
        Map<EligibilityRule, Integer> rejected = new EnumMap<>(EligibilityRule.class);
        TopK<Scored> top = new TopK<>(Math.max(k, model.panelPool()), Scored.BEST_FIRST);
        RequiredCreators required = new RequiredCreators(options.mustInclude());
        int eligible = 0;
        for (Candidate candidate : candidates) {
            switch (eligibility.of(candidate, plan)) {
                case Verdict.Eligible(Scored scored) -> {
                    eligible++;
                    top.offer(scored);
                    required.eligible(scored);
                }
                case Verdict.Rejected(EligibilityRule rule) -> {
                    rejected.merge(rule, 1, Integer::sum);
                    required.rejected(candidate.creatorId(), rule);
                }
            }
        }
        encoded.keepOnly(candidates);
        List<Scored> best = top.best();
        List<Scored> pool = required.addTo(best.subList(0, Math.min(model.panelPool(), best.size())));
        PanelPool panelPool = new PanelPool(
                pool.stream()
                        .map(scored -> PanelCandidate.of(scored, offer(scored, brief)))
                        .toList(),
                eligible,
                required.unavailable());
        PanelPlan panel = panels.plan(brief, options, panelPool);
        return new MatchResult(
                eligible,
                new LinkedHashMap<>(rejected),
                mechanics.recommend(brief),
                ranked(best.subList(0, Math.min(k, best.size())), brief, plan),
                ranked(members(panel, pool), brief, plan),
                panel,
                panelPool);
    }

    private static List<Scored> members(PanelPlan plan, List<Scored> pool) {
        Map<UUID, Scored> byId = pool.stream().collect(Collectors.toMap(Scored::creatorId, Function.identity()));
        return plan.members().stream()
                .map(member -> byId.get(member.candidate().creatorId()))
                .toList();
    }

    private Offer offer(Scored scored, Brief brief) {
        Account account = scored.candidate().accounts().get(scored.place());
        Expectation expectation = expectations.of(account);
        return new Offer(
                scored.candidate(),
                account,
                Tier.of(account.followers()),
                pricing.price(scored.candidate(), account, expectation, brief),
                expectation);
    }

    private List<Ranked> ranked(List<Scored> scored, Brief brief, BriefPlan plan) {
        return IntStream.range(0, scored.size())
                .mapToObj(index -> ranked(index + 1, scored.get(index), brief, plan))
                .toList();
    }

    private Ranked ranked(int rank, Scored scored, Brief brief, BriefPlan plan) {
        Offer offer = offer(scored, brief);
        return new Ranked(rank, offer, scored.points(), scorer.explain(scored, offer, brief, plan));
    }
}

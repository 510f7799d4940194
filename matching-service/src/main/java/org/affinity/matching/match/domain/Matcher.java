package org.affinity.matching.match.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.engine.domain.Answer;
import org.affinity.matching.engine.domain.Hit;

/**
 * Matches a brief with creators: eligibility, score, the exact best k, panel, mechanic. The result depends on nothing
 * but the brief, the weights, the creators, {@code asOf} and the versioned data; the order of the creators does not
 * matter.
 */
public final class Matcher {

    private final ScoringModel model;
    private final MechanicRules mechanics;
    private final BriefPlans plans;
    private final Eligibility eligibility;
    private final Scorer scorer;
    private final Expectations expectations;
    private final Pricing pricing;
    private final PanelPlanner panels;
    private final BriefReview.Desk desk;

    public Matcher(
            ScoringModel model,
            EngagementBenchmarks benchmarks,
            PriceTable prices,
            MechanicRules mechanics,
            BriefPlans plans,
            CandidateEncoder encoder,
            RowMemory memory,
            Categories categories,
            PanelPlanner panels) {
        this.model = model;
        this.mechanics = mechanics;
        this.plans = plans;
        EncodedCandidates encoded = new EncodedCandidates(encoder, memory);
        this.eligibility = new Eligibility(encoded);
        this.scorer = new Scorer(encoded, new Explainer(benchmarks, prices, plans, categories));
        this.expectations = new Expectations(model, benchmarks);
        this.pricing = new Pricing(prices);
        this.panels = panels;
        this.desk = new BriefReview.Desk(plans, encoder, eligibility, scorer, expectations, pricing);
    }

    /** Reviews single creators as they are matched here. */
    public BriefReview.Desk desk() {
        return desk;
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
            CandidatePool candidates,
            Instant asOf,
            RankingOptions ranking) {
        int k = ranking.length();
        BriefPlan plan = plans.of(brief, weights, asOf);
        Answer answer = candidates.engine().search(plan.forEngine(Math.max(k, model.panelPool())));
        // Scored again from what is told of them, so that a creator who changed meanwhile is shown as they are now.
        List<Scored> best = candidates.all(answer.hits().stream().map(Hit::id).toList()).stream()
                .flatMap(candidate -> scored(candidate, plan).stream())
                .sorted(Scored.BEST_FIRST)
                .toList();
        RequiredCreators required = new RequiredCreators(options.mustInclude());
        for (Candidate candidate : candidates.all(options.mustInclude())) {
            switch (eligibility.of(candidate, plan)) {
                case Verdict.Eligible(Scored scored) -> required.eligible(scored);
                case Verdict.Rejected(EligibilityRule rule) -> required.rejected(candidate.creatorId(), rule);
            }
        }
        List<Scored> pool = required.addTo(best.subList(0, Math.min(model.panelPool(), best.size())));
        PanelPool panelPool = new PanelPool(
                pool.stream()
                        .map(scored -> PanelCandidate.of(scored, offer(scored, brief)))
                        .toList(),
                answer.eligible(),
                required.unavailable());
        PanelPlan panel = panels.plan(brief, options, panelPool, asOf);
        ExposureRotation.Rotated shown =
                ExposureRotation.of(best, brief.conditions().exposure(), asOf, k);
        List<Scored> first = shown.order().subList(0, Math.min(k, best.size()));
        return new MatchResult(
                answer.eligible(),
                plan.rejected(answer),
                mechanics.recommend(brief),
                ranked(first, brief, plan),
                counterfactuals(first, best, ranking.counterfactualTop(), desk.review(brief, asOf, plan)),
                ranked(members(panel, pool), brief, plan),
                panel,
                panelPool,
                shown.report());
    }

    /** Whoever is in the first places by score needs none, wherever they are shown. */
    private static Map<UUID, List<Counterfactual>> counterfactuals(
            List<Scored> shown, List<Scored> best, int top, BriefReview review) {
        if (top == 0 || best.size() <= top) {
            return Map.of();
        }
        List<Scored> inTop = best.subList(0, top);
        return shown.stream()
                .filter(scored -> Scored.BEST_FIRST.compare(scored, inTop.getLast()) > 0)
                .collect(Collectors.toMap(Scored::creatorId, scored -> review.counterfactuals(scored, inTop)));
    }

    private Optional<Scored> scored(Candidate candidate, BriefPlan plan) {
        return eligibility.of(candidate, plan) instanceof Verdict.Eligible(Scored scored)
                ? Optional.of(scored)
                : Optional.empty();
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

package org.affinity.matching.match.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.engine.domain.Answer;
import org.affinity.matching.engine.domain.Hit;
import org.affinity.matching.match.domain.Stopwatch.Part;

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
    private final Offers offers;
    private final PanelPlanner panels;
    private final BriefReview.Desk desk;
    private final Stopwatch stopwatch;

    public Matcher(
            ScoringModel model,
            EngagementBenchmarks benchmarks,
            PriceTable prices,
            MechanicRules mechanics,
            BriefPlans plans,
            CandidateEncoder encoder,
            RowMemory memory,
            Categories categories,
            PanelPlanner panels,
            Stopwatch stopwatch) {
        this.model = model;
        this.stopwatch = stopwatch;
        this.mechanics = mechanics;
        this.plans = plans;
        EncodedCandidates encoded = new EncodedCandidates(encoder, memory);
        this.eligibility = new Eligibility(encoded);
        Expectations expectations = new Expectations(model, benchmarks);
        Pricing pricing = new Pricing(prices);
        this.scorer = new Scorer(
                encoded,
                new Explainer(model, benchmarks, prices, plans, categories),
                new LevelRanges(model, expectations, pricing));
        this.offers = new Offers(expectations, pricing);
        this.panels = panels;
        this.desk = new BriefReview.Desk(categories, plans, encoder, eligibility, scorer, expectations, offers);
    }

    /** Reviews single creators as they are matched here. */
    public BriefReview.Desk desk() {
        return desk;
    }

    /**
     * Matches as asked.
     *
     * @param options of the panel; null when none is wanted
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
        BriefPlan plan = stopwatch.get(Part.PLAN, () -> plans.of(brief, weights, asOf));
        Found found = find(plan, candidates, depth(brief, options, ranking));
        Proposal proposal = options == null
                ? Proposal.NONE
                : stopwatch.get(Part.PANEL, () -> propose(brief, options, plan, candidates, found, asOf));
        ExposureRotation.Rotated shown =
                ExposureRotation.of(found.best(), brief.conditions().exposure(), asOf, k);
        List<Scored> places = shown.order().subList(0, Math.min(k, found.best().size()));
        return stopwatch.get(
                Part.EXPLAIN,
                () -> new MatchResult(
                        found.answer().eligible(),
                        plan.rejected(found.answer()),
                        mechanics.recommend(brief),
                        plan.weights(),
                        plan.notAsked(),
                        ranked(places, brief, plan),
                        counterfactuals(
                                places, found.best(), ranking.counterfactualTop(), desk.review(brief, asOf, plan)),
                        proposal.reasons(places),
                        ranked(proposal.members(), brief, plan),
                        proposal.plan(),
                        proposal.pool(),
                        shown.report()));
    }

    /** The creators that a panel for the brief may be chosen from. */
    public PanelPool pool(
            Brief brief, PanelOptions options, Map<Signal, Integer> weights, CandidatePool candidates, Instant asOf) {
        BriefPlan plan = plans.of(brief, weights, asOf);
        return pool(brief, options, plan, candidates, find(plan, candidates, model.panelPool()))
                .panelPool();
    }

    /** What the engine found: its counts, and the creators as they are now, best first. */
    private record Found(Answer answer, List<Scored> best) {}

    /** A panel, whom it was chosen from, and its members with their scores; all is null or empty without one. */
    private record Proposal(PanelPlan plan, LeftOutReasons leftOut, PanelPool pool, List<Scored> members) {

        private static final Proposal NONE = new Proposal(null, null, null, List.of());

        private Map<UUID, LeftOutReason> reasons(List<Scored> places) {
            return leftOut == null
                    ? Map.of()
                    : leftOut.reasons(places.stream().map(Scored::creatorId).toList());
        }
    }

    private record Pool(List<Scored> scored, PanelPool panelPool) {}

    /** Panels, and creators who take turns, come from more creators than are shown. */
    private int depth(Brief brief, PanelOptions options, RankingOptions ranking) {
        boolean shownAlone = options == null && brief.conditions().exposure().policy() == Exposure.Policy.BEST_FIRST;
        return shownAlone ? ranking.length() : Math.max(ranking.length(), model.panelPool());
    }

    private Found find(BriefPlan plan, CandidatePool candidates, int depth) {
        Answer answer = stopwatch.get(Part.SEARCH, () -> candidates.engine().search(plan.forEngine(depth)));
        return stopwatch.get(Part.SCORE, () -> new Found(answer, best(answer.hits(), candidates, plan)));
    }

    /**
     * Who changed since they were found, or may have been found in another form, is scored again and shown as they are
     * now.
     */
    private List<Scored> best(List<Hit> hits, CandidatePool candidates, BriefPlan plan) {
        Map<UUID, Candidate> known = candidates.known(hits.stream().map(Hit::id).toList());
        return hits.stream()
                .filter(hit -> known.containsKey(hit.id()))
                .flatMap(hit -> {
                    Candidate candidate = known.get(hit.id());
                    return candidates.isAsFound(hit, candidate)
                            ? Stream.of(new Scored(candidate, hit.row(), hit.points()))
                            : scored(candidate, plan).stream();
                })
                .sorted(Scored.BEST_FIRST)
                .toList();
    }

    private Proposal propose(
            Brief brief, PanelOptions options, BriefPlan plan, CandidatePool candidates, Found found, Instant asOf) {
        Pool pool = pool(brief, options, plan, candidates, found);
        PanelPlanner.Planned panel = panels.planned(brief, options, pool.panelPool(), asOf);
        return new Proposal(panel.plan(), panel.leftOut(), pool.panelPool(), members(panel.plan(), pool.scored()));
    }

    private Pool pool(Brief brief, PanelOptions options, BriefPlan plan, CandidatePool candidates, Found found) {
        RequiredCreators required = new RequiredCreators(options.mustInclude());
        for (Candidate candidate : candidates.all(options.mustInclude())) {
            switch (eligibility.of(candidate, plan)) {
                case Verdict.Eligible(Scored scored) -> required.eligible(scored);
                case Verdict.Rejected(EligibilityRule rule) -> required.rejected(candidate.creatorId(), rule);
            }
        }
        List<Scored> pool = required.addTo(
                found.best().subList(0, Math.min(model.panelPool(), found.best().size())));
        Set<AudienceDimension> dimensions = TargetAudience.dimensions(brief);
        return new Pool(
                pool,
                new PanelPool(
                        pool.stream()
                                .map(scored -> PanelCandidate.of(scored, offers.of(scored, brief), dimensions))
                                .toList(),
                        found.answer().eligible(),
                        required.unavailable()));
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

    private List<Ranked> ranked(List<Scored> scored, Brief brief, BriefPlan plan) {
        return IntStream.range(0, scored.size())
                .mapToObj(index -> ranked(index + 1, scored.get(index), brief, plan))
                .toList();
    }

    private Ranked ranked(int rank, Scored scored, Brief brief, BriefPlan plan) {
        Offer offer = offers.of(scored, brief);
        return new Ranked(rank, offer, scored.points(), scorer.explain(scored, offer, brief, plan));
    }
}

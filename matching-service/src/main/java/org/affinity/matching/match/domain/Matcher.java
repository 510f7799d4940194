package org.affinity.matching.match.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.Money;

/**
 * Matches a brief with creators: eligibility, score, the exact best k, panel, mechanic. The result depends on nothing
 * but the brief, the creators, {@code asOf} and the versioned data; the order of the creators does not matter.
 */
public final class Matcher {

    /** A creator at the neutral score counts half of what is expected of the account. */
    private static final double NEUTRAL_FIT = 0.5;

    private final ScoringModel model;
    private final MechanicRules mechanics;
    private final Eligibility eligibility;
    private final Scorer scorer;
    private final PanelSelector panels;

    public Matcher(ScoringModel model, EngagementBenchmarks benchmarks, PriceTable prices, MechanicRules mechanics) {
        this.model = model;
        this.mechanics = mechanics;
        this.eligibility = new Eligibility(new Expectations(model, benchmarks), new Pricing(prices));
        this.scorer = new Scorer(model, new Signals(model, prices), new Explainer(benchmarks, prices));
        this.panels = new PanelSelector(model.panelExponents());
    }

    public MatchResult match(Brief brief, Collection<Candidate> candidates, Instant asOf, int k) {
        Map<EligibilityRule, Integer> rejected = new EnumMap<>(EligibilityRule.class);
        TopK<Scored> top = new TopK<>(Math.max(k, model.panelPool()), Scored.BEST_FIRST);
        int eligible = 0;
        for (Candidate candidate : candidates) {
            switch (eligibility.of(candidate, brief)) {
                case Verdict.Eligible(List<Offer> offers) -> {
                    eligible++;
                    top.offer(scorer.best(offers, brief, asOf));
                }
                case Verdict.Rejected(EligibilityRule rule) -> rejected.merge(rule, 1, Integer::sum);
            }
        }
        List<Scored> best = top.best();
        List<Scored> panel = panel(best, brief);
        return new MatchResult(
                eligible,
                new LinkedHashMap<>(rejected),
                mechanics.recommend(brief),
                ranked(best.subList(0, Math.min(k, best.size())), brief, asOf),
                ranked(panel, brief, asOf),
                cost(panel, brief));
    }

    /** A creator of whom more speaks against than for is not proposed, whatever is left of the budget. */
    private List<Scored> panel(List<Scored> best, Brief brief) {
        List<PanelOption> pool = best.stream()
                .limit(model.panelPool())
                .takeWhile(scored -> scored.score() >= 0)
                .map(scored -> option(scored, brief))
                .toList();
        return panels.select(pool, brief.budget().amount(), brief.maxCreators());
    }

    private static PanelOption option(Scored scored, Brief brief) {
        double expected = scored.offer().expectation().of(brief.mainKpi());
        double fit = scored.score() + NEUTRAL_FIT;
        return new PanelOption(
                scored, expected * fit, scored.offer().price().money().amount());
    }

    private List<Ranked> ranked(List<Scored> scored, Brief brief, Instant asOf) {
        return IntStream.range(0, scored.size())
                .mapToObj(index -> ranked(index + 1, scored.get(index), brief, asOf))
                .toList();
    }

    private Ranked ranked(int rank, Scored scored, Brief brief, Instant asOf) {
        return new Ranked(rank, scored.offer(), scored.score(), scorer.explain(scored.offer(), brief, asOf));
    }

    private static Money cost(List<Scored> panel, Brief brief) {
        return panel.stream()
                .map(scored -> scored.offer().price().money())
                .reduce(Money.zero(brief.budget().currency()), Money::plus);
    }
}

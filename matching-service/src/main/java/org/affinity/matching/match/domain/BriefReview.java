package org.affinity.matching.match.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.engine.domain.Answer;
import org.affinity.matching.engine.domain.Hit;
import org.affinity.matching.engine.domain.Row;

/** Where single creators stand for one brief, and what would have to change for them to stand higher. */
public final class BriefReview {

    /** Evenly spread steps that are tried before the first that succeeds is narrowed down. */
    private static final int PROBES = 32;

    private final Brief brief;
    private final Instant asOf;
    private final BriefPlan plan;
    private final Eligibility eligibility;
    private final CandidateEncoder encoder;
    private final Scorer scorer;
    private final Expectations expectations;
    private final Pricing pricing;

    BriefReview(
            Brief brief,
            Instant asOf,
            BriefPlan plan,
            Eligibility eligibility,
            CandidateEncoder encoder,
            Scorer scorer,
            Expectations expectations,
            Pricing pricing) {
        this.brief = brief;
        this.asOf = asOf;
        this.plan = plan;
        this.eligibility = eligibility;
        this.encoder = encoder;
        this.scorer = scorer;
        this.expectations = expectations;
        this.pricing = pricing;
    }

    /**
     * Where a creator stands among others.
     *
     * @param ranked place among all eligible creators, with every contribution; null when a rule rejects the creator
     * @param rejectedBy the rule; null when the creator is eligible
     * @param eligible eligible creators, this one included
     * @param top the number of places that the counterfactuals are about
     * @param counterfactuals empty when the creator is among these already
     */
    public record Standing(
            Ranked ranked, EligibilityRule rejectedBy, int eligible, int top, List<Counterfactual> counterfactuals) {}

    /** Reviews a creator against all others, who stay as they are. */
    public Standing standing(Candidate asked, CandidatePool all, int top) {
        Optional<Scored> own = scored(asked);
        // One more, as the creator asked about may be among them.
        Answer answer = all.engine().search(plan.forEngine(top + 1));
        List<Scored> best = others(asked, all, answer).limit(top).toList();
        int ahead = own.map(scored -> ahead(scored, best, all, top)).orElse(0);
        boolean isTop = own.isPresent() && ahead < top;
        List<Counterfactual> changes = isTop ? List.of() : counterfactuals(asked, own, best, top);
        if (own.isEmpty()) {
            Verdict.Rejected rejected = (Verdict.Rejected) eligibility.of(asked, plan);
            return new Standing(null, rejected.rule(), answer.eligible(), top, changes);
        }
        return new Standing(ranked(ahead + 1, own.get()), null, answer.eligible(), top, changes);
    }

    /** The others whom the engine found, scored again from what is told of them, best first. */
    private Stream<Scored> others(Candidate asked, CandidatePool all, Answer answer) {
        List<UUID> ids = answer.hits().stream()
                .map(Hit::id)
                .filter(id -> !id.equals(asked.creatorId()))
                .toList();
        return all.all(ids).stream().flatMap(other -> scored(other).stream()).sorted(Scored.BEST_FIRST);
    }

    /** How many others are ahead; the engine counts those beyond the best. */
    private int ahead(Scored own, List<Scored> best, CandidatePool all, int top) {
        if (best.size() < top || Scored.BEST_FIRST.compare(own, best.getLast()) < 0) {
            return (int) best.stream()
                    .filter(other -> Scored.BEST_FIRST.compare(other, own) < 0)
                    .count();
        }
        return Math.max(
                top, all.engine().countAhead(plan.forEngine(top), new Hit(own.creatorId(), own.place(), own.points())));
    }

    /** The creator as a panel could be chosen with; empty when a rule rejects them. */
    public Optional<PanelCandidate> panelCandidate(Candidate candidate) {
        return scored(candidate).map(scored -> PanelCandidate.of(scored, offer(scored)));
    }

    /** An eligible creator with every contribution, placed among nobody else; empty when a rule rejects them. */
    public Optional<Ranked> alone(Candidate candidate) {
        return scored(candidate).map(scored -> ranked(1, scored));
    }

    /** The rule that rejects a creator; empty when they are eligible. */
    public Optional<EligibilityRule> rejection(Candidate candidate) {
        return eligibility.of(candidate, plan) instanceof Verdict.Rejected(EligibilityRule rule)
                ? Optional.of(rule)
                : Optional.empty();
    }

    private Optional<Scored> scored(Candidate candidate) {
        return scored(eligibility.of(candidate, plan));
    }

    private static Optional<Scored> scored(Verdict verdict) {
        return verdict instanceof Verdict.Eligible(Scored scored) ? Optional.of(scored) : Optional.empty();
    }

    private Ranked ranked(int rank, Scored scored) {
        Offer offer = offer(scored);
        return new Ranked(rank, offer, scored.points(), scorer.explain(scored, offer, brief, plan));
    }

    private Offer offer(Scored scored) {
        Account account = scored.candidate().accounts().get(scored.place());
        Expectation expectation = expectations.of(account);
        return new Offer(
                scored.candidate(),
                account,
                Tier.of(account.followers()),
                pricing.price(scored.candidate(), account, expectation, brief),
                expectation);
    }

    /** What would bring a creator among the best of a match, all of whom are ahead. */
    List<Counterfactual> counterfactuals(Scored behind, List<Scored> best) {
        return counterfactuals(behind.candidate(), Optional.of(behind), best, best.size());
    }

    private List<Counterfactual> counterfactuals(Candidate asked, Optional<Scored> own, List<Scored> best, int top) {
        Money price = own.map(scored -> offer(scored).price().money()).orElseGet(() -> anyPrice(asked));
        List<Row> known = eligibility.rows(asked);
        List<Counterfactual> found = new ArrayList<>();
        for (Lever lever : new Levers(brief, asOf, asked).all(price)) {
            if (best.size() < top || mostPoints(known, lever) >= best.getLast().points()) {
                smallest(known, lever, best, top).ifPresent(found::add);
            }
        }
        return found;
    }

    /** No step of a lever brings more points: each signal that it moves at its best, all others as they are. */
    private int mostPoints(List<Row> known, Lever lever) {
        return IntStream.range(0, known.size())
                .filter(lever::moves)
                .map(place -> plan.mostPoints(known.get(place), lever.signals()))
                .max()
                .orElse(Integer.MIN_VALUE);
    }

    /** The price of the first account of known size on a wanted platform, for who is not eligible. */
    private Money anyPrice(Candidate candidate) {
        return candidate.accounts().stream()
                .filter(account ->
                        account.followers() != null && Brief.anyOrContains(brief.platforms(), account.platform()))
                .findFirst()
                .map(account -> pricing.price(candidate, account, expectations.of(account), brief)
                        .money())
                .orElse(null);
    }

    /** The first step that brings the creator among the best while the one before does not. */
    private Optional<Counterfactual> smallest(List<Row> known, Lever lever, List<Scored> best, int top) {
        int fails = 0;
        int succeeds = 0;
        for (int probe = 1; probe <= PROBES && succeeds == 0; probe++) {
            int step = (int) ((long) lever.steps() * probe / PROBES);
            if (step > fails && entering(known, lever, step, best, top).isPresent()) {
                succeeds = step;
            } else {
                fails = Math.max(fails, step);
            }
        }
        if (succeeds == 0) {
            return Optional.empty();
        }
        while (succeeds - fails > 1) {
            int middle = fails + (succeeds - fails) / 2;
            if (entering(known, lever, middle, best, top).isPresent()) {
                succeeds = middle;
            } else {
                fails = middle;
            }
        }
        int step = succeeds;
        return entering(known, lever, step, best, top)
                .map(scored -> new Counterfactual(
                        lever.name(),
                        lever.subject(),
                        lever.bound(),
                        lever.value().apply(step),
                        lever.unit(),
                        lever.present(),
                        lever.text().apply(step),
                        1
                                + (int) best.stream()
                                        .filter(other -> Scored.BEST_FIRST.compare(other, scored) < 0)
                                        .count(),
                        scored.points()));
    }

    /** The changed creator, if that puts them among the best. */
    private Optional<Scored> entering(List<Row> known, Lever lever, int step, List<Scored> best, int top) {
        Candidate changed = lever.changed().apply(step);
        return scored(eligibility.of(changed, rows(known, lever, changed), plan))
                .filter(scored -> best.size() < top || Scored.BEST_FIRST.compare(scored, best.getLast()) < 0);
    }

    /** The rows of a creator as they might be, which are not remembered with what is. */
    private List<Row> rows(List<Row> known, Lever lever, Candidate changed) {
        if (lever.movesWords()) {
            return encoder.encode(changed).rows();
        }
        List<Row> rows = new ArrayList<>(known);
        for (int place = 0; place < rows.size(); place++) {
            if (lever.moves(place)) {
                rows.set(place, encoder.withFigures(changed, place, rows.get(place)));
            }
        }
        return rows;
    }

    /** The levers of a creator, for tests that apply them. */
    List<Lever> levers(Candidate candidate) {
        Money price =
                scored(candidate).map(scored -> offer(scored).price().money()).orElseGet(() -> anyPrice(candidate));
        return new Levers(brief, asOf, candidate).all(price);
    }

    /** Reviews for any brief, with the data that matches are made with. */
    public static final class Desk {

        private final BriefPlans plans;
        private final CandidateEncoder encoder;
        private final Eligibility eligibility;
        private final Scorer scorer;
        private final Expectations expectations;
        private final Pricing pricing;

        Desk(
                BriefPlans plans,
                CandidateEncoder encoder,
                Eligibility eligibility,
                Scorer scorer,
                Expectations expectations,
                Pricing pricing) {
            this.plans = plans;
            this.encoder = encoder;
            this.eligibility = eligibility;
            this.scorer = scorer;
            this.expectations = expectations;
            this.pricing = pricing;
        }

        /**
         * Reviews for one brief.
         *
         * @param weights in thousandths, where others than the model's are asked for
         */
        public BriefReview review(Brief brief, Map<Signal, Integer> weights, Instant asOf) {
            return review(brief, asOf, plans.of(brief, weights, asOf));
        }

        BriefReview review(Brief brief, Instant asOf, BriefPlan plan) {
            return new BriefReview(brief, asOf, plan, eligibility, encoder, scorer, expectations, pricing);
        }

        /** The account of which most impressions are expected, whatever the brief; empty when no size is known. */
        public Optional<PanelCandidate> largestAccount(Candidate candidate) {
            return candidate.accounts().stream()
                    .filter(account -> account.followers() != null)
                    .max(Comparator.comparingDouble((Account account) ->
                                    expectations.of(account).impressions())
                            .thenComparing(Account::accountId))
                    .map(account -> PanelCandidate.ofWholeAudience(candidate, account, expectations.of(account)));
        }
    }
}

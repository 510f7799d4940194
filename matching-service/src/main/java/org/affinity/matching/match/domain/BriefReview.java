package org.affinity.matching.match.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.engine.domain.Answer;
import org.affinity.matching.engine.domain.Hit;
import org.affinity.matching.engine.domain.Row;

/** Where single creators stand for one brief, and what would have to change for them to stand higher. */
public final class BriefReview {

    private final Brief brief;
    private final BriefPlans plans;
    private final BriefPlan plan;
    private final Eligibility eligibility;
    private final Scorer scorer;
    private final Offers offers;
    private final CounterfactualSearch counterfactuals;
    private final LocalDate exclusiveFrom;

    BriefReview(
            Brief brief,
            BriefPlans plans,
            BriefPlan plan,
            Eligibility eligibility,
            Scorer scorer,
            Offers offers,
            CounterfactualSearch counterfactuals,
            LocalDate exclusiveFrom) {
        this.brief = brief;
        this.plans = plans;
        this.plan = plan;
        this.eligibility = eligibility;
        this.scorer = scorer;
        this.offers = offers;
        this.counterfactuals = counterfactuals;
        this.exclusiveFrom = exclusiveFrom;
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
        List<Counterfactual> changes = isTop ? List.of() : counterfactuals.search(asked, own, best, top);
        if (own.isEmpty()) {
            Verdict.Rejected rejected = (Verdict.Rejected) eligibility.of(asked, plan);
            return new Standing(null, rejected.rule(), answer.eligible(), top, changes);
        }
        return new Standing(ranked(ahead + 1, own.get()), null, answer.eligible(), top, changes);
    }

    /** How many creators pass every rule. */
    public int eligible(CandidatePool all) {
        return all.engine().search(plan.forEngine(1)).eligible();
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
        return Math.max(top, all.engine().countAhead(plan.forEngine(top), own.hit()));
    }

    /** The creator as a panel could be chosen with; empty when a rule rejects them. */
    public Optional<PanelCandidate> panelCandidate(Candidate candidate) {
        return scored(candidate)
                .map(scored -> PanelCandidate.of(scored, offers.of(scored, brief), TargetAudience.dimensions(brief)));
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

    /** What a rule that rejects a creator looked at. */
    public String facts(EligibilityRule rule, Candidate candidate) {
        return RejectionFacts.of(
                rule,
                candidate,
                brief,
                plans.solicitationCap(brief),
                exclusiveFrom,
                offers.prices(candidate, brief),
                met(rule, candidate));
    }

    /** What a rule met in the creator's words or audiences, or in the law; of other rules nothing. */
    private List<String> met(EligibilityRule rule, Candidate candidate) {
        return switch (rule) {
            case EXCLUDED_TOPIC -> plans.excludedTopicsMet(brief, candidate);
            case AUDIENCE_SHARE -> smallShares(candidate);
            case BANNED_SECTOR -> plans.bans(brief);
            default -> List.of();
        };
    }

    private List<String> smallShares(Candidate candidate) {
        List<Row> rows = eligibility.rows(candidate);
        return IntStream.range(0, candidate.accounts().isEmpty() ? 0 : rows.size())
                .boxed()
                .filter(place -> plan.rule(plan.passed(rows.get(place))) == EligibilityRule.AUDIENCE_SHARE)
                .flatMap(place -> {
                    Account account = PricedAccount.at(candidate, place).account();
                    return plans.smallShares(brief, rows.get(place), account).stream()
                            .map(share -> account.platform() + " " + share);
                })
                .distinct()
                .toList();
    }

    private Optional<Scored> scored(Candidate candidate) {
        return scored(eligibility.of(candidate, plan));
    }

    private static Optional<Scored> scored(Verdict verdict) {
        return verdict instanceof Verdict.Eligible(Scored scored) ? Optional.of(scored) : Optional.empty();
    }

    private Ranked ranked(int rank, Scored scored) {
        Offer offer = offers.of(scored, brief);
        return new Ranked(rank, offer, scored.points(), scorer.explain(scored, offer, brief, plan));
    }

    /** What would bring a creator among the best of a match, all of whom are ahead. */
    List<Counterfactual> counterfactuals(Scored behind, List<Scored> best) {
        return counterfactuals.search(behind.candidate(), Optional.of(behind), best, best.size());
    }

    /** The levers of a creator, for tests that apply them. */
    List<Lever> levers(Candidate candidate) {
        return counterfactuals.levers(candidate, scored(candidate));
    }

    /** Reviews for any brief, with the data that matches are made with. */
    public static final class Desk {

        private final Categories categories;
        private final BriefPlans plans;
        private final CandidateEncoder encoder;
        private final Eligibility eligibility;
        private final Scorer scorer;
        private final Expectations expectations;
        private final Offers offers;

        Desk(
                Categories categories,
                BriefPlans plans,
                CandidateEncoder encoder,
                Eligibility eligibility,
                Scorer scorer,
                Expectations expectations,
                Offers offers) {
            this.categories = categories;
            this.plans = plans;
            this.encoder = encoder;
            this.eligibility = eligibility;
            this.scorer = scorer;
            this.expectations = expectations;
            this.offers = offers;
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
            LocalDate exclusiveFrom = plans.exclusiveFrom(brief);
            return new BriefReview(
                    brief,
                    plans,
                    plan,
                    eligibility,
                    scorer,
                    offers,
                    new CounterfactualSearch(
                            categories,
                            plans.audienceColumns(),
                            brief,
                            asOf,
                            exclusiveFrom,
                            plan,
                            eligibility,
                            encoder,
                            offers),
                    exclusiveFrom);
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

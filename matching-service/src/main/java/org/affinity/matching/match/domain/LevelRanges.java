package org.affinity.matching.match.domain;

import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.AudienceDimension;
import org.affinity.matching.candidate.domain.AudienceShares;
import org.affinity.matching.candidate.domain.MetricSource;
import org.affinity.matching.candidate.domain.Responsiveness;

/**
 * Says between which levels a value may be: what is unknown may be anything, of habits what is not answered, an answer
 * rate its interval; figures that no network tells may be off as far as the scoring model says of their source, and
 * results as far as it is known what their format brings. All else is what it is.
 */
final class LevelRanges {

    private static final int AGAINST = -1;
    private static final int FOR = 1;

    private final ScoringModel model;
    private final Expectations expectations;
    private final Pricing pricing;

    LevelRanges(ScoringModel model, Expectations expectations, Pricing pricing) {
        this.model = model;
        this.expectations = expectations;
        this.pricing = pricing;
    }

    /** From low to high. */
    record Range(int low, int high) {}

    Range of(Signal signal, Explainer.Facts facts) {
        if (facts.level() == Levels.UNKNOWN) {
            return new Range(0, Levels.HIGHEST);
        }
        Offer offer = facts.offer();
        return switch (signal) {
            case ENGAGEMENT_VERSUS_PEERS ->
                range(facts, side -> expectation(offer, side).againstPeers());
            case CREDIBILITY -> {
                MetricSource source =
                        offer.account().originOf(Account.CREDIBILITY).source();
                yield range(facts, side -> scaled(facts.level(), source, side));
            }
            case AUDIENCE_SIZE -> range(facts, side -> size(facts, side));
            case PRICE_FOR_EXPECTED_RESULT ->
                range(facts, side -> pricing.worth(offer.price(), offer.account(), expectation(offer, side)));
            case AUDIENCE_COUNTRY, AUDIENCE_AGE, AUDIENCE_GENDER, AUDIENCE_LANGUAGE, AUDIENCE_INTEREST, AUDIENCE_CITY ->
                range(facts, side -> share(AudienceEvidence.dimension(signal), facts, side));
            case RESPONSIVENESS -> answers(facts);
            case CONSUMPTION_HABITS -> habits(facts);
            case TOPIC_AFFINITY,
                    NICHE_AFFINITY,
                    TEXT_AFFINITY,
                    BRAND_AFFINITY,
                    BRAND_MENTION,
                    SECTOR_EXPERIENCE,
                    COUNTRY_FIT,
                    LANGUAGE_FIT,
                    PLACE_PROXIMITY,
                    DATA_FRESHNESS,
                    RECENT_ACTIVITY,
                    TRACK_RECORD,
                    CAUSE_AFFINITY -> new Range(facts.level(), facts.level());
        };
    }

    private static Range range(Explainer.Facts facts, IntUnaryOperator level) {
        return new Range(
                Math.min(facts.level(), level.applyAsInt(AGAINST)), Math.max(facts.level(), level.applyAsInt(FOR)));
    }

    private static Range answers(Explainer.Facts facts) {
        Responsiveness answers = facts.offer().candidate().responsiveness();
        if (answers.answerRateLow() == null || answers.answerRateHigh() == null) {
            return new Range(facts.level(), facts.level());
        }
        return new Range(
                Math.min(facts.level(), Levels.of(answers.answerRateLow())),
                Math.max(facts.level(), Levels.of(answers.answerRateHigh())));
    }

    /** What is not answered counts as neutral, and could be either way. */
    private static Range habits(Explainer.Facts facts) {
        Set<String> answers = facts.row().keywords().get(Columns.place(Columns.Words.ANSWERS));
        int low = facts.level();
        int high = facts.level();
        for (Reading.OfAnswers.Question question : ((Reading.OfAnswers) facts.reading()).questions()) {
            if (!answers.contains(question.question())) {
                low -= question.neutralPart();
                high += question.part() - question.neutralPart();
            }
        }
        return new Range(low, high);
    }

    private int size(Explainer.Facts facts, int side) {
        Kpi kpi = SignalReadings.countable(facts.brief()).orElseThrow().kpi();
        double amount = expectation(facts.offer(), side).of(kpi);
        return ((Reading.OfNumber) facts.reading()).levelOf(CandidateEncoder.whole(amount));
    }

    private int share(AudienceDimension dimension, Explainer.Facts facts, int side) {
        AudienceShares shares = facts.offer().account().audienceBy(dimension).orElseThrow();
        return switch (facts.reading()) {
            case Reading.OfShares reading -> reading.levelOf(scaled(reading.share(facts.row()), shares.source(), side));
            case Reading.OfWords reading -> reading.levelOf(scaled(reading.count(facts.row()), shares.source(), side));
            default -> facts.level();
        };
    }

    private int scaled(int amount, MetricSource source, int side) {
        return (int) Math.min(Levels.HIGHEST, Math.round(amount * factor(source, side)));
    }

    private double factor(Account account, String figure, int side) {
        return factor(account.originOf(figure).source(), side);
    }

    private double factor(MetricSource source, int side) {
        return Math.exp(
                side * model.intervalDeviations() * model.figureSpreads().getOrDefault(source, 0.0));
    }

    private Expectation expectation(Offer offer, int side) {
        Expectation post = post(offer, side);
        Piece piece = offer.expectation().piece();
        return piece == null ? post : post.as(piece.shifted(side * model.intervalDeviations()));
    }

    /**
     * With views and engagement rate each by the factor of its source, as far as results are expected by them, or all
     * of it where nothing is known but the size. What tells something goes on doing so: views stay below those that
     * count as unknown.
     */
    private Expectation post(Offer offer, int side) {
        Account account = offer.account();
        boolean viewsCount = offer.expectation().viewsKnown();
        boolean rateCounts = !Double.isNaN(offer.expectation().engagementRate());
        if (!viewsCount && !rateCounts) {
            return expectations
                    .of(account)
                    .times(factor(offer.expectation().origin(account).source(), side));
        }
        Double rate = account.engagementRate();
        Long views = account.averageViews();
        long most = (long) (model.mostViewsPerFollower() * account.followers());
        return expectations.of(new Account(
                account.accountId(),
                account.platform(),
                account.handle(),
                account.followers(),
                rateCounts ? (Double) Math.min(1, rate * factor(account, Account.ENGAGEMENT_RATE, side)) : rate,
                viewsCount
                        ? (Long) Math.min(most, Math.round(views * factor(account, Account.AVERAGE_VIEWS, side)))
                        : views,
                account.observedAt(),
                account.source()));
    }
}

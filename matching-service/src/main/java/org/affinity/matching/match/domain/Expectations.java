package org.affinity.matching.match.domain;

import java.util.Collection;
import java.util.Comparator;
import org.affinity.matching.candidate.domain.Account;
import org.affinity.matching.candidate.domain.ContentFormat;

/**
 * Expects results of an account from its figures.
 *
 * <p>The engagement rate is an empirical-Bayes estimate: the observed rate weighs {@code followers}, the peers' rate
 * weighs {@code priorFollowers}. Twenty-eight followers with a rate of 100 % say little, and are treated so. Rates
 * above 1 exist in real data, of some hundreds of followers too: more reactions than followers are not the followers',
 * so such a rate says nothing of them and counts as unknown.
 *
 * <p>So do mean views of more a follower than the scoring model says: they come of a post that went round, and the next
 * one is not expected to. Whoever reacts has seen the post: where views are of some posts only, as on Instagram, fewer
 * of them than reactions count as these.
 */
final class Expectations {

    /** Of pieces that bring the same, one of which that is known comes last. */
    private static final Comparator<Piece> BY_RESULT = Comparator.<Piece>comparingDouble(
                    piece -> piece.ratio().impressions())
            .thenComparing(Piece::known);

    private final ScoringModel model;
    private final EngagementBenchmarks benchmarks;

    Expectations(ScoringModel model, EngagementBenchmarks benchmarks) {
        this.model = model;
        this.benchmarks = benchmarks;
    }

    /**
     * Expects the results of what comes of an account, whose follower count is known, for somebody who wants some
     * formats. Of several that may come of it, the one that brings most; of the creator's others, which have rows of
     * their own, this says nothing.
     *
     * @param wanted empty for any
     */
    Expectation of(PricedAccount priced, Collection<ContentFormat> wanted) {
        Expectation post = of(priced.account());
        return priced.formats(wanted).stream()
                .map(format -> benchmarks.piece(priced.account().platform(), format))
                .max(BY_RESULT)
                .map(post::as)
                .orElse(post);
    }

    /** Expects the results of a post on an account whose follower count is known. */
    Expectation of(Account account) {
        double followers = account.followers();
        double peerRate =
                benchmarks.rate(account.platform(), account.followers()).orElse(Double.NaN);
        double shrunkRate = tellsRate(account) ? shrunk(account.engagementRate(), peerRate, followers) : Double.NaN;
        double impressions = impressions(account, Double.isNaN(shrunkRate) ? peerRate : shrunkRate);
        double interactions =
                Double.isNaN(shrunkRate) ? impressions / model.impressionsPerInteraction() : followers * shrunkRate;
        boolean viewsKnown = tellsViews(account) && impressions >= interactions;
        return new Expectation(
                shrunkRate, peerRate, viewsKnown, Math.max(impressions, interactions), interactions, null);
    }

    /** Whether the engagement rate says anything of the followers. */
    static boolean tellsRate(Account account) {
        return account.engagementRate() != null && account.engagementRate() <= 1;
    }

    /** Whether the mean views say anything of the next post. */
    private boolean tellsViews(Account account) {
        return account.averageViews() != null
                && account.averageViews() <= model.mostViewsPerFollower() * account.followers();
    }

    private double shrunk(double observedRate, double peerRate, double followers) {
        if (Double.isNaN(peerRate)) {
            return Double.NaN;
        }
        double observed = Math.max(0, observedRate);
        double prior = model.priorFollowers();
        return (observed * followers + peerRate * prior) / (followers + prior);
    }

    private double impressions(Account account, double rate) {
        if (tellsViews(account)) {
            return account.averageViews();
        }
        double share =
                Double.isNaN(rate) ? model.fallbackReachShare() : Math.min(1, rate * model.impressionsPerInteraction());
        return account.followers() * share;
    }
}

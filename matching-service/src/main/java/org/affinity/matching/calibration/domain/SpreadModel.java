package org.affinity.matching.calibration.domain;

import java.util.List;
import org.affinity.matching.candidate.domain.MetricSource;
import org.affinity.matching.match.domain.PanelCandidate;
import org.affinity.matching.match.domain.Piece;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How far results scatter around what is expected, as versioned data with its sources. Spreads are standard deviations
 * of natural logarithms.
 *
 * @param level share of results, 0 to 1, that an interval is meant to hold
 * @param betweenPosts between posts of one creator
 * @param peerRate of the usual rate of peers, as far as an expectation was pulled to it
 * @param impressionsFromInteractions of impressions that are worked out from interactions
 * @param nothingKnown of a creator of whom neither views nor engagement rate are known
 * @param declared of figures that somebody stated
 * @param estimated of figures that somebody estimated
 * @param priorFollowers followers of an account that counts half for itself and half for its peers
 */
public record SpreadModel(
        String version,
        double level,
        double betweenPosts,
        double peerRate,
        double impressionsFromInteractions,
        double nothingKnown,
        double declared,
        double estimated,
        double priorFollowers,
        List<String> sources) {

    private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

    public SpreadModel {
        sources = List.copyOf(sources);
    }

    /** The interval of what some posts bring together, around its mean. */
    public Spread of(CalibratedKpi kpi, PanelCandidate.Basis basis, int posts) {
        double common = Math.hypot(commonSpread(kpi, basis), formatSpread(kpi, basis));
        double own = squared(betweenPosts) / posts + squared(sourceSpread(basis));
        return new Spread(relativeVariance(own), relativeVariance(squared(common)));
    }

    private double commonSpread(CalibratedKpi kpi, PanelCandidate.Basis basis) {
        if (basis == null || !(basis.viewsKnown() || basis.rateKnown())) {
            return nothingKnown;
        }
        boolean countsViews = kpi != CalibratedKpi.ENGAGEMENTS;
        if (countsViews && basis.viewsKnown()) {
            return 0;
        }
        double ofPeers =
                basis.rateKnown() ? peerRate * priorFollowers / (priorFollowers + basis.followers()) : peerRate;
        return countsViews || !basis.rateKnown() ? Math.hypot(ofPeers, impressionsFromInteractions) : ofPeers;
    }

    private static double formatSpread(CalibratedKpi kpi, PanelCandidate.Basis basis) {
        if (basis == null || basis.piece() == null) {
            return 0;
        }
        Piece.Ratio ratio = basis.piece().ratio();
        return kpi == CalibratedKpi.ENGAGEMENTS ? ratio.interactionSpread() : ratio.impressionSpread();
    }

    private double sourceSpread(PanelCandidate.Basis basis) {
        MetricSource source = basis == null ? MetricSource.ESTIMATED : basis.source();
        return switch (source) {
            case NETWORK -> 0;
            case DECLARED -> declared;
            case ESTIMATED -> estimated;
        };
    }

    private static double squared(double spread) {
        return spread * spread;
    }

    /** Variance over squared mean of a log-normal figure. */
    private static double relativeVariance(double logVariance) {
        return Math.expm1(logVariance);
    }

    /**
     * The variance of a figure over its squared mean.
     *
     * @param own part that is independent of other creators
     * @param common part that is the same error for every creator
     */
    public record Spread(double own, double common) {}

    /**
     * Bounds around a mean, by a log-normal distribution with that relative variance.
     *
     * @param relativeVariance variance over squared mean
     */
    public Bounds bounds(double mean, double relativeVariance) {
        double logVariance = Math.log1p(relativeVariance);
        double middle = mean * Math.exp(-logVariance / 2);
        double reach = STANDARD_NORMAL.inverseCumulativeProbability((1 + level) / 2) * Math.sqrt(logVariance);
        return new Bounds(middle * Math.exp(-reach), middle * Math.exp(reach));
    }

    /** The bounds of one figure of one creator. */
    public Bounds bounds(double mean, Spread spread) {
        return bounds(mean, spread.own() + spread.common());
    }

    /** From low to high. */
    public record Bounds(double low, double high) {

        public boolean holds(double value) {
            return low <= value && value <= high;
        }
    }
}

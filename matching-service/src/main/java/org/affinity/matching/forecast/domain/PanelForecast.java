package org.affinity.matching.forecast.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.matching.calibration.domain.CalibratedKpi;
import org.affinity.matching.calibration.domain.CalibrationRule;
import org.affinity.matching.calibration.domain.SpreadModel;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.match.domain.PanelCandidate;

/** What creators should bring with one piece each, alone and together, with intervals. */
public final class PanelForecast {

    private static final double THOUSAND = 1_000;

    private final SpreadModel spreads;
    private final double reachPerImpression;

    public PanelForecast(SpreadModel spreads, double reachPerImpression) {
        this.spreads = spreads;
        this.reachPerImpression = reachPerImpression;
    }

    /** A mean, and the bounds between which the result lies in as many cases as the spread model's level says. */
    public record Figure(double value, double low, double high) {

        /** What one unit costs; null when nothing is expected. */
        Figure costPer(double cost, double units) {
            return value <= 0 ? null : new Figure(cost * units / value, cost * units / high, cost * units / low);
        }
    }

    /**
     * What is expected of one creator, or of all.
     *
     * @param costPerThousand cost of a thousand impressions; null when none are expected
     * @param costPerEngagement cost of an interaction; null when none are expected
     */
    public record Outcome(Map<CalibratedKpi, Figure> figures, Figure costPerThousand, Figure costPerEngagement) {}

    /**
     * One creator.
     *
     * @param factors what measured results multiply each figure by
     */
    public record Part(PanelCandidate creator, Map<CalibratedKpi, CalibrationRule.Factor> factors) {

        public UUID creatorId() {
            return creator.creatorId();
        }
    }

    /** What one creator should bring. */
    public Outcome of(Part part) {
        return of(List.of(part), part.creator().price());
    }

    /** What all should bring together; the errors that they have in common do not cancel out. */
    public Outcome of(List<Part> parts, Money cost) {
        Map<CalibratedKpi, Figure> figures = new EnumMap<>(CalibratedKpi.class);
        for (CalibratedKpi kpi : CalibratedKpi.values()) {
            figures.put(kpi, figure(kpi, parts));
        }
        double amount = cost.amount().doubleValue();
        return new Outcome(
                figures,
                figures.get(CalibratedKpi.IMPRESSIONS).costPer(amount, THOUSAND),
                figures.get(CalibratedKpi.ENGAGEMENTS).costPer(amount, 1));
    }

    /** People whom one piece should reach, in the target or not. */
    public double reach(Part part) {
        return expected(CalibratedKpi.REACH, part);
    }

    private Figure figure(CalibratedKpi kpi, List<Part> parts) {
        double mean = 0;
        double ownVariance = 0;
        double commonDeviation = 0;
        for (Part part : parts) {
            double expected = expected(kpi, part);
            SpreadModel.Spread spread = spreads.of(kpi, part.creator().basis(), 1);
            mean += expected;
            ownVariance += spread.own() * expected * expected;
            commonDeviation += Math.sqrt(spread.common()) * expected;
        }
        if (mean <= 0) {
            return new Figure(0, 0, 0);
        }
        SpreadModel.Bounds bounds =
                spreads.bounds(mean, (ownVariance + commonDeviation * commonDeviation) / (mean * mean));
        return new Figure(mean, bounds.low(), bounds.high());
    }

    private double expected(CalibratedKpi kpi, Part part) {
        double factor = part.factors().get(kpi).value();
        return switch (kpi) {
            case IMPRESSIONS -> part.creator().impressions() * factor;
            // Whoever is reached gives an impression, whatever either was measured to be.
            case REACH ->
                Math.min(
                        part.creator().impressions() * reachPerImpression * factor,
                        expected(CalibratedKpi.IMPRESSIONS, part));
            case ENGAGEMENTS -> part.creator().interactions() * factor;
        };
    }
}

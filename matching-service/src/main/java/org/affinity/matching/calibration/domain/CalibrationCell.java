package org.affinity.matching.calibration.domain;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Predictions against results of one figure, platform and size.
 *
 * @param size collaborations compared
 * @param ratio measured by predicted, of the sums
 * @param ratioLow lower bound of the ratio's interval; null when there are too few
 * @param ratioHigh upper bound, or null
 * @param bias mean of measured less predicted
 * @param insideShare share of results that lie inside the predicted interval
 */
public record CalibrationCell(
        CellKey key,
        int size,
        double meanPredicted,
        double meanMeasured,
        double ratio,
        Double ratioLow,
        Double ratioHigh,
        double bias,
        double insideShare) {

    /** Fewer units say too little of how much units differ. */
    private static final int FEWEST_FOR_INTERVAL = 4;

    static CalibrationCell of(CellKey key, List<Sample> samples, SpreadModel spreads) {
        CalibratedKpi kpi = key.kpi();
        int size = samples.size();
        double predicted =
                samples.stream().mapToDouble(sample -> sample.predicted(kpi)).sum();
        double measured =
                samples.stream().mapToDouble(sample -> sample.measured(kpi)).sum();
        double ratio = measured / predicted;
        Double reach = logReach(kpi, samples, ratio, predicted / size, spreads.level());
        long inside = samples.stream()
                .filter(sample -> spreads.bounds(
                                sample.predicted(kpi),
                                spreads.of(kpi, sample.prediction().basis(), sample.posts()))
                        .holds(sample.measured(kpi)))
                .count();
        return new CalibrationCell(
                key,
                size,
                predicted / size,
                measured / size,
                ratio,
                reach == null ? null : ratio * Math.exp(-reach),
                reach == null ? null : ratio * Math.exp(reach),
                (measured - predicted) / size,
                inside / (double) size);
    }

    /**
     * Half the width of the interval of the ratio's logarithm: the standard error of the ratio estimator (Cochran,
     * Sampling Techniques, 3rd ed. 1977, section 6.4) over the ratio, by Student's t.
     */
    private static Double logReach(
            CalibratedKpi kpi, List<Sample> samples, double ratio, double meanPredicted, double level) {
        int size = samples.size();
        if (size < FEWEST_FOR_INTERVAL || ratio <= 0) {
            return null;
        }
        double squares = samples.stream()
                .mapToDouble(sample -> Math.pow(sample.measured(kpi) - ratio * sample.predicted(kpi), 2))
                .sum();
        double error = Math.sqrt(squares / (size - 1) / size) / meanPredicted;
        double quantile = TDistribution.of(size - 1).inverseCumulativeProbability((1 + level) / 2);
        return quantile * error / ratio;
    }
}

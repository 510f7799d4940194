package org.affinity.matching.calibration.web;

import java.util.List;
import org.affinity.matching.calibration.domain.CalibratedKpi;
import org.affinity.matching.calibration.domain.CalibrationCell;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Predictions against results. */
@Schema(name = "CalibrationReport", description = "What matches predicted against what collaborations brought.")
record CalibrationReportView(
        @Schema(
                description = "Version of the rule by which results correct forecasts.",
                examples = "calibration-rule-v1")
        String ruleVersion,

        @Schema(description = "What the rule says, and why.", examples = "From 30 collaborations on …")
        String ruleReason,

        @Schema(description = "Version of the data that intervals are made with.", examples = "spread-model-v1")
        String spreadModelVersion,

        @Schema(description = "Share of results that a predicted interval is meant to hold.", examples = "0.9")
        double level,

        @Schema(
                description = "What is compared: the match's expectation for one post, or one piece of the format it"
                        + " expected, times the posts that were published, of whatever format, with the sum that the"
                        + " networks measured of them, of the account's whole audience.",
                examples = CalibrationReportView.DEFINITION)
        String definition,

        @Schema(description = "By figure, platform and tier; those of which nothing was measured are left out.")
        List<CellView> cells) {

    static final String DEFINITION =
            "Expectation of the match for one post, or one piece of the format it expected, × posts published, against the measured sum over the posts";

    /** One figure, platform and tier. */
    @Schema(name = "CalibrationCell", description = "Predictions against results of one figure, platform and tier.")
    record CellView(
            @Schema(description = "The figure; more may come.", examples = "IMPRESSIONS")
            CalibratedKpi kpi,

            @Schema(description = "Platform of the account; more may come.", examples = "INSTAGRAM")
            Platform platform,

            @Schema(description = "Audience-size class of the account; more may come.", examples = "NANO")
            Tier tier,

            @Schema(description = "Collaborations compared.", examples = "42")
            int sampleSize,

            @Schema(description = "Mean of what was predicted.", examples = "5200.0")
            double meanPredicted,

            @Schema(description = "Mean of what was measured.", examples = "4680.0")
            double meanMeasured,

            @Schema(description = "Measured by predicted, of the sums.", examples = "0.9")
            double ratio,

            @Schema(
                    description = "Lower bound of the ratio, at the report's level; null below 4 collaborations.",
                    nullable = true,
                    examples = "0.81")
            Double ratioLow,

            @Schema(
                    description = "Upper bound of the ratio, at the report's level; null below 4 collaborations.",
                    nullable = true,
                    examples = "1.0")
            Double ratioHigh,

            @Schema(description = "Mean of measured less predicted.", examples = "-520.0")
            double bias,

            @Schema(description = "Share of results that lie inside the predicted interval.", examples = "0.88")
            double insideShare,

            @Schema(description = "What forecasts are multiplied by for this cell.", examples = "0.9")
            double factor,

            @Schema(
                    description = "Where the factor comes from.",
                    examples = "measured 0.90 times what was predicted in 42 collaborations (your own results)")
            String factorReason) {

        static CellView of(CalibrationCell cell, double factor, String reason) {
            return new CellView(
                    cell.key().kpi(),
                    cell.key().platform(),
                    cell.key().tier(),
                    cell.size(),
                    cell.meanPredicted(),
                    cell.meanMeasured(),
                    cell.ratio(),
                    cell.ratioLow(),
                    cell.ratioHigh(),
                    cell.bias(),
                    cell.insideShare(),
                    factor,
                    reason);
        }
    }
}

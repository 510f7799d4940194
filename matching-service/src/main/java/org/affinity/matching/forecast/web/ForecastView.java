package org.affinity.matching.forecast.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.affinity.kit.json.Money;
import org.affinity.matching.calibration.domain.CalibratedKpi;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.forecast.ForecastService;
import org.affinity.matching.forecast.domain.PanelForecast;
import org.affinity.matching.match.MatchedCreator;
import org.affinity.matching.match.domain.Brief;
import org.affinity.matching.match.domain.NetReach;
import org.affinity.matching.match.domain.Piece;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What creators should bring. */
@Schema(name = "Forecast", description = "What some creators should bring with one piece each, if everybody accepts.")
record ForecastView(
        @Schema(description = "When the forecast was made.", examples = "2026-01-20T10:00:00Z")
        Instant asOf,

        @Schema(description = "Where the spreads come from that the intervals are made of.")
        List<String> spreadSources,

        @Schema(description = "What all bring together.") OutcomeView total,

        @Schema(description = "Different people in the target of the brief whom at least one of them reaches.")
        MetricView netReach,

        @Schema(description = "Each creator, in the order of the request.")
        List<CreatorForecast> creators,

        @Schema(description = "Creators of whom nothing is expected, with the reason.")
        List<CreatorWithoutForecastView> leftOut) {

    /** One creator. */
    @Schema(name = "CreatorForecast", description = "What one creator should bring with one piece.")
    record CreatorForecast(
            @Schema(description = "The creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11")
            UUID creatorId,

            @Schema(
                    description = "Platform of the account that suits the brief best; more may come.",
                    examples = "INSTAGRAM")
            Platform platform,

            @Schema(description = "Audience-size class of that account; more may come.", examples = "NANO")
            Tier tier,

            @Schema(description = MatchedCreator.EXPECTED_FORMAT, nullable = true, examples = "STORY")
            ContentFormat expectedFormat,

            @Schema(
                    description =
                            "Impressions that one piece of that kind is expected to bring, divided by those of a post:"
                                    + " 1.0 where no kind is asked for; null where none is known for it, which counts as"
                                    + " 1 with wider intervals.",
                    nullable = true,
                    examples = "0.28")
            Double impressionRatio,

            @Schema(description = "What the creator should bring.")
            OutcomeView outcome,

            @Schema(
                    description = "How measured results corrected impressions; corrections says it of every figure.",
                    examples = "no measured results yet (calibration-rule-v1)")
            String calibration,

            @Schema(description = "How measured results corrected each figure.")
            List<CorrectionView> corrections) {}

    /** How measured results corrected a figure. */
    @Schema(name = "ForecastCorrection", description = "How measured results corrected a figure.")
    record CorrectionView(
            @Schema(
                    description = "The figure; REACH counts in netReach, before overlaps. More may come.",
                    examples = "REACH")
            CalibratedKpi kpi,

            @Schema(description = "What the figure of a match is multiplied by.", examples = "0.9")
            double factor,

            @Schema(description = "Measured collaborations behind it; 0 when there are none.", examples = "42")
            long sampleSize,

            @Schema(
                    description = "Where the factor comes from.",
                    examples =
                            "measured 0.90 times what was predicted in 42 collaborations (your own results); counts in"
                                    + " full (calibration-rule-v1)")
            String reason) {}

    /** What is expected. */
    @Schema(name = "ForecastOutcome", description = "Expected figures and what they cost.")
    record OutcomeView(
            @Schema(description = "What it costs.") Money cost,

            @Schema(description = "Impressions.") MetricView impressions,

            @Schema(description = "Interactions.") MetricView engagements,

            @Schema(description = "Cost of a thousand impressions, in the currency of the cost.")
            MetricView costPerThousandImpressions,

            @Schema(description = "Cost of an interaction, in the currency of the cost.")
            MetricView costPerEngagement) {}

    /** A creator of whom nothing is expected. */
    @Schema(name = "LeftOutCreator", description = "A creator of whom nothing is expected.")
    record CreatorWithoutForecastView(
            @Schema(description = "The creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11")
            UUID creatorId,

            @Schema(description = "Why, in words.", examples = "rejected by the rule country: wanted FR, lives in BE")
            String reason,

            @Schema(
                    description = "The rule that rejects the creator; null when no such creator is known.",
                    nullable = true,
                    examples = "country")
            String rule) {

        static CreatorWithoutForecastView of(ForecastService.CreatorWithoutForecast creator) {
            return creator.rule() == null
                    ? new CreatorWithoutForecastView(creator.creatorId(), "no creator with this id is known", null)
                    : new CreatorWithoutForecastView(
                            creator.creatorId(),
                            "rejected by the rule " + creator.rule().id() + ": " + creator.facts(),
                            creator.rule().id());
        }
    }

    static ForecastView of(ForecastService.Forecast forecast, Brief brief) {
        String window = "one post, or piece of the expected format, per creator between " + brief.startsOn() + " and "
                + brief.endsOn();
        ToLongFunction<CalibratedKpi> all = kpi -> forecast.creators().stream()
                .mapToLong(expected -> expected.part().factors().get(kpi).size())
                .min()
                .orElse(0);
        return new ForecastView(
                forecast.asOf(),
                forecast.spreadSources(),
                outcome(forecast.total(), forecast.cost(), forecast, window, all),
                netReach(forecast, window, all.applyAsLong(CalibratedKpi.REACH)),
                forecast.creators().stream()
                        .map(expected -> creator(expected, forecast, window))
                        .toList(),
                forecast.leftOut().stream().map(CreatorWithoutForecastView::of).toList());
    }

    private static MetricView netReach(ForecastService.Forecast forecast, String window, long sampleSize) {
        NetReach reach = forecast.netReach();
        return MetricView.people(
                reach.lower(),
                reach.value(),
                reach.upper(),
                OverlapView.NET_REACH + "; each creator's reach times the factor of measured results before overlaps",
                window,
                sampleSize,
                MetricView.ESTIMATED,
                forecast.asOf());
    }

    private static List<CorrectionView> corrections(PanelForecast.Part part) {
        return part.factors().entrySet().stream()
                .map(entry -> new CorrectionView(
                        entry.getKey(),
                        entry.getValue().value(),
                        entry.getValue().size(),
                        entry.getValue().why()))
                .toList();
    }

    private static CreatorForecast creator(
            ForecastService.Expected expected, ForecastService.Forecast forecast, String window) {
        PanelForecast.Part part = expected.part();
        Piece piece = part.creator().basis().piece();
        return new CreatorForecast(
                part.creatorId(),
                part.creator().platform(),
                part.creator().tier(),
                piece == null ? null : piece.format(),
                impressionRatio(piece),
                outcome(
                        expected.outcome(),
                        part.creator().price(),
                        forecast,
                        window,
                        kpi -> part.factors().get(kpi).size()),
                part.factors().get(CalibratedKpi.IMPRESSIONS).why(),
                corrections(part));
    }

    private static Double impressionRatio(Piece piece) {
        if (piece == null) {
            return 1.0;
        }
        return piece.known() ? (Double) piece.ratio().impressions() : null;
    }

    private static OutcomeView outcome(
            PanelForecast.Outcome outcome,
            org.affinity.matching.candidate.domain.Money cost,
            ForecastService.Forecast forecast,
            String window,
            ToLongFunction<CalibratedKpi> sampleSizes) {
        long ofImpressions = sampleSizes.applyAsLong(CalibratedKpi.IMPRESSIONS);
        long ofEngagements = sampleSizes.applyAsLong(CalibratedKpi.ENGAGEMENTS);
        double level = forecast.level();
        Instant at = forecast.asOf();
        return new OutcomeView(
                Money.of(cost.amount(), cost.currency()),
                MetricView.of(
                        outcome.figures().get(CalibratedKpi.IMPRESSIONS),
                        level,
                        "Impressions on the whole audience, in the target or not; mean views of a post, or ten per"
                                + " interaction, times what the expected format brings beside a post and the factor of"
                                + " measured results (matches show it without that factor)",
                        window,
                        ofImpressions,
                        at),
                MetricView.of(
                        outcome.figures().get(CalibratedKpi.ENGAGEMENTS),
                        level,
                        "Likes, comments, shares and saves; followers times the engagement rate, pulled to that of"
                                + " peers, times what the expected format brings beside a post and the factor of"
                                + " measured results (matches show it without that factor)",
                        window,
                        ofEngagements,
                        at),
                MetricView.of(
                        outcome.costPerThousand(), level, "Cost / impressions × 1,000", window, ofImpressions, at),
                MetricView.of(outcome.costPerEngagement(), level, "Cost / engagements", window, ofEngagements, at));
    }
}

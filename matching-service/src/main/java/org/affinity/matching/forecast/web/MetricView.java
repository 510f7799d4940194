package org.affinity.matching.forecast.web;

import java.time.Instant;
import org.affinity.matching.forecast.domain.PanelForecast;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A figure with its interval and where it comes from. */
@Schema(name = "ForecastMetric", description = "A figure with its interval, its definition and where it comes from.")
record MetricView(
        @Schema(description = "The figure; null when it cannot be told.", nullable = true, examples = "5200.0")
        Double value,

        @Schema(
                description = "Lower bound of the interval; null when it cannot be told.",
                nullable = true,
                examples = "1800.0")
        Double low,

        @Schema(
                description = "Upper bound of the interval; null when it cannot be told.",
                nullable = true,
                examples = "11000.0")
        Double high,

        @Schema(
                description = "Share of cases that the interval is meant to hold; null for bounds of the overlap alone,"
                        + " for which single reaches are taken as they are expected.",
                nullable = true,
                examples = "0.9")
        Double level,

        @Schema(description = "What is counted, and how.", examples = "Impressions of one post, whole audience")
        String definition,

        @Schema(
                description = "What time it is about.",
                examples = "one post, or piece of the expected format, per creator between 2026-02-01 and 2026-02-28")
        String window,

        @Schema(description = "Measured collaborations that corrected it; 0 when none did.", examples = "42")
        long sampleSize,

        @Schema(description = "NETWORK, DECLARED or ESTIMATED.", examples = "ESTIMATED")
        String source,

        @Schema(description = "When it was worked out.", examples = "2026-01-20T10:00:00Z")
        Instant observedAt) {

    static final String ESTIMATED = "ESTIMATED";

    /** A figure of a forecast; null gives an empty one. */
    static MetricView of(
            PanelForecast.Figure figure,
            double level,
            String definition,
            String window,
            long sampleSize,
            Instant observedAt) {
        return new MetricView(
                figure == null ? null : figure.value(),
                figure == null ? null : figure.low(),
                figure == null ? null : figure.high(),
                level,
                definition,
                window,
                sampleSize,
                ESTIMATED,
                observedAt);
    }

    /** An amount of people between bounds that hold however audiences overlap, if each is as large as expected. */
    static MetricView people(
            double low,
            double value,
            double high,
            String definition,
            String window,
            long sampleSize,
            String source,
            Instant at) {
        return new MetricView(value, low, high, null, definition, window, sampleSize, source, at);
    }
}

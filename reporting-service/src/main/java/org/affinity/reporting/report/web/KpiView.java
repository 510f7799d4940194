package org.affinity.reporting.report.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.affinity.reporting.report.domain.Interval;
import org.affinity.reporting.report.domain.KpiResult;
import org.affinity.reporting.report.domain.Window;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An indicator with its provenance. */
@Schema(description = "An indicator of the campaign with its definition and provenance. Numbers are decimal strings.")
public record KpiView(
        @Schema(description = "Name of the indicator. Expect more values.", examples = "IMPRESSIONS")
        String kpi,

        @Schema(
                description = "What is known, declared figures included; a lower bound while unknownPosts is above 0;"
                        + " null when nothing is known.",
                examples = "50210",
                nullable = true)
        String value,

        @Schema(description = "The part of the value that the networks vouch for.", examples = "50210", nullable = true)
        String networkValue,

        @Schema(description = "COUNT, RATE, or the currency of an amount.", examples = "COUNT", nullable = true)
        String unit,

        @Schema(description = "Where the rate lies; null for sums and small samples.", nullable = true)
        IntervalView interval,

        @Schema(description = "What is counted and how.", examples = "Impressions, summed over the posts")
        String definition,

        @Schema(description = "The time the indicator covers.")
        WindowView window,

        @Schema(description = "Posts with a figure for it.", examples = "12")
        int sampleSize,

        @Schema(description = "Posts that lack a figure for it.", examples = "0")
        int unknownPosts,

        @Schema(
                description = "Posts whose figures for it are known but were not counted, since creators declare them"
                        + " while the networks vouch for others.",
                examples = "0")
        int leftOutPosts,

        @Schema(
                description = "The weakest source counted: NETWORK or DECLARED; null when nothing was.",
                examples = "NETWORK",
                nullable = true)
        String source,

        @Schema(
                description = "When the oldest counted figure was observed.",
                examples = "2026-03-21T08:00:00Z",
                nullable = true)
        Instant observedAt,

        @Schema(
                description = "Why the value is null or only a bound; null when it is complete.",
                examples = "No post has a figure for it.",
                nullable = true)
        String reason) {

    /** A confidence interval. */
    @Schema(description = "A confidence interval. Numbers are decimal strings.")
    public record IntervalView(
            @Schema(description = "Lower end.", examples = "0.031200")
            String low,

            @Schema(description = "Upper end.", examples = "0.047800")
            String high,

            @Schema(description = "Level as a share.", examples = "0.95")
            String level) {

        static IntervalView of(Interval interval) {
            return interval == null
                    ? null
                    : new IntervalView(
                            interval.low().toPlainString(),
                            interval.high().toPlainString(),
                            interval.level().toPlainString());
        }
    }

    /** The time an indicator covers. */
    @Schema(name = "KpiWindow", description = "The time an indicator covers.")
    public record WindowView(
            @Schema(description = "First day of the campaign.", examples = "2026-03-01", nullable = true)
            LocalDate from,

            @Schema(description = "When the measurement closed.", examples = "2026-04-01T09:00:00Z")
            Instant to) {}

    static KpiView of(KpiResult result, Window window) {
        return new KpiView(
                result.kpi().name(),
                text(result.value()),
                text(result.networkValue()),
                result.unit(),
                IntervalView.of(result.interval()),
                result.definition(),
                new WindowView(window.from(), window.to()),
                result.sampleSize(),
                result.unknownPosts(),
                result.leftOutPosts(),
                result.source() == null ? null : result.source().name(),
                result.observedAt(),
                result.reason());
    }

    static String text(BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }
}

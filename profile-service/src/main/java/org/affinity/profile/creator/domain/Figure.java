package org.affinity.profile.creator.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A figure with all that is needed to judge it. Either the value or the reason why there is none is null. */
@Schema(name = "Figure", description = "A figure with its definition and its origin; an unknown one has a reason.")
public record Figure(
        @Schema(description = "The value; null when it is not known.", nullable = true, examples = "0.041")
        BigDecimal value,

        @Schema(
                description = "Why there is no value; null when there is one. More may come.",
                nullable = true,
                examples = "NO_FOLLOWERS")
        String reason,

        @Schema(description = "What the value is, with its unit.", examples = "(likes + comments) / followers")
        String definition,

        @Schema(description = "Time that it covers; null for a state at one moment.", nullable = true)
        Window window,

        @Schema(
                description = "Number of posts or observations behind it; null when not told.",
                nullable = true,
                examples = "12")
        Integer sampleSize,

        @Schema(description = "Where it comes from; null when there is no value.", nullable = true)
        MetricSource source,

        @Schema(description = "When it was observed.", nullable = true, examples = "2026-01-15T08:00:00Z")
        Instant observedAt,

        @Schema(
                description = "Where the true value lies with 95 % probability; null when not computed.",
                nullable = true)
        Interval interval) {

    private static final MathContext DIGITS = new MathContext(8);

    /** A figure that was observed as it is. */
    public static Figure observed(
            BigDecimal value, String definition, Integer sampleSize, MetricSource source, Instant at) {
        return value == null
                ? unknown("NOT_OBSERVED", definition)
                : new Figure(value, null, definition, null, sampleSize, source, at, null);
    }

    /** A figure that is not known. */
    public static Figure unknown(String reason, String definition) {
        return new Figure(null, reason, definition, null, null, null, null, null);
    }

    /** The same figure over a time. */
    public Figure over(Instant from, Instant to) {
        return new Figure(value, reason, definition, new Window(from, to), sampleSize, source, observedAt, interval);
    }

    /** The same figure with its interval. */
    public Figure between(double low, double high) {
        return new Figure(
                value,
                reason,
                definition,
                window,
                sampleSize,
                source,
                observedAt,
                new Interval(decimal(low), decimal(high)));
    }

    /** A computed number as the API shows it, to eight digits. */
    public static BigDecimal decimal(double number) {
        BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** A time that a figure covers. */
    @Schema(name = "Window", description = "A time that a figure covers.")
    public record Window(
            @Schema(description = "First moment.", examples = "2025-12-15T08:00:00Z")
            Instant from,

            @Schema(description = "Last moment.", examples = "2026-01-15T08:00:00Z")
            Instant to) {}

    /** A 95 % interval. */
    @Schema(name = "Interval", description = "An interval that holds the true value with 95 % probability.")
    public record Interval(
            @Schema(description = "Lower end.", examples = "-0.4")
            BigDecimal low,

            @Schema(description = "Upper end.", examples = "0.9")
            BigDecimal high) {}
}

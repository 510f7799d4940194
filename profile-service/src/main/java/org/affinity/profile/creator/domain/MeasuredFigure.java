package org.affinity.profile.creator.domain;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A figure that the platform has measured, with all that is needed to judge it; an unknown one is null and says why.
 *
 * @param value the figure, or null
 * @param low lower bound of its interval, or null when it has none
 * @param high upper bound
 * @param level how much of the belief the interval holds, such as 0.9
 * @param from begin of what was looked at; null is everything known
 * @param until end of what was looked at
 * @param sampleSize how many cases the figure rests on
 */
@Schema(
        name = "MeasuredFigure",
        description = "A figure that the platform has measured; an unknown one is null and says why.")
public record MeasuredFigure(
        @Schema(description = "Name of the figure.", examples = "ANSWER_RATE")
        String name,

        @Schema(description = "The figure; null is unknown.", nullable = true, examples = "0.7")
        BigDecimal value,

        @Schema(description = "Unit: SHARE (0 to 1), HOURS, COUNT, or an ISO 4217 code.", examples = "SHARE")
        String unit,

        @Schema(
                description = "Lower bound of the interval; null when there is none.",
                nullable = true,
                examples = "0.36")
        BigDecimal low,

        @Schema(
                description = "Upper bound of the interval; null when there is none.",
                nullable = true,
                examples = "0.95")
        BigDecimal high,

        @Schema(description = "Level of the interval; null when there is none.", nullable = true, examples = "0.9")
        BigDecimal level,

        @Schema(description = "How it is computed.", examples = "Answered within 7 days")
        String definition,

        @Schema(
                description = "Begin of the window; null is everything known.",
                nullable = true,
                examples = "2025-01-22T00:00:00Z")
        Instant from,

        @Schema(description = "End of the window.", examples = "2026-01-22T00:00:00Z")
        Instant until,

        @Schema(description = "Cases that it rests on.", examples = "4")
        int sampleSize,

        @Schema(description = "Where it comes from: MEASURED by the platform.", examples = "MEASURED")
        FactSource source,

        @Schema(description = "When it was computed.", examples = "2026-01-22T00:00:00Z")
        Instant observedAt,

        @Schema(
                description = "Why it is unknown; null when it is known.",
                nullable = true,
                examples = "No invitation is old enough.")
        String reason) {}

package org.affinity.matching.match.domain;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the order of nearly equal creators came about, and what it cost. */
@Schema(
        name = "ExposureReport",
        description = "How the order of nearly equal creators in the ranking came about, and what it cost. What"
                + " turns cost the panel is told with the panel.")
public record ExposureReport(
        @Schema(description = "BEST_FIRST: by score alone; ROTATE: drawn among nearly equal ones.", examples = "ROTATE")
        Exposure.Policy policy,

        @Schema(
                description = "The seed that gives this order again; without one in the brief the day of the match."
                        + " Null when nothing was rotated.",
                nullable = true,
                examples = "42")
        Long seed,

        @Schema(
                description = "Difference in score up to which creators took turns; null when nothing was rotated.",
                nullable = true,
                examples = "0.02")
        Double tolerance,

        @Schema(description = "Places of the ranking that somebody else has than by score alone.", examples = "6")
        int movedPlaces,

        @Schema(description = "Creators in the ranking who would not be in it by score alone.", examples = "2")
        int enteredCreators,

        @Schema(
                description = "Cost: sum of the scores in the ranking by score alone, less that of the ranking shown.",
                examples = "0.0184")
        double scoreLost,

        @Schema(description = "Most that one place lost; never more than the tolerance.", examples = "0.0172")
        double largestLoss) {}

package org.affinity.matching.match.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Asks what would bring creators into the first places. */
@Schema(
        name = "CounterfactualRequest",
        description = "Which first places, by score alone: where nearly equal creators take turns, before they do.")
record CounterfactualRequest(
        @Schema(description = "How many places.", examples = "20") @NotNull @Min(1) @Max(1000)
        Integer top) {}

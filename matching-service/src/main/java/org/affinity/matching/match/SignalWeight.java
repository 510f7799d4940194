package org.affinity.matching.match;

import java.util.List;
import java.util.Map;
import org.affinity.matching.match.domain.MatchResult;
import org.affinity.matching.match.domain.Signal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How heavily a signal weighs in a match. */
@Schema(description = "How heavily a signal weighs in a match.")
public record SignalWeight(
        @Schema(description = "Stable name of the signal; more may be added.", examples = "credibility")
        String signal,

        @Schema(description = "Its weight, 0 to 1.", examples = "0.2")
        double weight,

        @Schema(
                description = "Whether the request set it; else it is that of modelVersion for the engagement type and"
                        + " first aim of the brief.",
                examples = "true")
        boolean overridden) {

    private static final double THOUSANDTHS = 1_000;

    static List<SignalWeight> of(MatchResult result, Map<Signal, Integer> asked) {
        return result.weights().entrySet().stream()
                .map(entry -> new SignalWeight(
                        entry.getKey().id(), entry.getValue() / THOUSANDTHS, asked.containsKey(entry.getKey())))
                .toList();
    }
}

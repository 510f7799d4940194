package org.affinity.matching.match;

import org.affinity.matching.match.domain.Counterfactual;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The smallest change of one thing that would bring a creator among the first. */
@Schema(name = "Counterfactual", description = "The smallest change of one thing that would be enough.")
public record CounterfactualView(
        @Schema(
                description =
                        "What would be different: FEE, OFFER, TOPIC, LANGUAGE, ANSWER, CAUSE, ENGAGEMENT_RATE,"
                                + " CREDIBILITY, AUDIENCE_SHARE, FIGURES_OBSERVED, LAST_POST, COMPETITOR_WORK; more may be added.",
                examples = "FEE")
        String lever,

        @Schema(
                description =
                        "What of it: a platform, a platform and a dimension of its audience, a question, a topic, brands;"
                                + " null where there is one.",
                nullable = true,
                examples = "INSTAGRAM COUNTRY")
        String subject,

        @Schema(description = "How the value is meant.", examples = "AT_MOST")
        Counterfactual.Bound bound,

        @Schema(
                description = "The value to reach; a day as in 2026-02-01: AT_LEAST is that day or later.",
                examples = "140.00")
        String value,

        @Schema(description = "Unit of the value, or null.", nullable = true, examples = "EUR")
        String unit,

        @Schema(
                description = "The value now; null when unknown, estimated or not so.",
                nullable = true,
                examples = "180.00")
        String present,

        @Schema(description = "The same in words.", examples = "enters the top 20 if the fee is at most 140.00 EUR")
        String text,

        @Schema(description = "The place that the creator would have.", examples = "20")
        int rank,

        @Schema(description = "The score that the creator would have.", examples = "0.2125")
        double score) {

    static CounterfactualView of(Counterfactual change, int top) {
        return new CounterfactualView(
                change.lever(),
                change.subject(),
                change.bound(),
                change.value(),
                change.unit(),
                change.present(),
                "enters the top " + top + " if " + change.text(),
                change.rank(),
                change.score());
    }
}

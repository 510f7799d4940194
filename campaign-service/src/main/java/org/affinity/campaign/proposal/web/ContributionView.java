package org.affinity.campaign.proposal.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.affinity.campaign.proposal.domain.Contribution;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What one signal adds to a score.")
record ContributionView(
        @Schema(description = "Name of the signal.", examples = "topicAffinity")
        String signal,

        @Schema(description = "Its weight in the scoring model.", examples = "0.3")
        BigDecimal weight,

        @Schema(description = "What was seen; null when unknown.", nullable = true, examples = "1.0")
        BigDecimal value,

        @Schema(description = "What it adds to the score.", examples = "0.3")
        BigDecimal contribution,

        @Schema(
                description = "Who says what it rests on: NETWORK, DECLARED, ESTIMATED, or PROFILE for what the profile"
                        + " says; more may be added. Null when nothing is known.",
                nullable = true,
                examples = "PROFILE")
        String source,

        @Schema(
                description = "Day that was observed, in UTC; null where none is known.",
                nullable = true,
                examples = "2026-01-15")
        LocalDate observedOn,

        @Schema(description = "What it rests on, in words.", examples = "shares food with the brief")
        String evidence) {

    static ContributionView of(Contribution contribution) {
        return new ContributionView(
                contribution.signal(),
                contribution.weight(),
                contribution.value(),
                contribution.contribution(),
                contribution.source(),
                contribution.observedOn(),
                contribution.evidence());
    }
}

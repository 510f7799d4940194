package org.affinity.campaign.proposal.web;

import java.math.BigDecimal;
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

        @Schema(description = "Where that comes from, in words.", examples = "shares food with the brief")
        String evidence) {

    static ContributionView of(Contribution contribution) {
        return new ContributionView(
                contribution.signal(),
                contribution.weight(),
                contribution.value(),
                contribution.contribution(),
                contribution.evidence());
    }
}

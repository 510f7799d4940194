package org.affinity.matching.match.web;

import java.time.Instant;
import java.util.UUID;
import org.affinity.kit.json.Money;
import org.affinity.matching.match.domain.MatchListing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A match in a list, without its creators. */
@Schema(description = "A match in a list, without its creators.")
record MatchSummary(
        @Schema(description = "Id of the match.", examples = "01977b7e-5a00-7d4e-b1c2-3f4e5d6c7b8a")
        UUID matchId,

        @Schema(
                description = "Campaign whose brief was matched; null when the brief came with a request.",
                nullable = true,
                examples = "01977b7e-2b41-7e5f-a0b1-c2d3e4f5a6b7")
        UUID campaignId,

        @Schema(description = "Version of that campaign, or null.", nullable = true, examples = "2")
        Long campaignVersion,

        @Schema(description = "Organisation that asked.", examples = "01977b7e-1a30-7f60-91a2-b3c4d5e6f708")
        UUID organisationId,

        @Schema(description = "Version of the scoring model.", examples = "scoring-model-v3")
        String modelVersion,

        @Schema(description = "Number of the last change of a creator that was taken into account.", examples = "4711")
        long indexSnapshot,

        @Schema(description = "Creators that pass every rule of eligibility.", examples = "312")
        int eligibleCount,

        @Schema(description = "Creators in the panel; null when none was asked for.", nullable = true, examples = "8")
        Integer panelSize,

        @Schema(description = "What the panel costs; null when none was asked for.", nullable = true)
        Money panelCost,

        @Schema(description = "When the match was made.", examples = "2026-03-01T09:30:00Z")
        Instant completedAt) {

    static MatchSummary of(MatchListing match) {
        return new MatchSummary(
                match.matchId(),
                match.campaignId(),
                match.campaignVersion(),
                match.organisationId(),
                match.modelVersion(),
                match.indexSnapshot(),
                match.eligibleCount(),
                match.withPanel() ? match.panelSize() : null,
                match.withPanel() ? Money.of(match.cost().amount(), match.panelCurrency()) : null,
                match.completedAt());
    }
}

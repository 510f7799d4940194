package org.affinity.profile.audience.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.profile.audience.OverlapService.KnownOverlap;
import org.affinity.profile.creator.domain.MetricSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An overlap as the API shows it. */
@Schema(name = "Overlap", description = "How many people follow both of two accounts.")
record OverlapView(
        @Schema(description = "Rises with each change; the ETag.", examples = "1")
        long version,

        @Schema(description = "Id of the account.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b02")
        UUID accountId,

        @Schema(description = "Id of the other account.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b12")
        UUID otherAccountId,

        @Schema(description = "Followers of the account when both were compared.", examples = "8200")
        long followers,

        @Schema(description = "Followers of the other account.", examples = "5100")
        long otherFollowers,

        @Schema(description = "Followers of both.", examples = "640")
        long sharedFollowers,

        @Schema(
                description = "Shared followers over followers of the smaller account; null when that has none.",
                nullable = true,
                examples = "0.1254902")
        BigDecimal pairwiseOverlap,

        @Schema(description = "People who follow at least one of the two (union).", examples = "12660")
        long netReach,

        @Schema(description = "People who follow exactly one of the two.", examples = "12020")
        long exclusiveReach,

        @Schema(description = "Followers compared, when not all were.", nullable = true, examples = "1000")
        Long sampleSize,

        @Schema(description = "Where it comes from.", examples = "ESTIMATED")
        MetricSource source,

        @Schema(description = "When it was observed.", examples = "2026-01-15T08:00:00Z")
        Instant observedAt)
        implements Versioned {

    static OverlapView of(KnownOverlap known) {
        return new OverlapView(
                known.version(),
                known.accountId(),
                known.otherAccountId(),
                known.overlap().followers(),
                known.overlap().otherFollowers(),
                known.overlap().shared(),
                known.overlap().pairwise(),
                known.overlap().netReach(),
                known.overlap().exclusiveReach(),
                known.sampleSize(),
                known.source(),
                known.observedAt());
    }
}

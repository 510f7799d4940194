package org.affinity.profile.privacy.web;

import java.time.Instant;
import java.util.UUID;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.profile.privacy.store.ContestEntity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contested datum. */
@Schema(name = "Contest", description = "A datum that a creator contests, and what was decided.")
record ContestView(
        @Schema(description = "Id of the contest.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b51")
        UUID contestId,

        @Schema(description = "1, and 2 when it was decided on; the ETag.", examples = "1")
        long version,

        @Schema(description = "The creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
        UUID creatorId,

        @Schema(description = "The contested field.", examples = "birthYear")
        String field,

        @Schema(description = "What is right, in the creator's words.", examples = "I was born in 1995.")
        String claim,

        @Schema(description = "What shows it, or null.", nullable = true, examples = "Passport.")
        String evidence,

        @Schema(description = "OPEN, CORRECTED or REJECTED. More values may come.", examples = "OPEN")
        String state,

        @Schema(description = "Why it was decided so; null while it is open.", nullable = true, examples = "Corrected.")
        String reason,

        @Schema(description = "When it was contested.", examples = "2026-03-01T09:00:00Z")
        Instant createdAt,

        @Schema(
                description = "When it was decided on; null while it is open.",
                nullable = true,
                examples = "2026-03-02T09:00:00Z")
        Instant resolvedAt)
        implements Versioned {

    static ContestView of(ContestEntity contest) {
        return new ContestView(
                contest.id,
                contest.version,
                contest.creatorId,
                contest.field,
                contest.claim,
                contest.evidence,
                contest.state,
                contest.reason,
                contest.createdAt,
                contest.resolvedAt);
    }
}

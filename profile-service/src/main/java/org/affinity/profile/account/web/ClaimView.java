package org.affinity.profile.account.web;

import java.time.Instant;
import java.util.UUID;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.profile.account.domain.ClaimState;
import org.affinity.profile.account.store.ClaimEntity;
import org.affinity.profile.creator.domain.Platform;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A claim as the API shows it. */
@Schema(name = "AccountClaim", description = "A creator's word that an account is theirs.")
record ClaimView(
        @Schema(description = "Id of the claim.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b50")
        UUID claimId,

        @Schema(description = "Rises with the decision; the ETag.", examples = "1")
        long version,

        @Schema(description = "Who claims it.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
        UUID creatorId,

        @Schema(description = "Platform of the account. More values may come.", examples = "INSTAGRAM")
        Platform platform,

        @Schema(description = "Handle without @.", examples = "lea.cuisine")
        String handle,

        @Schema(description = "PENDING, APPROVED or REFUSED.", examples = "PENDING")
        ClaimState state,

        @Schema(
                description = "To be put into the account's own profile until the decision, to show who holds it.",
                examples = "affinity-1f6a2b50")
        String proofCode,

        @Schema(description = "What the creator adds.", nullable = true)
        String note,

        @Schema(description = "When it was made.", examples = "2026-01-15T08:00:00Z")
        Instant claimedAt,

        @Schema(description = "When it was decided; null while pending.", nullable = true)
        Instant decidedAt)
        implements Versioned {

    static ClaimView of(ClaimEntity claim) {
        return new ClaimView(
                claim.id,
                claim.version,
                claim.creatorId,
                claim.platform,
                claim.handle,
                claim.state,
                claim.proofCode,
                claim.note,
                claim.claimedAt,
                claim.decidedAt);
    }
}

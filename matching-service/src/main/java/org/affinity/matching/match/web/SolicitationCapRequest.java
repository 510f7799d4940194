package org.affinity.matching.match.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.affinity.matching.match.domain.SolicitationCap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Limits of invitations. */
@Schema(
        name = "MatchSolicitationCap",
        description = "From how many invitations on nobody is asked any more; what is left out is as in the rules.")
record SolicitationCapRequest(
        @Schema(
                description =
                        "From how many invitations that wait for an answer on; 1 asks who has none. No more than 250 are"
                                + " counted.",
                nullable = true,
                examples = "3")
        @Min(1)
        @Max(250)
        Integer openInvitations,

        @Schema(
                description =
                        "From how many invitations in the last 30 days on; 1 asks who had none. No more than 250 are"
                                + " counted.",
                nullable = true,
                examples = "8")
        @Min(1)
        @Max(250)
        Integer invitationsLast30Days) {

    SolicitationCap toDomain() {
        return new SolicitationCap(openInvitations, invitationsLast30Days);
    }
}

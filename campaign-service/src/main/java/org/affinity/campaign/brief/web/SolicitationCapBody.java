package org.affinity.campaign.brief.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.affinity.campaign.brief.domain.SolicitationCap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "SolicitationCap",
        description = "From how many invitations on nobody is asked any more; what is left out is up to matching.")
record SolicitationCapBody(
        @Schema(
                description =
                        "From how many invitations that wait for an answer on; 1 asks who has none. No more than 250 are"
                                + " counted.",
                nullable = true,
                examples = "3")
        @Min(1)
        @Max(SolicitationCapBody.MOST)
        Integer openInvitations,

        @Schema(
                description =
                        "From how many invitations in the last 30 days on; 1 asks who had none. No more than 250 are"
                                + " counted.",
                nullable = true,
                examples = "8")
        @Min(1)
        @Max(SolicitationCapBody.MOST)
        Integer invitationsLast30Days) {

    static final int MOST = 250;

    static SolicitationCapBody of(SolicitationCap cap) {
        return cap == null
                ? null
                : new SolicitationCapBody(counted(cap.openInvitations()), counted(cap.invitationsLast30Days()));
    }

    /** Campaigns of before say more than is counted. */
    private static Integer counted(Integer most) {
        return most == null ? null : Integer.valueOf(Math.min(most, MOST));
    }

    static SolicitationCap toDomain(SolicitationCapBody cap) {
        return cap == null ? null : new SolicitationCap(cap.openInvitations, cap.invitationsLast30Days);
    }
}

package org.affinity.campaign.collaboration.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.affinity.campaign.brief.domain.Brief;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Whom of the panel to invite, and with what words.")
record InvitationRequest(
        @Schema(
                description = "Creators of the campaign's panel; the whole panel when absent.",
                nullable = true,
                examples = "[\"0197a1b0-5c1e-7c3a-8f52-6f1f0f0a1b07\"]")
        @Size(min = 1, max = Brief.MAX_CREATORS)
        List<@NotNull UUID> creatorIds,

        @Schema(
                description = "Message with places that are filled in for each creator: {{displayName}}, {{handle}},"
                        + " {{platform}}, {{brand}}, {{campaign}}, {{fee}}, {{startsOn}}, {{endsOn}}. At least one of"
                        + " the first two must be there. A standard message in the creator's language when absent.",
                nullable = true,
                examples = "Hello {{displayName}}, {{brand}} would love to see you in {{campaign}}.")
        @Size(max = 4000)
        String message) {}

package org.affinity.campaign.brief.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A campaign to create.")
record CampaignRequest(
        @Schema(description = "Name of the campaign.", examples = "Spring trails 2027") @NotBlank @Size(max = 200)
        String name,

        @Schema(
                description = "The client organisation that an agency creates the campaign for; the caller's own"
                        + " organisation when absent.",
                nullable = true,
                examples = "0197a1b0-5c1e-7c3a-8f52-6f1f0f0a1b01")
        UUID organisationId,

        @Schema(description = "What the organisation wants.") @NotNull @Valid
        BriefRequest brief) {}

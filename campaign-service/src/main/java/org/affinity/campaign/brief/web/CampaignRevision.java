package org.affinity.campaign.brief.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "New name and brief of a draft; the whole brief is replaced.")
record CampaignRevision(
        @Schema(description = "Name of the campaign.", examples = "Spring trails 2027") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "What the organisation wants.") @NotNull @Valid
        BriefRequest brief) {}

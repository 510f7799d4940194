package org.affinity.matching.match.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.affinity.matching.match.MatchService;
import org.affinity.matching.match.domain.PanelOptions;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Asks who fits a brief. */
@Schema(description = "Asks who fits a brief.")
record MatchRequest(
        @Schema(description = "What is looked for.") @NotNull @Valid
        BriefRequest brief,

        @Schema(description = "Length of the ranking; 20 when left out.", nullable = true, examples = "20")
        @Min(1)
        @Max(1000)
        Integer k,

        @Schema(
                description = "Organisation that asks, one the caller works for; the caller's own when left out.",
                nullable = true,
                examples = "01977b7e-1a30-7f60-91a2-b3c4d5e6f708")
        UUID organisationId,

        @Schema(
                description = "What the panel has to keep to besides the brief; what the brief says when left out.",
                nullable = true)
        @Valid
        PanelRequest panel) {

    PanelOptions panelOptions() {
        return panel == null
                ? PanelRequest.toDomain(brief.panel(), "/brief/panel", brief.maxCreators())
                : PanelRequest.toDomain(panel, "/panel", brief.maxCreators());
    }

    int rankingLength() {
        return k == null ? MatchService.DEFAULT_RANKING : k;
    }
}

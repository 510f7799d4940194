package org.affinity.matching.match;

import java.time.Instant;
import java.util.UUID;
import org.affinity.kit.json.Money;
import org.affinity.matching.match.domain.Kpi;
import org.affinity.matching.match.domain.PanelPlan;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A what-if panel in a list, without its creators: what was asked for, and what it would bring. */
@Schema(
        name = "WhatIfPanelSummary",
        description = "A what-if panel in a list, without its creators: what was asked for, and what it would bring.")
public record PanelSummary(
        @Schema(description = "Id of the panel.", examples = "01977b7e-5b00-7d4e-b1c2-3f4e5d6c7b8b")
        UUID panelId,

        @Schema(description = "The match.", examples = "01977b7e-5a00-7d4e-b1c2-3f4e5d6c7b8a")
        UUID matchId,

        @Schema(description = "Organisation of the match.", examples = "01977b7e-1a30-7f60-91a2-b3c4d5e6f708")
        UUID organisationId,

        @Schema(description = "Budget that the panel had to keep to.")
        Money budget,

        @Schema(description = "Places that the panel could fill.", examples = "10")
        int maxCreators,

        @Schema(description = "Creators in the panel; 0 when emptyReason says why.", examples = "8")
        int panelSize,

        @Schema(description = "What the panel costs.") Money panelCost,

        @Schema(description = "What was maximised: the KPI of the first objective.", examples = "IMPRESSIONS")
        Kpi kpi,

        @Schema(
                description = "Expected result in the target, each creator's times the fit, in the unit of the KPI.",
                examples = "48210.5")
        double objectiveValue,

        @Schema(description = "Share that is missing to the proven upper bound.", examples = "0.018")
        double gap,

        @Schema(
                description = "Why the panel is empty, as in the panel; null when it is not.",
                nullable = true,
                examples = "CONSTRAINTS")
        PanelPlan.EmptyReason emptyReason,

        @Schema(description = "When the panel was made.", examples = "2026-03-01T09:31:00Z")
        Instant completedAt) {}

package org.affinity.matching.match;

import org.affinity.matching.match.domain.PanelPlan;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A constraint that cannot be kept. */
@Schema(name = "PanelInfeasibility", description = "A constraint that cannot be kept, and what would help.")
public record PanelInfeasibilityView(
        @Schema(
                description = "The constraint: budget, maxCreators, mustInclude, minSmallShare, combination, or a quota"
                        + " with its dimension and value; more may be added.",
                examples = "quota TIER NANO")
        String constraint,

        @Schema(
                description = "What is asked and what there is.",
                examples = "At least 5 are asked for; of the 40 creators in question 2 are known to be TIER NANO.")
        String detail,

        @Schema(description = "What would make it possible.", examples = "Lower the minimum to 2, or widen the brief.")
        String remedy) {

    static PanelInfeasibilityView of(PanelPlan.Infeasibility infeasibility) {
        return new PanelInfeasibilityView(infeasibility.constraint(), infeasibility.detail(), infeasibility.remedy());
    }
}

package org.affinity.matching.match;

import org.affinity.matching.match.domain.PanelPlan;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Turns of nearly equal creators. */
@Schema(
        name = "PanelRotation",
        description = "Nearly equal creators took turns: members made room for others whose turn was earlier. Every"
                + " constraint is kept, and so is the upper bound.")
public record PanelRotationView(
        @Schema(
                description = "The seed that gives these turns again; without one in the brief, the day.",
                examples = "42")
        long seed,

        @Schema(
                description = "Difference in score up to which creators are nearly equal, and most that turns may"
                        + " cost: this share of the objective value of the best panel found.",
                examples = "0.02")
        double tolerance,

        @Schema(description = "Members who are in because it is their turn.", examples = "3")
        int exchangedMembers,

        @Schema(
                description = "Cost: objective value of the best panel found, less that of this one.",
                examples = "312.4")
        double objectiveLost) {

    static PanelRotationView of(PanelPlan.Rotation rotation) {
        return rotation == null
                ? null
                : new PanelRotationView(
                        rotation.seed(), rotation.tolerance(), rotation.exchanged(), rotation.valueLost());
    }
}

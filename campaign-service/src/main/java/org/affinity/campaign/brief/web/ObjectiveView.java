package org.affinity.campaign.brief.web;

import java.util.UUID;
import org.affinity.campaign.brief.domain.Aim;
import org.affinity.campaign.brief.domain.Kpi;
import org.affinity.campaign.brief.domain.Objective;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "One thing that the campaign must reach, and how one will know.")
record ObjectiveView(
        @Schema(
                description = "Names the objective in the report's verdict.",
                examples = "0197a1b0-5c1e-7c3a-8f52-6f1f0f0a1b03")
        UUID objectiveId,

        @Schema(description = "What the objective is good for.", examples = "VISIBILITY")
        Aim aim,

        @Schema(description = "What is measured.", examples = "IMPRESSIONS")
        Kpi kpi,

        @Schema(description = "The value from which on the objective is reached.", examples = "50000")
        String target) {

    static ObjectiveView of(Objective objective) {
        return new ObjectiveView(
                objective.id(),
                objective.aim(),
                objective.kpi(),
                objective.target().toPlainString());
    }
}

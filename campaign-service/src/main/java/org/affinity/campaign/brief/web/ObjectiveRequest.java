package org.affinity.campaign.brief.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.UUID;
import org.affinity.campaign.brief.domain.Aim;
import org.affinity.campaign.brief.domain.Kpi;
import org.affinity.campaign.brief.domain.Objective;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "One thing that the campaign must reach, and how one will know.")
record ObjectiveRequest(
        @Schema(description = "What the objective is good for.", examples = "VISIBILITY") @NotNull
        Aim aim,

        @Schema(description = "What is measured; each KPI at most once in a brief.", examples = "IMPRESSIONS") @NotNull
        Kpi kpi,

        @Schema(
                description = "The value from which on the objective is reached, as a decimal string greater than 0:"
                        + " a share up to 1 for ENGAGEMENT_RATE, an amount in the budget's currency for DONATIONS,"
                        + " a whole number for all others.",
                examples = "50000")
        @NotNull
        @Pattern(regexp = "\\d{1,12}(\\.\\d{1,6})?", message = "must be a decimal string such as 50000 or 0.035")
        String target) {

    Objective toDomain(UUID id) {
        return new Objective(id, aim, kpi, new BigDecimal(target));
    }
}

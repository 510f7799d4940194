package org.affinity.matching.match;

import org.affinity.kit.json.Money;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.match.domain.PanelPlan;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one size of creator shows. */
@Schema(name = "TierExposure", description = "How much of what the panel shows comes from one size of creator.")
public record TierExposureView(
        @Schema(description = "Audience-size class; more may be added.", examples = "NANO")
        Tier tier,

        @Schema(description = "Creators of that size in the panel.", examples = "6")
        int creators,

        @Schema(description = "Their share of the panel's expected impressions.", examples = "0.42")
        double share,

        @Schema(description = "What they cost together.") Money cost) {

    static TierExposureView of(PanelPlan.TierExposure exposure) {
        return new TierExposureView(
                exposure.tier(), exposure.creators(), exposure.share(), PanelReport.money(exposure.cost()));
    }
}

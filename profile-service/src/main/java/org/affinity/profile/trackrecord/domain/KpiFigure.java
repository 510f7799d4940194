package org.affinity.profile.trackrecord.domain;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One figure of a measured result; null is unknown. */
@Schema(name = "KpiFigure", description = "One figure of a measured result.")
public record KpiFigure(
        @Schema(description = "Name of the KPI. More values may come.", examples = "REACH")
        String kpi,

        @Schema(description = "The figure; null is unknown.", nullable = true, examples = "7400")
        BigDecimal value,

        @Schema(description = "Unit: COUNT or an ISO 4217 code.", examples = "COUNT")
        String unit,

        @Schema(description = "How it is computed.", examples = "Reach of each post, summed")
        String definition,

        @Schema(description = "Where it comes from. More values may come.", examples = "NETWORK")
        String source,

        @Schema(description = "Posts that it sums up.", examples = "2")
        int sampleSize) {}

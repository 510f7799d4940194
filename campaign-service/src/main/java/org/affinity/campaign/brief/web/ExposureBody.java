package org.affinity.campaign.brief.web;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.affinity.campaign.brief.domain.Exposure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Exposure", description = "Whom to show first of creators who are nearly equal.")
record ExposureBody(
        @Schema(
                description = "BEST_FIRST ranks by score alone; ROTATE draws the order of nearly equal creators.",
                examples = "ROTATE")
        @NotNull
        Exposure.Policy policy,

        @Schema(description = "The same seed gives the same order.", nullable = true, examples = "42")
        @Min(0)
        @Max(9_007_199_254_740_991L)
        Long seed,

        @Schema(
                description = "Difference in score up to which creators are nearly equal.",
                nullable = true,
                examples = "0.02")
        @DecimalMin("0")
        @DecimalMax("1")
        BigDecimal tolerance) {

    static ExposureBody of(Exposure exposure) {
        return exposure == null ? null : new ExposureBody(exposure.policy(), exposure.seed(), exposure.tolerance());
    }

    static Exposure toDomain(ExposureBody exposure) {
        return exposure == null ? null : new Exposure(exposure.policy, exposure.seed, exposure.tolerance);
    }
}

package org.affinity.profile.audience.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.affinity.profile.audience.domain.Dimension;
import org.affinity.profile.creator.domain.MetricSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An audience as one source tells it. */
@Schema(name = "AudienceRequest", description = "The audience of an account as one source tells it, as a whole.")
record AudienceRequest(
        @Schema(description = "When it was observed; not in the future.", examples = "2026-01-15T08:00:00Z") @NotNull
        Instant observedAt,

        @Schema(
                description =
                        "Where it comes from. Creators declare (DECLARED, may be left out); partners say NETWORK or"
                                + " ESTIMATED; operators any.",
                examples = "NETWORK")
        MetricSource source,

        @Schema(description = "One for each dimension that is known.") @Size(max = 7)
        List<@NotNull @Valid DistributionRequest> distributions,

        @Schema(description = "What the source says of the followers themselves.") @Valid
        SignalsRequest signals) {

    AudienceRequest {
        distributions = distributions == null ? List.of() : distributions;
    }

    /** A distribution as sent. */
    @Schema(name = "DistributionRequest", description = "How the audience is spread over one dimension.")
    record DistributionRequest(
            @Schema(description = "What it is spread over.", examples = "COUNTRY") @NotNull
            Dimension dimension,

            @Schema(description = "Followers looked at.", examples = "8200") @Min(1)
            Long sampleSize,

            @Schema(description = "Shares that sum to 1 at most; what is missing is unknown.")
            @NotEmpty
            @Size(max = 300)
            List<@NotNull @Valid ShareRequest> shares) {}

    /** A share as sent. */
    @Schema(name = "ShareRequest", description = "Share of the audience with one value.")
    record ShareRequest(
            @Schema(
                    description =
                            "COUNTRY FR, REGION FR-IDF, CITY FR:Lyon, AGE_BAND 18-24 or 65+, GENDER FEMALE, MALE or"
                                    + " OTHER, LANGUAGE fr, INTEREST a word or two.",
                    examples = "FR")
            @NotBlank
            @Size(max = 100)
            String value,

            @Schema(description = "0 to 1.", examples = "0.74")
            @NotNull
            @DecimalMin("0")
            @DecimalMax("1")
            @Digits(integer = 1, fraction = 6)
            BigDecimal share) {}

    /** Signals as sent. */
    @Schema(name = "AudienceSignalsRequest", description = "What a source says of the followers themselves.")
    record SignalsRequest(
            @Schema(description = "Share of followers flagged as suspicious, 0 to 1.", examples = "0.08")
            @DecimalMin("0")
            @DecimalMax("1")
            @Digits(integer = 1, fraction = 6)
            BigDecimal suspiciousShare,

            @Schema(description = "Share of followers who follow more than 1,500 accounts, 0 to 1.", examples = "0.12")
            @DecimalMin("0")
            @DecimalMax("1")
            @Digits(integer = 1, fraction = 6)
            BigDecimal massFollowerShare) {}
}

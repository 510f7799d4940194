package org.affinity.profile.audience.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.affinity.profile.creator.domain.AccountMetrics;
import org.affinity.profile.creator.domain.MetricSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An overlap as sent. */
@Schema(name = "OverlapRequest", description = "How many people follow both of two accounts.")
record OverlapRequest(
        @Schema(description = "Followers of the account when both were compared.", examples = "8200")
        @NotNull
        @Min(0)
        @Max(value = AccountMetrics.MOST_PEOPLE, message = AccountMetrics.TOO_MANY_PEOPLE)
        Long followers,

        @Schema(description = "Followers of the other account.", examples = "5100")
        @NotNull
        @Min(0)
        @Max(value = AccountMetrics.MOST_PEOPLE, message = AccountMetrics.TOO_MANY_PEOPLE)
        Long otherFollowers,

        @Schema(description = "Followers of both, at most those of the smaller account.", examples = "640")
        @NotNull
        @Min(0)
        @Max(value = AccountMetrics.MOST_PEOPLE, message = AccountMetrics.TOO_MANY_PEOPLE)
        Long sharedFollowers,

        @Schema(description = "Followers compared, when not all were.", examples = "1000") @Min(1)
        Long sampleSize,

        @Schema(description = "Where it comes from: partners say NETWORK or ESTIMATED.", examples = "ESTIMATED")
        @NotNull
        MetricSource source,

        @Schema(description = "When it was observed; not in the future.", examples = "2026-01-15T08:00:00Z") @NotNull
        Instant observedAt) {}

package org.affinity.profile.consent.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.affinity.profile.consent.domain.Channel;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That everybody on a list was told. */
@Schema(name = "SourceSendingRequest", description = "How and when the creators of a source were told.")
record SourceSendingRequest(
        @Schema(description = "Name of the source, as the tasks say it.", examples = "creators.csv")
        @NotBlank
        @Size(max = 255)
        String sourceName,

        @Schema(description = "How the creators were told.", examples = "PLATFORM_MESSAGE") @NotNull
        Channel channel,

        @Schema(description = "The day, in UTC, not after today.", examples = "2026-01-20") @NotNull
        LocalDate sentOn) {}

package org.affinity.profile.consent.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.affinity.profile.consent.domain.Channel;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a notice was sent. */
@Schema(name = "NoticeSendingRequest", description = "How and when a creator was told.")
record NoticeSendingRequest(
        @Schema(description = "How the creator was told.", examples = "PLATFORM_MESSAGE") @NotNull
        Channel channel,

        @Schema(description = "The day, in UTC, between receipt of the data and today.", examples = "2026-01-20")
        @NotNull
        LocalDate sentOn) {}

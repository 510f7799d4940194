package org.affinity.profile.creator.domain;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A time without paid work, such as a crisis in which a creator only volunteers.
 *
 * @param from first day of the pause
 * @param until last day of the pause; null when it has no end yet
 */
@Schema(description = "A time without paid work, such as a crisis in which a creator only volunteers.")
public record PaidPause(
        @Schema(description = "First day of the pause.", examples = "2026-03-17") @NotNull
        LocalDate from,

        @Schema(
                description = "Last day of the pause; null when it has no end yet.",
                nullable = true,
                examples = "2026-05-11")
        LocalDate until) {}

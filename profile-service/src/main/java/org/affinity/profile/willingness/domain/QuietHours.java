package org.affinity.profile.willingness.domain;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When not to write to a creator, each day, in the time zone of the profile; may pass midnight. */
@Schema(
        name = "QuietHours",
        description = "When not to write to a creator, each day, in the time zone of the profile; may pass midnight.")
public record QuietHours(
        @Schema(description = "Begin, 24 hours.", examples = "21:00") @NotNull @Pattern(regexp = QuietHours.TIME)
        String from,

        @Schema(description = "End, 24 hours.", examples = "08:30") @NotNull @Pattern(regexp = QuietHours.TIME)
        String until) {

    static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";
}

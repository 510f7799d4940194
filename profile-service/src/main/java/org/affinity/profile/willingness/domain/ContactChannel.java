package org.affinity.profile.willingness.domain;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A way to reach a creator. */
@Schema(name = "ContactChannel", description = "A way to reach a creator.")
public record ContactChannel(
        @Schema(description = "Kind of channel. More values may come.", examples = "EMAIL") @NotNull
        ChannelKind kind,

        @Schema(description = "Address, E.164 number or account.", examples = "lea@example.com")
        @NotBlank
        @Size(max = 254)
        String address,

        @Schema(description = "Whether to use it first; true for one channel at most.", examples = "true")
        boolean preferred) {

    /** Keeps addresses and numbers out of logs. */
    @Override
    public String toString() {
        return "ContactChannel[" + kind + "]";
    }
}

package org.affinity.profile.willingness.domain;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event that a creator organised or took part in. */
@Schema(
        name = "Appearance",
        description = "An event that a creator organised or took part in. Name none that tells of health, belief or"
                + " opinion.")
public record Appearance(
        @Schema(description = "Name of the event.", examples = "Salon du chocolat") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "What the creator did there. More values may come.", examples = "SPEAKER") @NotNull
        AppearanceRole role,

        @Schema(description = "First day of the event; may lie ahead.", examples = "2025-10-29") @NotNull
        LocalDate heldOn,

        @Schema(description = "Town or venue; null when unknown or online.", nullable = true, examples = "Paris")
        @Size(max = 200)
        String place,

        @Schema(
                description = "Country, ISO 3166 alpha-2; null when unknown or online.",
                nullable = true,
                examples = "FR")
        @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166 alpha-2 code such as FR")
        String country,

        @Schema(description = "Page about it.", nullable = true, examples = "https://example.com/salon")
        @Size(max = 500)
        String url) {}

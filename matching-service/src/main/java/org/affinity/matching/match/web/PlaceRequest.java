package org.affinity.matching.match.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.affinity.matching.match.domain.Place;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A city. */
@Schema(name = "MatchPlace", description = "A city.")
record PlaceRequest(
        @Schema(description = "Country, ISO 3166-1 alpha-2.", examples = "FR") @NotNull @Country
        String country,

        @Schema(description = "Name of the city.", examples = "Rennes")
        @NotBlank
        @Size(max = 80)
        @Pattern(regexp = "[^\\x00-\\x1f\\x7f:]*", message = "must be a name without colon and control characters")
        String city) {

    Place toDomain() {
        return new Place(country, city);
    }
}

package org.affinity.campaign.brief.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.affinity.campaign.brief.domain.Place;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Place", description = "A city.")
record PlaceBody(
        @Schema(description = "Country as ISO 3166-1 alpha-2 code.", examples = "FR")
        @NotNull
        @Pattern(regexp = "[A-Z]{2}", message = "must be a country code such as FR")
        String country,

        @Schema(description = "Name of the city.", examples = "Rennes")
        @NotBlank
        @Size(max = 80)
        @Pattern(regexp = "[^\\x00-\\x1f\\x7f:]*", message = "must be a name without colon and control characters")
        String city) {

    static PlaceBody of(Place place) {
        return place == null ? null : new PlaceBody(place.country(), place.city());
    }

    static Place toDomain(PlaceBody place) {
        return place == null ? null : new Place(place.country, place.city.strip());
    }
}

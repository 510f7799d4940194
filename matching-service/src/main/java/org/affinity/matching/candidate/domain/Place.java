package org.affinity.matching.candidate.domain;

import java.util.Locale;

/** A city; {@code country} is an ISO 3166-1 alpha-2 code. */
public record Place(String country, String city) {

    public Place {
        country = country.toUpperCase(Locale.ROOT);
    }

    /** The form under which places are compared: accents, case and punctuation of the name do not matter. */
    public String key() {
        return country + ":" + BrandKey.folded(city).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
    }
}

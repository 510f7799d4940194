package org.affinity.matching.candidate.domain;

import java.util.Locale;

/** The form under which places are compared: accents, case and punctuation of the name do not matter. */
public final class PlaceKey {

    private PlaceKey() {}

    /** Country (ISO 3166-1 alpha-2) and city, such as {@code FR:saint etienne}; the city may be empty. */
    public static String of(String country, String city) {
        return country.toUpperCase(Locale.ROOT) + ":"
                + BrandKey.folded(city)
                        .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                        .strip();
    }
}

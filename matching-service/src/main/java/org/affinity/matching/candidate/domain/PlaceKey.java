package org.affinity.matching.candidate.domain;

import java.util.Locale;
import java.util.regex.Pattern;
import org.affinity.kit.code.NameKey;

/** The form under which places are compared: accents, case and punctuation of the name do not matter. */
public final class PlaceKey {

    private static final Pattern FIRST_LETTERS = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])\\p{L}");

    private PlaceKey() {}

    /** Country (ISO 3166-1 alpha-2) and city, such as {@code FR:saint etienne}; the city may be empty. */
    public static String of(String country, String city) {
        return country.toUpperCase(Locale.ROOT) + ":"
                + NameKey.folded(city).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
    }

    /** A key as {@code Saint Etienne (FR)}; the country alone where the city is empty. */
    public static String inWords(String key) {
        String country = key.substring(0, key.indexOf(':'));
        String city = FIRST_LETTERS
                .matcher(key.substring(country.length() + 1))
                .replaceAll(first -> first.group().toUpperCase(Locale.ROOT));
        return city.isEmpty() ? country : city + " (" + country + ")";
    }
}

package org.affinity.matching.match.domain;

import java.util.Comparator;
import java.util.Locale;
import org.affinity.matching.candidate.domain.PlaceKey;

/** A city with its country, ISO 3166-1 alpha-2. */
public record Place(String country, String city) implements Comparable<Place> {

    private static final Comparator<Place> BY_NAME =
            Comparator.comparing(Place::country).thenComparing(Place::city);

    public Place {
        country = country.toUpperCase(Locale.ROOT);
        city = city.strip();
    }

    /** The form under which places are compared. */
    String key() {
        return PlaceKey.of(country, city);
    }

    /** As {@code Rennes (FR)}. */
    String inWords() {
        return city + " (" + country + ")";
    }

    @Override
    public int compareTo(Place other) {
        return BY_NAME.compare(this, other);
    }
}

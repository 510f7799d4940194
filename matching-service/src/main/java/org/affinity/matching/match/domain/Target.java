package org.affinity.matching.match.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whom a brief wants to reach, besides countries, languages and topics; what is empty does not matter.
 *
 * @param ageBands such as {@code 18-24} or {@code 65+}
 * @param genders {@code FEMALE}, {@code MALE}, {@code OTHER}
 * @param cities with their country
 * @param interests categories of the IAB content taxonomy
 * @param minimumShare least share, 0 to 1, of a creator's known audience inside the target in each dimension that the
 *     brief names; null for none
 */
public record Target(
        Set<String> ageBands, Set<String> genders, Set<Place> cities, Set<String> interests, Double minimumShare) {

    /** Anybody. */
    public static final Target ANY = new Target(null, null, null, null, null);

    public Target {
        ageBands = sorted(ageBands);
        genders = sorted(genders);
        cities = sorted(cities);
        interests = sorted(interests);
    }

    /** Keys of the cities, sorted. */
    Set<String> cityKeys() {
        return sorted(cities.stream().map(Place::key).toList());
    }

    /** Sorted, so that whatever is derived from it is reproducible; what is missing is empty. */
    static <T extends Comparable<T>> Set<T> sorted(Collection<T> values) {
        return values == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(values));
    }
}

package org.affinity.matching.match.domain;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.affinity.matching.candidate.domain.Place;

/**
 * Whom a brief wants to reach besides countries, languages and topics; an empty set means that it does not matter.
 *
 * @param ageBands such as {@code 18-24} or {@code 65+}
 * @param genders {@code FEMALE}, {@code MALE}, {@code OTHER}
 * @param interests categories of the IAB content taxonomy
 * @param minimumShare least share, 0 to 1, of a creator's known audience inside the target in each dimension that the
 *     brief names; null for none
 */
public record Target(
        Set<String> ageBands, Set<String> genders, Set<Place> cities, Set<String> interests, Double minimumShare) {

    /** Nothing more is asked. */
    public static final Target ANYONE = new Target(null, null, null, null, null);

    public Target {
        ageBands = sorted(ageBands);
        genders = sorted(genders);
        cities = cities == null ? Set.of() : Set.copyOf(cities);
        interests = sorted(interests);
    }

    /** Keys of the cities, in a fixed order. */
    Set<String> cityKeys() {
        return cities.stream().map(Place::key).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> sorted(Set<String> values) {
        return values == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(values));
    }
}

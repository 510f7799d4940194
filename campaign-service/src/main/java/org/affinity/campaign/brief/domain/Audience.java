package org.affinity.campaign.brief.domain;

import java.math.BigDecimal;
import java.util.List;

/**
 * Whom the campaign wants to reach; an empty list means that it does not matter.
 *
 * @param countries ISO 3166-1 alpha-2 codes
 * @param languages BCP 47 tags
 * @param topics interests, in lower case
 * @param ageBands such as {@code 18-24} or {@code 65+}, as audiences are told
 * @param genders {@code FEMALE}, {@code MALE}, {@code OTHER}
 * @param cities with their country
 * @param interests categories of the IAB content taxonomy
 * @param minimumShare least share, 0 to 1, of a creator's known audience inside the target in each dimension that the
 *     brief names; null for none
 */
public record Audience(
        List<String> countries,
        List<String> languages,
        List<String> topics,
        List<String> ageBands,
        List<String> genders,
        List<Place> cities,
        List<String> interests,
        BigDecimal minimumShare) {

    public Audience {
        countries = List.copyOf(countries);
        languages = List.copyOf(languages);
        topics = List.copyOf(topics);
        ageBands = Conditions.listed(ageBands);
        genders = Conditions.listed(genders);
        cities = Conditions.listed(cities);
        interests = Conditions.listed(interests);
    }

    /** An audience of which nothing but countries, languages and topics is asked. */
    public Audience(List<String> countries, List<String> languages, List<String> topics) {
        this(countries, languages, topics, null, null, null, null, null);
    }
}

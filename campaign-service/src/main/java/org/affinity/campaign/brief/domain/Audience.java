package org.affinity.campaign.brief.domain;

import java.util.List;

/**
 * Whom the campaign wants to reach; an empty list means that it does not matter.
 *
 * @param countries ISO 3166-1 alpha-2 codes
 * @param languages BCP 47 tags
 * @param topics interests, in lower case
 */
public record Audience(List<String> countries, List<String> languages, List<String> topics) {

    public Audience {
        countries = List.copyOf(countries);
        languages = List.copyOf(languages);
        topics = List.copyOf(topics);
    }
}

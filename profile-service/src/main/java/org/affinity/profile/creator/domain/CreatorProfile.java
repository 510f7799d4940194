package org.affinity.profile.creator.domain;

import java.util.List;

/** Everything a creator says of themself, replaced as a whole; null and empty mean unknown. */
public record CreatorProfile(
        String displayName,
        String country,
        List<String> languages,
        Integer birthYear,
        String timeZone,
        List<String> topics,
        List<AccountProfile> accounts,
        List<Availability> availability,
        String bio) {

    /** Characters of what a creator says of themself. */
    public static final int MAX_BIO_LENGTH = 2_000;

    public CreatorProfile {
        languages = List.copyOf(languages);
        topics = List.copyOf(topics);
        accounts = List.copyOf(accounts);
        availability = List.copyOf(availability);
    }

    /** The same profile with this availability. */
    public CreatorProfile withAvailability(List<Availability> other) {
        return new CreatorProfile(displayName, country, languages, birthYear, timeZone, topics, accounts, other, bio);
    }

    /** The text without space around it; null when nothing is left. */
    public static String bioOf(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Keeps the person's name and birth year out of logs. */
    @Override
    public String toString() {
        return "CreatorProfile[accounts=" + accounts.size() + "]";
    }
}

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
        List<Availability> availability) {

    public CreatorProfile {
        languages = List.copyOf(languages);
        topics = List.copyOf(topics);
        accounts = List.copyOf(accounts);
        availability = List.copyOf(availability);
    }

    /** The same profile with this availability. */
    public CreatorProfile withAvailability(List<Availability> other) {
        return new CreatorProfile(displayName, country, languages, birthYear, timeZone, topics, accounts, other);
    }

    /** Keeps the person's name and birth year out of logs. */
    @Override
    public String toString() {
        return "CreatorProfile[accounts=" + accounts.size() + "]";
    }
}

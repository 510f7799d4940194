package org.affinity.profile.creator.domain;

import java.time.Instant;
import java.util.List;

/**
 * What one record says of an account and the person behind it; null and empty mean that the file does not say.
 *
 * @param observedAt when the list observed the figures; null when it does not say, so that they count as of now
 */
public record ImportedAccount(
        AccountProfile account,
        String displayName,
        String country,
        List<String> languages,
        Integer birthYear,
        List<String> topics,
        Instant observedAt) {

    public ImportedAccount {
        languages = List.copyOf(languages);
        topics = List.copyOf(topics);
    }

    /** A record of a list that does not say when it observed its figures. */
    public ImportedAccount(
            AccountProfile account,
            String displayName,
            String country,
            List<String> languages,
            Integer birthYear,
            List<String> topics) {
        this(account, displayName, country, languages, birthYear, topics, null);
    }
}

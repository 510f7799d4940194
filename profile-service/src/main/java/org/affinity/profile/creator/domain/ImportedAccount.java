package org.affinity.profile.creator.domain;

import java.util.List;

/** What one record says of an account and the person behind it; null and empty mean that the file does not say. */
public record ImportedAccount(
        AccountProfile account,
        String displayName,
        String country,
        List<String> languages,
        Integer birthYear,
        List<String> topics) {

    public ImportedAccount {
        languages = List.copyOf(languages);
        topics = List.copyOf(topics);
    }
}

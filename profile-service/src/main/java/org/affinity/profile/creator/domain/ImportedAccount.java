package org.affinity.profile.creator.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What one record says of an account and the person behind it; null and empty mean that the file does not say.
 *
 * @param fee what the person asks for one paid collaboration
 * @param observedAt when the figures were read off; null means at the time of the import
 * @param answers to questions of questionnaires, by question, in the form that their rules accept
 */
public record ImportedAccount(
        AccountProfile account,
        String displayName,
        String country,
        List<String> languages,
        Integer birthYear,
        List<String> topics,
        Fee fee,
        Instant observedAt,
        String bio,
        Map<String, JsonNode> answers) {

    public ImportedAccount {
        answers = Map.copyOf(answers);
        languages = List.copyOf(languages);
        topics = List.copyOf(topics);
    }

    /** One whose list says nothing of a bio and answers no questions. */
    public ImportedAccount(
            AccountProfile account,
            String displayName,
            String country,
            List<String> languages,
            Integer birthYear,
            List<String> topics,
            Fee fee,
            Instant observedAt) {
        this(account, displayName, country, languages, birthYear, topics, fee, observedAt, null, Map.of());
    }

    /** Keeps the person's name and birth year out of logs. */
    @Override
    public String toString() {
        return "ImportedAccount[platform=" + account.platform() + "]";
    }
}

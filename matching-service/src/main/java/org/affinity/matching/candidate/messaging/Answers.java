package org.affinity.matching.candidate.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.affinity.matching.candidate.domain.PlaceKey;

/** Answers to questionnaires in the form in which they are compared: words, whatever their type. */
final class Answers {

    private Answers() {}

    /** Answers in words by question; places as their keys, all else as it would be written. */
    static SortedMap<String, List<String>> inWords(Map<String, JsonNode> answers) {
        SortedMap<String, List<String>> words = new TreeMap<>();
        if (answers != null) {
            answers.forEach((question, answer) -> {
                List<String> values = inWords(answer);
                if (!values.isEmpty()) {
                    words.put(question, values);
                }
            });
        }
        return words;
    }

    private static List<String> inWords(JsonNode answer) {
        if (answer.isArray()) {
            List<String> all = new ArrayList<>();
            answer.forEach(part -> all.addAll(inWords(part)));
            return all;
        }
        if (answer.isNumber()) {
            return List.of(answer.decimalValue().stripTrailingZeros().toPlainString());
        }
        if (answer.hasNonNull("country")) {
            return List.of(PlaceKey.of(
                    answer.get("country").asText(), answer.path("city").asText("")));
        }
        return answer.isValueNode() && !answer.isNull() ? List.of(answer.asText()) : List.of();
    }
}

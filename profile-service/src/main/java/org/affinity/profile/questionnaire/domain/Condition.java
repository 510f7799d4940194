package org.affinity.profile.questionnaire.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * When a question is asked at all: when the answer to another question is, or contains, one of these values. It only
 * decides what counts as missing; an answer is taken whether or not the question was asked.
 */
public record Condition(String questionId, List<JsonNode> anyOf) {

    public Condition {
        anyOf = List.copyOf(anyOf);
    }

    /** Whether this answer, null when there is none, fulfils the condition. */
    boolean isMetBy(JsonNode answer) {
        if (answer == null) {
            return false;
        }
        if (answer.isArray()) {
            return answer.valueStream().anyMatch(anyOf::contains);
        }
        return anyOf.contains(answer);
    }
}

package org.affinity.profile.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A new answer to a question, or its withdrawal.
 *
 * @param pointer where the change stands in the request's body, for what is wrong with it
 * @param value the answer; null withdraws it
 */
public record AnswerChange(String questionId, JsonNode value, String pointer) {

    /** Keeps the answer out of logs. */
    @Override
    public String toString() {
        return "AnswerChange[questionId=" + questionId + "]";
    }
}

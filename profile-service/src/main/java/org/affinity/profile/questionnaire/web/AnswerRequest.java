package org.affinity.profile.questionnaire.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An answer as sent. */
@Schema(name = "AnswerRequest", description = "An answer to one question.")
record AnswerRequest(
        @Schema(
                description =
                        "The answer, as the type of the question says: a choice's id, a list of them, a number, a text, a"
                                + " list of texts, a date, a year, a place or true and false.",
                implementation = Object.class,
                examples = "3")
        @NotNull
        JsonNode value) {

    /** Keeps the answer out of logs. */
    @Override
    public String toString() {
        return "AnswerRequest[]";
    }
}

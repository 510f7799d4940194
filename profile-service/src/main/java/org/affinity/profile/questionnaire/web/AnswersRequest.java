package org.affinity.profile.questionnaire.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.affinity.profile.questionnaire.AnswerChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Several answers as sent. */
@Schema(name = "AnswersRequest", description = "Answers to several questions; questions left out stay as they are.")
record AnswersRequest(
        @Schema(description = "Answers, each question once.") @NotEmpty @Size(max = 500)
        List<@NotNull @Valid NamedAnswer> answers) {

    List<AnswerChange> changes() {
        var changes = new ArrayList<AnswerChange>();
        for (int i = 0; i < answers.size(); i++) {
            NamedAnswer answer = answers.get(i);
            JsonNode value = answer.value();
            changes.add(new AnswerChange(
                    answer.questionId(), value == null || value.isNull() ? null : value, "/answers/" + i));
        }
        return changes;
    }

    /** Keeps the answers out of logs. */
    @Override
    public String toString() {
        return "AnswersRequest[]";
    }

    /** An answer with its question. */
    @Schema(name = "NamedAnswer", description = "An answer with the question it is given to.")
    record NamedAnswer(
            @Schema(description = "Id of the question.", examples = "household-size") @NotBlank @Size(max = 80)
            String questionId,

            @Schema(
                    description = "The answer; null withdraws it.",
                    implementation = Object.class,
                    nullable = true,
                    examples = "3")
            JsonNode value) {

        /** Keeps the answer out of logs. */
        @Override
        public String toString() {
            return "NamedAnswer[questionId=" + questionId + "]";
        }
    }
}

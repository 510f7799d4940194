package org.affinity.matching.match.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.affinity.kit.problem.DomainException;
import org.affinity.matching.match.domain.Habit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What creators should do in everyday life. */
@Schema(
        name = "MatchHabit",
        description =
                "What creators should do in everyday life, as they answered a question. Which questions there are is a"
                        + " matter of settings (GET /v1/questionnaires), so any is taken; one that nobody answered changes no score.")
record HabitRequest(
        @Schema(description = "Id of the question.", examples = "household-size")
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,79}", message = "must be the id of a question such as household-size")
        String question,

        @Schema(
                description = "Answers of which any one fits: ids of choices, or numbers, true and false as text.",
                examples = "[\"3\", \"4\"]")
        @NotEmpty
        @Size(max = 50)
        List<@NotBlank @Size(max = 100) String> anyOf) {

    Habit toDomain() {
        return new Habit(question, new HashSet<>(anyOf));
    }

    static void refuseRepeated(List<HabitRequest> habits, String pointer) {
        Set<String> questions = new HashSet<>();
        for (int i = 0; habits != null && i < habits.size(); i++) {
            if (!questions.add(habits.get(i).question())) {
                throw DomainException.invalid(pointer + "/" + i + "/question", "once", "must not be asked about twice");
            }
        }
    }
}

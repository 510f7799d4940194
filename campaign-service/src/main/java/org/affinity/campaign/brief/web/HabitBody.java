package org.affinity.campaign.brief.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.affinity.campaign.brief.domain.Habit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

@Schema(
        name = "Habit",
        description =
                "What creators should do in everyday life, as they answered a question. Which questions there are is a"
                        + " matter of settings (GET /v1/questionnaires), so any is taken; one that nobody answered changes no score.")
record HabitBody(
        @Schema(description = "Id of the question.", examples = "household-size")
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,79}", message = "must be the id of a question such as household-size")
        String question,

        @Schema(
                description = "Answers of which any one fits: ids of choices, or numbers, true and false as text.",
                examples = "[\"3\", \"4\"]")
        @NotEmpty
        @Size(max = 50)
        @UniqueElements
        List<@NotBlank @Size(max = 100) String> anyOf) {

    static HabitBody of(Habit habit) {
        return new HabitBody(habit.question(), habit.anyOf());
    }

    Habit toDomain() {
        return new Habit(question, anyOf);
    }
}

package org.affinity.profile.questionnaire.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.profile.questionnaire.CreatorAnswers;
import org.affinity.profile.questionnaire.domain.AnswerSource;
import org.affinity.profile.questionnaire.domain.Completeness;
import org.affinity.profile.questionnaire.domain.Standing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A creator's answers as the API shows them. */
@Schema(name = "CreatorAnswers", description = "A creator's answers, as far as the caller may see them.")
record AnswersView(
        @Schema(description = "Id of the creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b01")
        UUID creatorId,

        @Schema(description = "Version of the creator; the ETag.", examples = "4")
        long version,

        @Schema(description = "Answered of asked, by questionnaire; empty for callers who do not see every answer.")
        List<CompletenessView> completeness,

        @Schema(description = "The answers, in the order of the questions' ids.")
        List<AnswerView> answers)
        implements Versioned {

    static AnswersView of(CreatorAnswers answers) {
        return new AnswersView(
                answers.creatorId(),
                answers.version(),
                answers.completeness().stream().map(CompletenessView::of).toList(),
                answers.answers().stream().map(AnswerView::of).toList());
    }

    /** An answer as the API shows it. */
    @Schema(name = "CreatorAnswer", description = "An answer with its source and date.")
    record AnswerView(
            @Schema(description = "Id of the question.", examples = "household-size")
            String questionId,

            @Schema(
                    description = "The answer, as the type of the question says.",
                    implementation = Object.class,
                    examples = "3")
            JsonNode value,

            @Schema(description = "Who gave it. More values may come.", examples = "CREATOR")
            AnswerSource source,

            @Schema(description = "When it was given.", examples = "2026-01-15T08:00:00Z")
            Instant answeredAt,

            @Schema(description = "Questionnaire that it was given for.", examples = "consumer-creator")
            String questionnaireId,

            @Schema(
                    description = "Version of the questionnaire that it was given for or carried over into.",
                    examples = "1")
            int questionnaireVersion,

            @Schema(description = "Whether brands see it.", examples = "true")
            boolean shownToBrands,

            @Schema(
                    description =
                            "CURRENT: good for the questionnaire of today. QUESTION_REMOVED, VALUE_NOT_VALID: outdated, and"
                                    + " used for nothing; answer again or withdraw it. More values may come.",
                    examples = "CURRENT")
            Standing standing) {

        static AnswerView of(CreatorAnswers.Answer answer) {
            return new AnswerView(
                    answer.questionId(),
                    answer.value(),
                    answer.source(),
                    answer.answeredAt(),
                    answer.questionnaireId(),
                    answer.questionnaireVersion(),
                    answer.shownToBrands(),
                    answer.standing());
        }
    }

    /** Completeness as the API shows it. */
    @Schema(
            name = "QuestionnaireCompleteness",
            description = "Questions answered of those asked; a question whose condition is not met is not asked.")
    record CompletenessView(
            @Schema(description = "Id of the questionnaire.", examples = "consumer-creator")
            String questionnaireId,

            @Schema(description = "Its current version.", examples = "1")
            int version,

            @Schema(description = "Questions answered.", examples = "12")
            int answered,

            @Schema(description = "Questions asked.", examples = "70")
            int asked,

            @Schema(
                    description = "answered / asked, 0 to 1; null when nothing is asked.",
                    nullable = true,
                    examples = "0.17")
            Double share,

            @Schema(description = "The same for each section.")
            List<SectionCompletenessView> sections) {

        static CompletenessView of(Completeness completeness) {
            return new CompletenessView(
                    completeness.questionnaireId(),
                    completeness.version(),
                    completeness.total().answered(),
                    completeness.total().asked(),
                    completeness.total().share(),
                    completeness.sections().stream()
                            .map(section -> new SectionCompletenessView(
                                    section.sectionId(),
                                    section.count().answered(),
                                    section.count().asked(),
                                    section.count().share()))
                            .toList());
        }
    }

    /** A section's completeness as the API shows it. */
    @Schema(name = "SectionCompleteness", description = "Questions of one section answered of those asked.")
    record SectionCompletenessView(
            @Schema(description = "Id of the section.", examples = "household")
            String sectionId,

            @Schema(description = "Questions answered.", examples = "3")
            int answered,

            @Schema(description = "Questions asked.", examples = "8")
            int asked,

            @Schema(
                    description = "answered / asked, 0 to 1; null when nothing is asked.",
                    nullable = true,
                    examples = "0.375")
            Double share) {}
}

package org.affinity.profile.questionnaire.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.profile.questionnaire.domain.Choice;
import org.affinity.profile.questionnaire.domain.Condition;
import org.affinity.profile.questionnaire.domain.LocalizedText;
import org.affinity.profile.questionnaire.domain.Question;
import org.affinity.profile.questionnaire.domain.QuestionType;
import org.affinity.profile.questionnaire.domain.Questionnaire;
import org.affinity.profile.questionnaire.domain.Section;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A questionnaire as the API shows it. */
@Schema(name = "Questionnaire", description = "One version of a questionnaire; it never changes.")
record QuestionnaireView(
        @Schema(description = "Id of the questionnaire.", examples = "consumer-creator")
        String questionnaireId,

        @Schema(description = "Version; the ETag.", examples = "1")
        long version,

        @Schema(description = "What it is called.") TextView title,

        @Schema(description = "What to say before the first question.")
        TextView introduction,

        @Schema(description = "Sections in the order in which they are asked.")
        List<SectionView> sections)
        implements Versioned {

    static QuestionnaireView of(Questionnaire questionnaire) {
        return new QuestionnaireView(
                questionnaire.id(),
                questionnaire.version(),
                TextView.of(questionnaire.title()),
                TextView.of(questionnaire.introduction()),
                questionnaire.sections().stream().map(SectionView::of).toList());
    }

    /** A text as the API shows it. */
    @Schema(name = "LocalizedText", description = "A text in each language of the platform.")
    record TextView(
            @Schema(description = "In English.", examples = "Which animals live with you?")
            String en,

            @Schema(description = "In French.", examples = "Quels animaux vivent avec vous ?")
            String fr) {

        static TextView of(LocalizedText text) {
            return text == null ? null : new TextView(text.en(), text.fr());
        }
    }

    /** A section as the API shows it. */
    @Schema(name = "QuestionnaireSection", description = "Questions that belong together.")
    record SectionView(
            @Schema(description = "Id of the section.", examples = "household")
            String sectionId,

            @Schema(description = "What it is called.") TextView title,

            @Schema(description = "Questions in the order in which they are asked.")
            List<QuestionView> questions) {

        static SectionView of(Section section) {
            return new SectionView(
                    section.id(),
                    TextView.of(section.title()),
                    section.questions().stream().map(QuestionView::of).toList());
        }
    }

    /** A question as the API shows it. */
    @Schema(name = "Question", description = "A question; what does not concern its type is null.")
    record QuestionView(
            @Schema(description = "Id of the question, the same in all versions.", examples = "household-size")
            String questionId,

            @Schema(description = "What an answer looks like. More values may come.", examples = "NUMBER")
            QuestionType type,

            @Schema(description = "The question.") TextView label,

            @Schema(description = "What helps to answer it.", nullable = true)
            TextView help,

            @Schema(description = "Whether brands see the answer.", examples = "true")
            boolean shownToBrands,

            @Schema(description = "Whether matching uses the answer.", examples = "true")
            boolean usedForMatching,

            @Schema(description = "What can be chosen; empty when nothing is.")
            List<ChoiceView> choices,

            @Schema(description = "Most choices or texts of one answer.", nullable = true, examples = "12")
            Integer maximumChoices,

            @Schema(description = "What a number counts.", nullable = true, examples = "persons")
            String unit,

            @Schema(description = "Smallest number or year.", nullable = true, examples = "1")
            BigDecimal minimum,

            @Schema(
                    description = "Greatest number or year; a year without one goes up to the present year.",
                    nullable = true,
                    examples = "20")
            BigDecimal maximum,

            @Schema(description = "Most decimals of a number; none when null.", nullable = true, examples = "1")
            Integer decimals,

            @Schema(description = "Most characters of a text.", nullable = true, examples = "600")
            Integer maximumLength,

            @Schema(description = "When it is asked; always when null.", nullable = true)
            ConditionView askedIf) {

        static QuestionView of(Question question) {
            return new QuestionView(
                    question.id(),
                    question.type(),
                    TextView.of(question.label()),
                    TextView.of(question.help()),
                    question.shownToBrands(),
                    question.usedForMatching(),
                    question.choices().stream().map(ChoiceView::of).toList(),
                    question.maximumChoices(),
                    question.unit(),
                    question.minimum(),
                    question.maximum(),
                    question.decimals(),
                    question.maximumLength(),
                    ConditionView.of(question.askedIf()));
        }
    }

    /** A choice as the API shows it. */
    @Schema(name = "QuestionChoice", description = "One of the answers that a question offers.")
    record ChoiceView(
            @Schema(description = "Id of the choice, the value of the answer.", examples = "dog")
            String choiceId,

            @Schema(description = "What it is called.") TextView label,

            @Schema(description = "Whether it stands alone among several.", examples = "false")
            boolean exclusive) {

        static ChoiceView of(Choice choice) {
            return new ChoiceView(choice.id(), TextView.of(choice.label()), choice.exclusive());
        }
    }

    /** A condition as the API shows it. */
    @Schema(name = "QuestionCondition", description = "Asked when the answer to another question is one of these.")
    record ConditionView(
            @Schema(description = "Id of the other question.", examples = "pets")
            String questionId,

            @Schema(description = "Values of which the answer must be one, or contain one.", examples = "[\"dog\"]")
            List<Object> anyOf) {

        static ConditionView of(Condition condition) {
            return condition == null
                    ? null
                    : new ConditionView(
                            condition.questionId(),
                            condition.anyOf().stream().map(ConditionView::plain).toList());
        }

        private static Object plain(JsonNode value) {
            return value.isBoolean() ? (Object) value.booleanValue() : value.asText();
        }
    }
}

package org.affinity.profile.questionnaire.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One question. What does not concern its type is null.
 *
 * @param id stable over all versions of its questionnaire, unique over all questionnaires
 * @param shownToBrands whether brands, agencies and partners see the answer; the creator and operators always do
 * @param usedForMatching whether the answer leaves with the creator's event, for matching
 * @param choices what can be chosen
 * @param choiceSet name of the questionnaire's list of choices to use instead of {@code choices}
 * @param maximumChoices most choices or list items of one answer
 * @param unit what a number counts
 * @param minimum smallest number or year
 * @param maximum greatest number or year; without it a year goes up to the present one
 * @param decimals most decimals of a number; whole numbers when null
 * @param maximumLength most characters of a text or of each text of a list
 * @param askedIf when the question is asked; always when null
 */
public record Question(
        String id,
        QuestionType type,
        LocalizedText label,
        LocalizedText help,
        boolean shownToBrands,
        boolean usedForMatching,
        List<Choice> choices,
        String choiceSet,
        Integer maximumChoices,
        String unit,
        BigDecimal minimum,
        BigDecimal maximum,
        Integer decimals,
        Integer maximumLength,
        Condition askedIf) {

    public Question {
        choices = choices == null ? List.of() : List.copyOf(choices);
    }

    /** The choice of this id. */
    public Optional<Choice> choice(String choiceId) {
        return choices.stream().filter(choice -> choice.id().equals(choiceId)).findFirst();
    }

    Question withChoices(List<Choice> offered) {
        return new Question(
                id,
                type,
                label,
                help,
                shownToBrands,
                usedForMatching,
                offered,
                choiceSet,
                maximumChoices,
                unit,
                minimum,
                maximum,
                decimals,
                maximumLength,
                askedIf);
    }
}

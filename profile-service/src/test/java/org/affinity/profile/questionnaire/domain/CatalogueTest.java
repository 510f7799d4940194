package org.affinity.profile.questionnaire.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.affinity.profile.questionnaire.domain.QuestionBuilder.json;
import static org.affinity.profile.questionnaire.domain.QuestionBuilder.question;
import static org.affinity.profile.questionnaire.domain.QuestionBuilder.questionnaire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CatalogueTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-01-15");
    private static final SpecialCategories WORDS =
            new SpecialCategories(Map.of("health", List.of("sante", "illness*")), List.of());

    private final Questionnaire first = questionnaire(
            1,
            question("pets", QuestionType.MULTIPLE_CHOICE)
                    .choices("dog", "cat", "fish")
                    .build(),
            question("household-size", QuestionType.NUMBER).range("1", "20").build(),
            question("landline", QuestionType.YES_NO).build());
    private final Questionnaire second = questionnaire(
            2,
            question("pets", QuestionType.MULTIPLE_CHOICE).choices("dog", "cat").build(),
            question("household-size", QuestionType.NUMBER).range("1", "30").build(),
            question("dog-size", QuestionType.SINGLE_CHOICE)
                    .choices("small", "big")
                    .askedIf("pets", "\"dog\"")
                    .build());
    private final Catalogue catalogue = new Catalogue(List.of(second, first), WORDS);

    @Test
    void shouldAskTheHighestVersionAndKeepTheOthers() {
        assertThat(catalogue.current()).containsExactly(second);
        assertThat(catalogue.find("daily-life", null)).contains(second);
        assertThat(catalogue.find("daily-life", 1)).contains(first);
        assertThat(catalogue.find("daily-life", 3)).isEmpty();
        assertThat(catalogue.find("other", null)).isEmpty();
    }

    @Test
    void shouldTellWhichAnswersHoldInTheNewVersion() {
        assertThat(catalogue.standing("household-size", json("4"), TODAY)).isEqualTo(Standing.CURRENT);
        assertThat(catalogue.standing("pets", json("[\"cat\"]"), TODAY)).isEqualTo(Standing.CURRENT);
        assertThat(catalogue.standing("pets", json("[\"fish\"]"), TODAY)).isEqualTo(Standing.VALUE_NOT_VALID);
        assertThat(catalogue.standing("landline", json("true"), TODAY)).isEqualTo(Standing.QUESTION_REMOVED);
    }

    @Test
    void shouldCountOnlyWhatIsAsked() {
        // Given
        var withoutDog = Map.of("pets", json("[\"cat\"]"), "household-size", json("3"));
        var withDog = Map.of("pets", json("[\"cat\",\"dog\"]"));

        // When
        Completeness none = Completeness.of(second, Map.of());
        Completeness complete = Completeness.of(second, withoutDog);
        Completeness partial = Completeness.of(second, withDog);

        // Then
        assertThat(none.total()).isEqualTo(new Completeness.Count(0, 2));
        assertThat(complete.total().share()).isEqualTo(1.0);
        assertThat(partial.total()).isEqualTo(new Completeness.Count(1, 3));
        assertThat(partial.sections())
                .singleElement()
                .satisfies(section -> assertThat(section.count()).isEqualTo(new Completeness.Count(1, 3)));
        assertThat(new Completeness.Count(0, 0).share()).isNull();
    }

    @Test
    void shouldNameEverythingThatIsWrong() {
        // Given
        Questionnaire broken = questionnaire(
                0,
                question("Pets", QuestionType.MULTIPLE_CHOICE).build(),
                question("size", QuestionType.NUMBER).range("9", "1").build(),
                question("size", QuestionType.TEXT).build(),
                question("mood", QuestionType.YES_NO).label("", "Humeur").build(),
                question("dog-size", QuestionType.YES_NO)
                        .askedIf("unknown", "true")
                        .build(),
                question("state", QuestionType.YES_NO)
                        .label("Any illnesses?", "Votre santé ?")
                        .build());

        // When
        var thrown = assertThatThrownBy(() -> new Catalogue(List.of(broken), WORDS));

        // Then
        thrown.isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version must be at least 1")
                .hasMessageContaining("Pets needs an id in kebab case")
                .hasMessageContaining("Pets has choices if and only if it asks for some")
                .hasMessageContaining("size has a minimum that is not below its maximum")
                .hasMessageContaining("size has a maximumLength if and only if it is a text")
                .hasMessageContaining("size is there twice")
                .hasMessageContaining("mood needs its label in English and French")
                .hasMessageContaining("dog-size is asked if")
                .hasMessageContaining("\"Any illnesses?\" names health")
                .hasMessageContaining("\"Votre santé ?\" names health");
    }

    @Test
    void shouldRefuseOneVersionTwiceAndOneQuestionInTwoQuestionnaires() {
        // Given
        Questionnaire other =
                new Questionnaire("other", 1, first.title(), first.introduction(), Map.of(), first.sections());

        // When
        var thrown = assertThatThrownBy(() -> new Catalogue(List.of(first, first, other), WORDS));

        // Then
        thrown.hasMessageContaining("daily-life has version 1 twice")
                .hasMessageContaining("question pets is asked by two questionnaires");
    }
}

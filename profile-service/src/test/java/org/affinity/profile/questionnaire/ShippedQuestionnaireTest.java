package org.affinity.profile.questionnaire;

import java.util.List;
import org.affinity.profile.questionnaire.domain.Question;
import org.affinity.profile.questionnaire.domain.Section;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ShippedQuestionnaireTest {

    @Test
    void shouldAskAnOrdinaryConsumerInAllSections() {
        // Given
        var questionnaire = ShippedQuestionnaire.get();

        // When
        var catalogue = QuestionnaireFiles.catalogue(List.of("consumer-creator.v1"));

        // Then
        assertThat(catalogue.current()).containsExactly(questionnaire);
        assertThat(questionnaire.questions()).hasSizeGreaterThan(40);
        assertThat(questionnaire.sections())
                .extracting(Section::id)
                .containsExactly(
                        "who-i-am", "what-i-like", "consumption-habits", "household", "places", "sizes", "constraints");
        assertThat(questionnaire.questions())
                .anyMatch(question -> question.shownToBrands() && !question.usedForMatching())
                .anyMatch(question -> !question.shownToBrands() && question.usedForMatching())
                .anyMatch(question -> !question.shownToBrands() && !question.usedForMatching());
    }

    @Test
    void shouldShareListsOfChoices() {
        assertThat(ShippedQuestionnaire.get().questions())
                .filteredOn(question -> question.id().startsWith("buys-"))
                .hasSizeGreaterThan(10)
                .extracting(Question::choices)
                .allSatisfy(choices -> assertThat(choices).hasSize(6));
    }

    @Test
    void shouldNotStartWithAFileThatIsNotThere() {
        assertThatThrownBy(() -> QuestionnaireFiles.catalogue(List.of("missing.v1")))
                .hasMessageContaining("questionnaires/missing.v1.json is not on the class path");
    }
}

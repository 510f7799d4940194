package org.affinity.matching.candidate.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CreatorStateTest {

    @ParameterizedTest
    @CsvSource({"NATIVE,B1,NATIVE", "B1,NATIVE,NATIVE", "C2,C1,C2", "A2,B1,B1"})
    void shouldKeepTheBetterLevelOfTwoVariantsOfALanguage(String canadian, String french, String kept)
            throws JsonProcessingException {
        // Given
        String event = """
                {"creatorId": "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11", "version": 1, "state": "ACTIVE",
                 "languages": ["fr-CA", "fr-FR"], "topics": [], "trackRecord": {"completedCollaborations": 0},
                 "languageLevels": {"fr-CA": "%s", "fr-FR": "%s"}}
                """.formatted(canadian, french);

        // When
        CreatorState state = new ObjectMapper().readValue(event, CreatorState.class);

        // Then
        assertThat(state.toDomain().about().languageLevels())
                .containsOnlyKeys("fr")
                .containsValue(kept);
    }
}

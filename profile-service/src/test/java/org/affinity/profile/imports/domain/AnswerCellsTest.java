package org.affinity.profile.imports.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.domain.Platforms;
import org.affinity.profile.imports.domain.ColumnMapping.PlatformOrigin;
import org.affinity.profile.imports.domain.RowReading.Note;
import org.affinity.profile.imports.domain.RowReading.Read;
import org.affinity.profile.questionnaire.ShippedQuestionnaire;
import org.affinity.profile.questionnaire.domain.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerCellsTest {

    private static Read read(String questionId, String... cells) {
        List<String> columns = Stream.iterate(1, i -> i + 1)
                .limit(cells.length)
                .map(i -> "C" + i)
                .toList();
        Question question = ShippedQuestionnaire.get()
                .questions()
                .filter(one -> one.id().equals(questionId))
                .findFirst()
                .orElseThrow();
        var mapping = new ColumnMapping(
                Platform.INSTAGRAM,
                PlatformOrigin.GIVEN,
                MetricSource.ESTIMATED,
                Map.of(ImportField.HANDLE, List.of("Handle")),
                Map.of(questionId, columns));
        var header =
                Header.of(Stream.concat(Stream.of("Handle"), columns.stream()).toList());
        var reader =
                new RowReader(header, mapping, Platforms.shipped(), List.of(question), LocalDate.of(2026, 6, 1), null);
        var row = Stream.concat(Stream.of("lea"), Stream.of(cells)).toList();
        return (Read) reader.read(new RawRecord(1, 2, row, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "work-situation # studying # \"studying\"",
                "work-situation # En emploi salarié # \"employed\"",
                "work-situation # self employed # \"self-employed\"",
                "smartphone # none # \"none\"",
                "content-formats # Photos; stories ; Photos # [\"photo\",\"story\"]",
                "brands-loved # Maison Potage | Zest # [\"Maison Potage\",\"Zest\"]",
                "household-size # 3.0 # 3",
                "size-shoes # 38,5 # 38.5",
                "grocery-budget # 1 200 # 1200",
                "sharing-since # 2015 # 2015",
                "away-until # 2026-07-01T00:00 # \"2026-07-01\"",
                "has-children # Oui # true",
                "driving-licence # 0 # false",
                "home-place # Lyon, Rhône, France # {\"country\":\"FR\",\"region\":\"Rhône\",\"city\":\"Lyon\"}",
                "home-place # BE # {\"country\":\"BE\"}",
                "about-me # Soups, all year # \"Soups, all year\""
            })
    void shouldReadAnswersAsListsWriteThem(String questionId, String cell, String answer) {
        // When
        Read read = read(questionId, cell);
        // Then
        assertThat(read.notes()).isEmpty();
        assertThat(read.account().answers()).hasSize(1).containsKey(questionId);
        assertThat(read.account().answers().get(questionId)).hasToString(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "work-situation # sleeping",
                "content-formats # Photos; haikus",
                "household-size # 2.5",
                "household-size # 400",
                "sharing-since # 2031",
                "away-until # 01/07/2026",
                "has-children # perhaps",
                "home-place # Atlantis",
                "outdoor-space # garden; none"
            })
    void shouldLeaveAnAnswerThatBreaksARuleAsideWithANote(String questionId, String cell) {
        // When
        Read read = read(questionId, cell);
        // Then
        assertThat(read.account().answers()).isEmpty();
        assertThat(read.notes()).containsExactly(new Note("INVALID_ANSWER", "C1", cell));
    }

    @ParameterizedTest
    @CsvSource({"work-situation,-", "household-size,N/A", "about-me,''", "home-place,unknown"})
    void shouldTakeACellThatSaysNothingForNoAnswer(String questionId, String cell) {
        // When
        Read read = read(questionId, cell);
        // Then
        assertThat(read.account().answers()).isEmpty();
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void shouldJoinTheColumnsOfAList() {
        // When
        Map<String, JsonNode> answers =
                read("content-formats", "Stories", "", "Photos").account().answers();
        // Then
        assertThat(answers.get("content-formats")).hasToString("[\"photo\",\"story\"]");
    }
}

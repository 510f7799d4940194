package org.affinity.profile.questionnaire.domain;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.affinity.profile.questionnaire.domain.CheckedAnswer.Accepted;
import org.affinity.profile.questionnaire.domain.CheckedAnswer.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.affinity.profile.questionnaire.domain.QuestionBuilder.json;
import static org.affinity.profile.questionnaire.domain.QuestionBuilder.question;
import static org.assertj.core.api.Assertions.assertThat;

class AnswerRulesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-01-15");
    private static final Question SINGLE =
            question("pet", QuestionType.SINGLE_CHOICE).choices("dog", "cat").build();
    private static final Question MULTIPLE = question("pets", QuestionType.MULTIPLE_CHOICE)
            .choices("dog", "cat", "bird", "none*")
            .atMost(2)
            .build();
    private static final Question NUMBER =
            question("size", QuestionType.NUMBER).range("1", "20").build();
    private static final Question DECIMAL =
            question("shoe", QuestionType.NUMBER).range("16", "52").decimals(1).build();
    private static final Question TEXT =
            question("about", QuestionType.TEXT).length(5).build();
    private static final Question TEXTS =
            question("brands", QuestionType.TEXT_LIST).length(5).atMost(2).build();
    private static final Question DATE =
            question("away", QuestionType.DATE).range("2020", "2030").build();
    private static final Question YEAR =
            question("since", QuestionType.YEAR).range("1995", null).build();
    private static final Question PLACE = question("home", QuestionType.PLACE).build();
    private static final Question YES_NO = question("car", QuestionType.YES_NO).build();

    static Stream<Arguments> accepted() {
        return Stream.of(
                Arguments.of(SINGLE, "\"dog\"", "\"dog\""),
                Arguments.of(MULTIPLE, "[\"cat\",\"dog\"]", "[\"dog\",\"cat\"]"),
                Arguments.of(MULTIPLE, "[\"none\"]", "[\"none\"]"),
                Arguments.of(NUMBER, "1", "1"),
                Arguments.of(NUMBER, "20.0", "20"),
                Arguments.of(NUMBER, "1e1", "10"),
                Arguments.of(DECIMAL, "42.50", "42.5"),
                Arguments.of(TEXT, "\"  abcde \"", "\"abcde\""),
                Arguments.of(TEXT, "\"😀😀😀😀😀\"", "\"😀😀😀😀😀\""),
                Arguments.of(TEXTS, "[\"a\", \" b\"]", "[\"a\",\"b\"]"),
                Arguments.of(DATE, "\"2026-02-28\"", "\"2026-02-28\""),
                Arguments.of(YEAR, "2026", "2026"),
                Arguments.of(PLACE, "{\"country\":\"FR\"}", "{\"country\":\"FR\"}"),
                Arguments.of(
                        PLACE,
                        "{\"city\":\" Rennes\",\"country\":\"FR\",\"region\":null}",
                        "{\"country\":\"FR\",\"city\":\"Rennes\"}"),
                Arguments.of(YES_NO, "false", "false"));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void shouldAcceptInOneForm(Question question, String value, String canonical) {
        // Given

        // When
        CheckedAnswer checked = AnswerRules.check(question, json(value), TODAY);

        // Then
        assertThat(checked).isInstanceOf(Accepted.class);
        assertThat(((Accepted) checked).value()).hasToString(canonical);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(SINGLE, "null", "", "required"),
                Arguments.of(SINGLE, "\"fish\"", "", "choice"),
                Arguments.of(SINGLE, "1", "", "choice"),
                Arguments.of(SINGLE, "[\"dog\"]", "", "choice"),
                Arguments.of(MULTIPLE, "[]", "", "choices"),
                Arguments.of(MULTIPLE, "\"dog\"", "", "choices"),
                Arguments.of(MULTIPLE, "[\"dog\",\"fish\"]", "/1", "choice"),
                Arguments.of(MULTIPLE, "[\"dog\",\"dog\"]", "/1", "unique"),
                Arguments.of(MULTIPLE, "[\"dog\",\"cat\",\"bird\"]", "", "maximumChoices"),
                Arguments.of(MULTIPLE, "[\"dog\",\"none\"]", "", "exclusive"),
                Arguments.of(NUMBER, "0", "", "range"),
                Arguments.of(NUMBER, "21", "", "range"),
                Arguments.of(NUMBER, "1e30", "", "range"),
                Arguments.of(NUMBER, "1e400", "", "number"),
                Arguments.of(NUMBER, "1.5", "", "decimals"),
                Arguments.of(NUMBER, "\"3\"", "", "number"),
                Arguments.of(NUMBER, "true", "", "number"),
                Arguments.of(DECIMAL, "42.55", "", "decimals"),
                Arguments.of(TEXT, "\"abcdef\"", "", "length"),
                Arguments.of(TEXT, "\"  \"", "", "length"),
                Arguments.of(TEXT, "5", "", "text"),
                Arguments.of(TEXT, "\"a\\u0000b\"", "", "text"),
                Arguments.of(TEXT, "\"\\ud800\"", "", "text"),
                Arguments.of(TEXTS, "\"a\"", "", "items"),
                Arguments.of(TEXTS, "[\"a\",\"b\",\"c\"]", "", "items"),
                Arguments.of(TEXTS, "[\"a\",\"a \"]", "/1", "unique"),
                Arguments.of(TEXTS, "[\"a\",\"abcdef\"]", "/1", "length"),
                Arguments.of(DATE, "\"2026-02-30\"", "", "date"),
                Arguments.of(DATE, "\"2031-01-01\"", "", "range"),
                Arguments.of(DATE, "20260101", "", "date"),
                Arguments.of(YEAR, "2027", "", "year"),
                Arguments.of(YEAR, "1994", "", "year"),
                Arguments.of(YEAR, "2000.5", "", "year"),
                Arguments.of(YEAR, "99999999999", "", "year"),
                Arguments.of(PLACE, "\"Rennes\"", "", "place"),
                Arguments.of(PLACE, "{\"city\":\"Rennes\"}", "/country", "country"),
                Arguments.of(PLACE, "{\"country\":\"ZZ\"}", "/country", "country"),
                Arguments.of(PLACE, "{\"country\":\"FR\",\"street\":\"x\"}", "", "place"),
                Arguments.of(PLACE, "{\"country\":\"FR\",\"city\":\"\"}", "/city", "length"),
                Arguments.of(YES_NO, "\"yes\"", "", "boolean"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void shouldRefuseWithPlaceAndRule(Question question, String value, String pointer, String rule) {
        // Given

        // When
        CheckedAnswer checked = AnswerRules.check(question, json(value), TODAY);

        // Then
        assertThat(((Refused) checked).rules()).singleElement().satisfies(broken -> {
            assertThat(broken.pointer()).isEqualTo(pointer);
            assertThat(broken.rule()).isEqualTo(rule);
            assertThat(broken.fix()).startsWith("must ");
        });
    }
}

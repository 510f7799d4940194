package org.affinity.profile.imports.domain;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NumberCellsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "477.9M|477900000",
                "3,3k|3300",
                "0.89k|890",
                "29.0b|29000000000",
                "2,1 Md|2100000000",
                "477900000.00|477900000",
                "12 345|12345",
                "12\u202f345|12345",
                "12'345|12345",
                "12,345|12345",
                "12.345|12345",
                "1,234,567|1234567",
                "1.234.567|1234567",
                "1,234.56|1234.56",
                "1.234,56|1234.56",
                "0,375|0.375",
                "10,5|10.5",
                "+7|7",
                "-5|-5",
                "1.5E6|1500000",
                ".5|0.5"
            })
    void shouldReadCountAsWritten(String cell, BigDecimal expected) {
        // When
        ParsedNumber number = NumberCells.count(cell);
        // Then
        assertThat(number)
                .isInstanceOfSatisfying(
                        ParsedNumber.Known.class,
                        known -> assertThat(known.value()).isEqualByComparingTo(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.39%|0.0139", "0,4166666667|0.4166666667", "1,366|1.366", "1.366|1.366", "137 %|1.37"})
    void shouldTakeSingleSeparatorOfRateForDecimalSign(String cell, BigDecimal expected) {
        // When
        ParsedNumber number = NumberCells.decimal(cell);
        // Then
        assertThat(number)
                .isInstanceOfSatisfying(
                        ParsedNumber.Known.class,
                        known -> assertThat(known.value()).isEqualByComparingTo(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "N/A", "n/a", "#VALOR!", "#DIV/0!", "#N/A", "null", "—", "NaN", "NaN%"})
    void shouldTakeWordsAndSpreadsheetErrorsForUnknown(String cell) {
        // When
        ParsedNumber number = NumberCells.count(cell);
        // Then
        assertThat(number).isInstanceOf(ParsedNumber.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "1.2.3,4,5", "12,34,56", "1,,2", "5X", "1 M M", "--5", "1,2345.6,7"})
    void shouldNotGuessAtOtherText(String cell) {
        // When
        ParsedNumber number = NumberCells.count(cell);
        // Then
        assertThat(number).isInstanceOf(ParsedNumber.Unreadable.class);
    }

    @Test
    void shouldStayFastOnHostileCell() {
        // Given
        String cell = "1,".repeat(5_000);
        // When
        ParsedNumber number = NumberCells.count(cell);
        // Then
        assertThat(number).isInstanceOf(ParsedNumber.Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.39|Engagement rate (%)|0.0139",
                "1,39|eng_rate_pct|0.0139",
                "1.39|Engagement Rate Percent|0.0139",
                "1.39 %|Engagement rate (%)|0.0139",
                "137|ER %|1.37",
                "0.0139|Engagement rate|0.0139"
            })
    void shouldTakeRateForPercentageWhenCellOrColumnSaysSo(String cell, String column, BigDecimal expected) {
        // When
        ParsedNumber number = NumberCells.rate(cell, column);
        // Then
        assertThat(number)
                .isInstanceOfSatisfying(
                        ParsedNumber.Known.class,
                        known -> assertThat(known.value()).isEqualByComparingTo(expected));
    }
}

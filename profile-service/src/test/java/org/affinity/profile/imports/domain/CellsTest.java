package org.affinity.profile.imports.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.affinity.profile.creator.domain.Fee;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.domain.Platforms;
import org.affinity.profile.imports.domain.ColumnMapping.PlatformOrigin;
import org.affinity.profile.imports.domain.RowReading.Note;
import org.affinity.profile.imports.domain.RowReading.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Cells of fees, times of birth, and cells that were decoded wrongly. */
class CellsTest {

    private static final Instant OBSERVED_AT = Instant.parse("2022-09-01T00:00:00Z");

    private static Read read(String feeColumn, String fee, String currency, String name, String born) {
        var header = Header.of(List.of("handle", feeColumn, "currency", "name", "born"));
        var mapping = new ColumnMapping(
                Platform.INSTAGRAM,
                PlatformOrigin.GIVEN,
                MetricSource.ESTIMATED,
                Map.of(
                        ImportField.HANDLE, List.of("handle"),
                        ImportField.FEE, List.of(feeColumn),
                        ImportField.CURRENCY, List.of("currency"),
                        ImportField.DISPLAY_NAME, List.of("name"),
                        ImportField.BIRTH_YEAR, List.of("born")));
        var record = new RawRecord(1, 2, List.of("a", fee, currency, name, born), null);
        return (Read)
                new RowReader(header, mapping, Platforms.shipped(), List.of(), LocalDate.of(2026, 1, 1), OBSERVED_AT)
                        .read(record);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fee|120|EUR|120|EUR",
                "fee|1 200,50 €||1200.50|EUR",
                "fee|£95||95|GBP",
                "fee|US$ 1,500||1500|USD",
                "fee|250 chf||250|CHF",
                "Fee (EUR)|80||80|EUR",
                "Tarif €|1.2k||1200|EUR",
                "fee|5000|jpy|5000|JPY"
            })
    void shouldReadFee(String column, String cell, String currency, BigDecimal amount, String expected) {
        // When
        Read read = read(column, cell, currency == null ? "" : currency, "", "");
        // Then
        assertThat(read.account().fee()).isEqualTo(new Fee(amount, expected));
        assertThat(read.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120||FEE_WITHOUT_CURRENCY",
                "$120||FEE_WITHOUT_CURRENCY",
                "on request|EUR|INVALID_FEE",
                "-5|EUR|INVALID_FEE",
                "1.5|JPY|INVALID_FEE"
            })
    void shouldNoteFeeThatItLeavesAside(String cell, String currency, String reason) {
        // When
        Read read = read("fee", cell, currency == null ? "" : currency, "", "");
        // Then
        assertThat(read.account().fee()).isNull();
        assertThat(read.notes()).containsExactly(new Note(reason, "fee", cell));
    }

    @ParameterizedTest
    @CsvSource({"1990,1990", "1990.0,1990", "1990-05-07,1990", "07/05/1990,1990"})
    void shouldReadYearOfBirthFromDates(String cell, int year) {
        // Then
        assertThat(read("fee", "", "", "", cell).account().birthYear()).isEqualTo(year);
    }

    @Test
    void shouldRepairCellThatWasDecodedWronglyAndSaySo() {
        // When
        Read read = read("fee", "", "", "LÃ©a ðŸ¤\u008d", "");
        // Then
        assertThat(read.account().displayName()).isEqualTo("Léa 🤍");
        assertThat(read.notes()).containsExactly(new Note("ENCODING_REPAIRED", "name", "LÃ©a ðŸ¤\u008d"));
    }

    @Test
    void shouldHandTimeOfObservationOver() {
        // Then
        assertThat(read("fee", "", "", "", "").account().observedAt()).isEqualTo(OBSERVED_AT);
    }
}

package org.affinity.matching.candidate.domain;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"180, 180.00", "0.5, 0.50", "1E+3, 1000.00", "0.005, 0.005", "99.9999, 99.9999"})
    void shouldKeepEveryDecimalAndShowTwoAtLeast(String given, String kept) {
        // When
        Money money = new Money(new BigDecimal(given), "EUR");

        // Then
        assertThat(money.amount()).isEqualTo(new BigDecimal(kept));
    }

    @ParameterizedTest
    @CsvSource({"50000, JPY, 50000", "50000.00, JPY, 50000", "1.5, KWD, 1.500", "9.5000, EUR, 9.50", "7, XXX, 7"})
    void shouldShowTheDecimalsOfTheCurrency(String given, String currency, String shown) {
        // When
        Money money = new Money(new BigDecimal(given), currency);

        // Then
        assertThat(money.amount().toPlainString()).isEqualTo(shown);
    }

    @Test
    void shouldCountWhatIsLessThanACent() {
        // Given
        Money third = new Money(new BigDecimal("0.334"), "EUR");

        // When
        Money sum = third.plus(third).plus(third);

        // Then
        assertThat(sum.exceeds(new Money(new BigDecimal("1.001"), "EUR"))).isTrue();
    }

    @Test
    void shouldRefuseLessThanNothing() {
        // Given
        BigDecimal debt = new BigDecimal("-0.001");

        // Then
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(debt, "EUR"));
    }
}

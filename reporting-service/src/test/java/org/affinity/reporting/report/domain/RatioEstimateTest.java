package org.affinity.reporting.report.domain;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class RatioEstimateTest {

    /** The margin of a standard error of 1: two-sided quantiles as printed in every table of the t distribution. */
    @ParameterizedTest
    @CsvSource({
        "0.95, 1, 12.7062",
        "0.95, 2, 4.3027",
        "0.95, 3, 3.1824",
        "0.95, 4, 2.7764",
        "0.95, 5, 2.5706",
        "0.95, 9, 2.2622",
        "0.95, 10, 2.2281",
        "0.95, 29, 2.0452",
        "0.95, 30, 2.0423",
        "0.95, 120, 1.9799",
        "0.99, 7, 3.4995",
        "0.90, 12, 1.7823",
    })
    void shouldGiveTheTabulatedQuantile(double level, int degreesOfFreedom, double quantile) {
        // Given
        var estimate = new RatioEstimate(0.5, 1, degreesOfFreedom + 1);

        // When
        var margin = estimate.margin(level);

        // Then
        assertThat(margin).isCloseTo(quantile, within(0.00006));
    }

    @Test
    void shouldGiveTheStandardErrorWorkedOutByHand() {
        // Given: R = 12/100, residuals 4 - 3.6, 3 - 2.4, 5 - 6 with squares 0.16, 0.36, 1, mean base 100/3
        var sample =
                List.of(new RatioEstimate.Pair(4, 30), new RatioEstimate.Pair(3, 20), new RatioEstimate.Pair(5, 50));

        // When
        var estimate = RatioEstimate.of(sample);

        // Then
        assertThat(estimate.ratio()).isCloseTo(0.12, within(1e-12));
        assertThat(estimate.standardError()).isCloseTo(Math.sqrt(1.52 / 2 / 3) * 3 / 100, within(1e-12));
        assertThat(estimate.margin(0.95)).isCloseTo(4.302653 * estimate.standardError(), within(1e-7));
    }

    @Test
    void shouldHaveNoErrorWhenAllUnitsHaveTheSameRate() {
        // Given
        var sample = List.of(new RatioEstimate.Pair(1, 10), new RatioEstimate.Pair(3, 30));

        // When
        var estimate = RatioEstimate.of(sample);

        // Then
        assertThat(estimate.standardError()).isCloseTo(0, within(1e-12));
    }

    @Test
    void shouldHaveAnIntervalFromThreeUnitsOn() {
        // Given
        var pair = new RatioEstimate.Pair(1, 10);

        // When
        var two = RatioEstimate.of(List.of(pair, pair));
        var three = RatioEstimate.of(List.of(pair, pair, pair));

        // Then
        assertThat(two.hasInterval()).isFalse();
        assertThat(three.hasInterval()).isTrue();
    }

    @Test
    void shouldRefuseASampleWithoutBase() {
        // When
        var refused = assertThatThrownBy(() -> RatioEstimate.of(List.of(new RatioEstimate.Pair(1, 0))));

        // Then
        refused.isInstanceOf(IllegalArgumentException.class);
    }
}

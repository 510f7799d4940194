package org.affinity.profile.responsiveness.domain;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class BetaPosteriorTest {

    private static final long SEED = 20260122;

    @ParameterizedTest
    @CsvSource({"1, 1, 0.3, 0.3", "2, 3, 0.4, 0.5248", "1, 4, 0.2, 0.5904", "0.5, 0.5, 0.5, 0.5", "3, 1, 0.5, 0.125"})
    void shouldAgreeWithClosedForms(double a, double b, double x, double expected) {
        // When
        double found = BetaPosterior.of(a, b).cumulative(x);
        // Then
        assertThat(found).isCloseTo(expected, within(1e-9));
    }

    @Test
    void shouldAgreeWithArcsineLaw() {
        // Given
        var arcsine = BetaPosterior.of(0.5, 0.5);
        // When
        double low = arcsine.quantile(0.05);
        // Then
        assertThat(low).isCloseTo(Math.pow(Math.sin(Math.PI / 2 * 0.05), 2), within(1e-9));
    }

    @Test
    void shouldDrawSmallSamplesTowardsOneHalf() {
        // When
        var one = BetaPosterior.after(1, 1);
        var many = BetaPosterior.after(100, 100);
        // Then
        assertThat(one.mean()).isCloseTo(0.75, within(1e-12));
        assertThat(many.mean()).isGreaterThan(0.99);
        assertThat(one.quantile(0.05)).isLessThan(many.quantile(0.05));
    }

    @Test
    void shouldKeepTheLawsOfDistributionsForAnySample() {
        // Given
        var random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            int trials = random.nextInt(2000);
            int successes = random.nextInt(trials + 1);
            // When
            var posterior = BetaPosterior.after(successes, trials);
            var mirrored = BetaPosterior.after(trials - successes, trials);
            double low = posterior.quantile(0.05);
            double high = posterior.quantile(0.95);
            // Then
            String sample = "seed " + SEED + ": " + successes + " of " + trials;
            assertThat(low).as(sample).isBetween(0.0, posterior.mean());
            assertThat(high).as(sample).isBetween(posterior.mean(), 1.0);
            assertThat(posterior.cumulative(low)).as(sample).isCloseTo(0.05, within(1e-6));
            assertThat(posterior.cumulative(high)).as(sample).isCloseTo(0.95, within(1e-6));
            assertThat(mirrored.quantile(0.05)).as(sample).isCloseTo(1 - high, within(1e-9));
        }
    }

    @Test
    void shouldRefuseMoreSuccessesThanTrials() {
        // Then
        assertThatThrownBy(() -> BetaPosterior.after(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}

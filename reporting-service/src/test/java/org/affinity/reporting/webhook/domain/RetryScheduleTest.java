package org.affinity.reporting.webhook.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryScheduleTest {

    private static final RetrySchedule SCHEDULE =
            new RetrySchedule(List.of(Duration.ofSeconds(5), Duration.ofMinutes(5)), 0.2);

    @ParameterizedTest
    @CsvSource({"0.0, PT4S", "0.5, PT5S", "1.0, PT6S"})
    void shouldStretchAStepByTheJitter(double random, Duration wait) {
        // When
        var next = SCHEDULE.waitAfter(1, Optional.empty(), random);

        // Then
        assertThat(next).contains(wait);
    }

    @ParameterizedTest
    @CsvSource({"PT1S, PT5M", "PT7M, PT7M", "PT1H, PT10M"})
    void shouldHearRetryAfterWithinReason(Duration asked, Duration wait) {
        // When
        var next = SCHEDULE.waitAfter(2, Optional.of(asked), 0.9);

        // Then
        assertThat(next).contains(wait);
    }

    @Test
    void shouldGiveUpAfterTheLastStep() {
        // When
        var next = SCHEDULE.waitAfter(3, Optional.empty(), 0.5);

        // Then
        assertThat(next).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "120, PT2M",
        "' 0 ', PT0S",
        "'Wed, 01 Apr 2026 09:01:30 GMT', PT1M30S",
        "'Wed, 01 Apr 2026 08:00:00 GMT', PT0S",
    })
    void shouldReadRetryAfter(String header, Duration wait) {
        // When
        var asked = RetryAfter.parse(header, Instant.parse("2026-04-01T09:00:00Z"));

        // Then
        assertThat(asked).contains(wait);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"null", "soon", "-5", "1.5", "99999999999", "''"},
            nullValues = "null")
    void shouldPassOverARetryAfterThatItCannotRead(String header) {
        // When
        var asked = RetryAfter.parse(header, Instant.EPOCH);

        // Then
        assertThat(asked).isEmpty();
    }
}

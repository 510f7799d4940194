package org.affinity.profile.imports.domain;

import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ImportProgressTest {

    private static final Instant START = Instant.parse("2026-01-15T08:00:00Z");

    @Test
    void shouldEstimateEndFromSpeedOfPresentAttempt() {
        // When
        var progress = ImportProgress.of(600, 1_000L, START, 400, START.plusSeconds(10), null);
        // Then
        assertThat(progress).isEqualTo(new ImportProgress(1_000L, 0.6, 20.0, START.plusSeconds(30)));
    }

    @Test
    void shouldKnowNothingBeforeTheRecordsAreCounted() {
        // Then
        assertThat(ImportProgress.of(0, null, null, 0, null, null))
                .isEqualTo(new ImportProgress(null, null, null, null));
    }

    @Test
    void shouldEstimateNoEndOnceItHasEnded() {
        // When
        var progress = ImportProgress.of(100, 100L, START, 0, START.plusSeconds(2), START.plusSeconds(2));
        // Then
        assertThat(progress).isEqualTo(new ImportProgress(100L, 1.0, 50.0, null));
    }
}

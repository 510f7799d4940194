package org.affinity.matching.candidate;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IndexFreshnessTest {

    private static final long NOW = 1_750_000_000_000L;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final IndexFreshness freshness =
            new IndexFreshness(Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC), meters);

    @Test
    void shouldTakeTheTimeFromWhenEachEventWasSent() {
        // Given
        freshness.follow(List.of(NOW - 250, NOW - 50), freshness::committed);

        // When
        freshness.refresh(IndexFreshnessTest::succeed);

        // Then
        assertThat(timer().count()).isEqualTo(2);
        assertThat(timer().totalTime(TimeUnit.MILLISECONDS)).isEqualTo(300);
    }

    @Test
    void shouldCountEventsOnceThoughTheyAreCommittedOneByOne() {
        // Given
        freshness.follow(List.of(NOW - 250, NOW - 50), () -> {
            freshness.committed();
            freshness.committed();
        });

        // When
        freshness.refresh(IndexFreshnessTest::succeed);
        freshness.refresh(IndexFreshnessTest::succeed);

        // Then
        assertThat(timer().count()).isEqualTo(2);
    }

    @Test
    void shouldNotCountWhatWasRolledBackOrCameWithoutAnEvent() {
        // Given
        freshness.follow(List.of(NOW - 250), () -> {});
        freshness.committed();

        // When
        freshness.refresh(IndexFreshnessTest::succeed);

        // Then
        assertThat(timer().count()).isZero();
    }

    @Test
    void shouldWaitForTheRefreshThatSucceeds() {
        // Given
        freshness.follow(List.of(NOW - 250), freshness::committed);
        assertThatThrownBy(() -> freshness.refresh(IndexFreshnessTest::fail)).isInstanceOf(IllegalStateException.class);
        assertThat(timer().count()).isZero();

        // When
        freshness.refresh(IndexFreshnessTest::succeed);

        // Then
        assertThat(timer().count()).isEqualTo(1);
    }

    private Timer timer() {
        return meters.get("matching.index.freshness").timer();
    }

    private static void succeed() {
        // an index of nothing
    }

    private static void fail() {
        throw new IllegalStateException("no database");
    }
}

package org.affinity.profile.creator.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CurrentFiguresTest {

    private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");

    private static Snapshot entry(
            int day, MetricSource source, Long followers, String rate, Long views, boolean complete) {
        Instant at = DAY.plus(day, ChronoUnit.DAYS);
        var metrics = new AccountMetrics(followers, rate == null ? null : new BigDecimal(rate), views);
        return new Snapshot(
                new UUID(1, day), new UUID(2, 2), Observation.of(metrics), source, at, complete, at, null, null);
    }

    @Test
    void shouldTellOfEachFigureWhoToldItAndWhen() {
        // Given
        List<Snapshot> history = List.of(
                entry(3, MetricSource.NETWORK, 1_000L, null, null, false),
                entry(9, MetricSource.DECLARED, 800L, "0.9", null, true),
                entry(5, MetricSource.NETWORK, null, null, 40L, false));

        // When
        CurrentFigures current = CurrentFigures.of(history).orElseThrow();

        // Then
        assertThat(current.source()).isEqualTo(MetricSource.NETWORK);
        assertThat(current.observedAt()).isEqualTo(DAY.plus(5, ChronoUnit.DAYS));
        assertThat(current.originOf(Observation.AVERAGE_VIEWS))
                .isEqualTo(new FigureOrigin(MetricSource.NETWORK, DAY.plus(5, ChronoUnit.DAYS)));
        assertThat(current.originOf(Observation.FOLLOWERS))
                .isEqualTo(new FigureOrigin(MetricSource.NETWORK, DAY.plus(3, ChronoUnit.DAYS)));
        assertThat(current.originOf(Observation.ENGAGEMENT_RATE))
                .isEqualTo(new FigureOrigin(MetricSource.DECLARED, DAY.plus(9, ChronoUnit.DAYS)));
        assertThat(current.origins()).containsOnlyKeys(Observation.FOLLOWERS, Observation.ENGAGEMENT_RATE);
    }

    @Test
    void shouldForgetTheOriginOfWhatACompleteStatementEnds() {
        // Given
        List<Snapshot> history = List.of(
                entry(1, MetricSource.ESTIMATED, 1_000L, "0.2", 70L, false),
                entry(2, MetricSource.DECLARED, 900L, null, null, true));

        // When
        CurrentFigures current = CurrentFigures.of(history).orElseThrow();

        // Then
        assertThat(current.figures().metrics().engagementRate()).isNull();
        assertThat(current.origins()).isEqualTo(Collections.emptyMap());
    }
}

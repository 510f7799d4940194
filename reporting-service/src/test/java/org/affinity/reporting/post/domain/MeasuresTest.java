package org.affinity.reporting.post.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MeasuresTest {

    private static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-03-01T20:00:00Z");

    @Test
    void shouldTakeTheLatestObservationOfASourceWhateverTheOrderOfArrival() {
        // Given
        var late = reading(MetricSource.NETWORK, EVENING, Map.of(Metric.LIKES, BigDecimal.valueOf(12)));
        var early = reading(MetricSource.NETWORK, MORNING, Map.of(Metric.LIKES, BigDecimal.valueOf(10)));

        // When
        var measures = Measures.of(List.of(late, early));

        // Then
        assertThat(measures.best(Metric.LIKES)).map(Observation::value).contains(BigDecimal.valueOf(12));
    }

    @Test
    void shouldKeepAnEarlierFigureThatALaterReadingDoesNotHave() {
        // Given
        var early = reading(MetricSource.NETWORK, MORNING, Map.of(Metric.REACH, BigDecimal.TEN));
        var late = reading(MetricSource.NETWORK, EVENING, Map.of(Metric.LIKES, BigDecimal.ONE));

        // When
        var measures = Measures.of(List.of(early, late));

        // Then
        assertThat(measures.best(Metric.REACH)).map(Observation::observedAt).contains(MORNING);
    }

    @Test
    void shouldPreferTheNetworkToALaterDeclaration() {
        // Given
        var network = reading(MetricSource.NETWORK, MORNING, Map.of(Metric.REACH, BigDecimal.TEN));
        var declared = reading(MetricSource.DECLARED, EVENING, Map.of(Metric.REACH, BigDecimal.valueOf(99)));

        // When
        var measures = Measures.of(List.of(declared, network));

        // Then
        assertThat(measures.best(Metric.REACH)).map(Observation::value).contains(BigDecimal.TEN);
        assertThat(measures.from(MetricSource.DECLARED, Metric.REACH))
                .map(Observation::value)
                .contains(BigDecimal.valueOf(99));
    }

    @Test
    void shouldNotKnowWhatNobodyObserved() {
        // Given
        var reading = reading(MetricSource.NETWORK, MORNING, Map.of(Metric.LIKES, BigDecimal.ZERO));

        // When
        var measures = Measures.of(List.of(reading));

        // Then
        assertThat(measures.best(Metric.COMMENTS)).isEmpty();
        assertThat(measures.best(Metric.LIKES)).map(Observation::value).contains(BigDecimal.ZERO);
    }

    @Test
    void shouldRefuseAReadingWithoutFigures() {
        // When
        var refused = assertThatThrownBy(() -> reading(MetricSource.NETWORK, MORNING, Map.of()));

        // Then
        refused.isInstanceOf(IllegalArgumentException.class);
    }

    private static Reading reading(MetricSource source, Instant observedAt, Map<Metric, BigDecimal> values) {
        return new Reading(UUID.randomUUID(), source, observedAt, observedAt, values, null);
    }
}

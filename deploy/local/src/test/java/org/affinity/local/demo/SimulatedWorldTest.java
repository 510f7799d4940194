package org.affinity.local.demo;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SimulatedWorldTest {

    private final SimulatedWorld world = new SimulatedWorld(7);

    @Test
    void shouldRepeatItself() {
        // Given
        SimulatedWorld again = new SimulatedWorld(7);

        // Then
        assertThat(again.figures("lea", 8_000, 0.04)).isEqualTo(world.figures("lea", 8_000, 0.04));
        assertThat(again.reasonToRefuse("lea")).isEqualTo(world.reasonToRefuse("lea"));
    }

    @Test
    void shouldLetAboutFourInFiveAccept() {
        assertThat(IntStream.range(0, 1_000)
                        .filter(index -> world.accepts("creator" + index))
                        .count())
                .isBetween(750L, 850L);
    }

    @Test
    void shouldCountNoMoreInteractionsThanImpressions() {
        // When
        Map<String, Object> figures = world.figures("tiny", 40, 3.0);

        // Then
        long interactions = (Long) figures.get("likes")
                + (Long) figures.get("comments")
                + (Long) figures.get("shares")
                + (Long) figures.get("saves");
        assertThat((Long) figures.get("impressions")).isGreaterThanOrEqualTo(interactions);
        assertThat((Long) figures.get("reach")).isLessThanOrEqualTo((Long) figures.get("impressions"));
    }
}

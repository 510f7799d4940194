package org.affinity.matching.match.domain;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class NetReachTest {

    @Test
    void shouldSpanFromNestedToDisjointWhenNothingIsKnown() {
        // Given
        double[] reach = {100, 60, 40};

        // When
        NetReach net = NetReach.of(reach, List.of(), 150, 1_000);

        // Then
        assertThat(net).isEqualTo(new NetReach(100, 150, 200, 1_000));
    }

    @Test
    void shouldNeverReachMorePeopleThanThereAre() {
        // Given
        double[] reach = {100, 60, 40};

        // When
        NetReach net = NetReach.of(reach, List.of(), 150, 120);

        // Then
        assertThat(net).isEqualTo(new NetReach(100, 120, 120, 120));
    }

    @Test
    void shouldBeExactForTwoWhoseOverlapIsKnown() {
        // Given
        double[] reach = {100, 60};

        // When
        NetReach net = NetReach.of(reach, List.of(new NetReach.Pair(0, 1, 20)), 150, 1_000);

        // Then
        assertThat(net).isEqualTo(new NetReach(140, 140, 140, 1_000));
    }

    @Test
    void shouldTakeTheHeaviestForestFromTheSum() {
        // Given
        double[] reach = {100, 100, 100};
        List<NetReach.Pair> known =
                List.of(new NetReach.Pair(0, 1, 30), new NetReach.Pair(1, 2, 20), new NetReach.Pair(0, 2, 10));

        // When
        NetReach net = NetReach.of(reach, known, 240, 1_000);

        // Then
        assertThat(net.upper()).isCloseTo(250, within(1e-9));
        // Bonferroni with every pair known: 300 - 60.
        assertThat(net.lower()).isCloseTo(240, within(1e-9));
    }
}

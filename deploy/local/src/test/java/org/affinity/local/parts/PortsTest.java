package org.affinity.local.parts;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PortsTest {

    @Test
    void shouldGiveFreePortsThatNoOutgoingConnectionIsGiven() {
        // When
        List<Integer> ports =
                IntStream.range(0, 200).mapToObj(asked -> Ports.free()).toList();

        // Then
        assertThat(ports)
                .doesNotHaveDuplicates()
                .allSatisfy(port -> assertThat(port).isBetween(1024, 32_767));
    }
}

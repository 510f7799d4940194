package org.affinity.local.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PortMapTest {

    @Test
    void shouldPlaceEverythingAboveTheBase() {
        // When
        PortMap ports = PortMap.of(8080);

        // Then
        assertThat(ports.wanted())
                .containsOnlyKeys(8081, 8082, 8083, 8084, 8085, 8086, 8087, 8088, 8091, 8092, 8093, 8094)
                .containsEntry(8081, "profile-service")
                .containsEntry(8085, "the token issuer")
                .containsEntry(8086, "PostgreSQL")
                .containsEntry(8087, "Kafka")
                .containsEntry(8094, "reporting-service (management)");
    }

    @Test
    void shouldTakeFreePortsForBaseZero() {
        assertThat(PortMap.of(0).wanted()).hasSize(12);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 80, 1023, 65_501})
    void shouldRefuseABaseWithoutRoom(int base) {
        assertThatThrownBy(() -> PortMap.of(base)).isInstanceOf(UserError.class).hasMessageContaining("--port-base");
    }
}

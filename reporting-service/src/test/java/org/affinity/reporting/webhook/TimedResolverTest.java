package org.affinity.reporting.webhook;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.affinity.reporting.webhook.domain.RefusedTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TimedResolverTest {

    private static final InetAddress ADDRESS = InetAddress.ofLiteral("93.184.216.34");

    @Test
    @Timeout(10)
    void shouldRefuseAHostWhoseLookUpHangs() {
        // Given
        var resolver = new TimedResolver(_ -> hang(), Duration.ofMillis(50));

        // When
        var refused = assertThatThrownBy(() -> resolver.resolve("hang.example"));

        // Then
        refused.isInstanceOf(RefusedTarget.class).hasMessage("its host could not be looked up within 50 ms");
    }

    @Test
    @Timeout(10)
    void shouldLookOthersUpWhileOneHangs() {
        // Given
        var resolver = new TimedResolver(
                host -> host.equals("hang.example") ? hang() : List.of(ADDRESS), Duration.ofSeconds(2));
        Thread.ofVirtual().start(() -> resolver.resolve("hang.example"));

        // When
        var addresses = resolver.resolve("hooks.example");

        // Then
        assertThat(addresses).containsExactly(ADDRESS);
    }

    @Test
    void shouldRefuseAHostWhoseLookUpFails() {
        // Given
        var resolver = new TimedResolver(
                host -> {
                    throw new IllegalStateException(host);
                },
                Duration.ofSeconds(2));

        // When
        var refused = assertThatThrownBy(() -> resolver.resolve("broken.example"));

        // Then
        refused.isInstanceOf(RefusedTarget.class);
    }

    /** Waits as the platform does, whoever interrupts it. */
    private static List<InetAddress> hang() {
        return new CompletableFuture<List<InetAddress>>().join();
    }
}

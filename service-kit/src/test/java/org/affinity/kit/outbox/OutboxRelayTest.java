package org.affinity.kit.outbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.affinity.kit.config.KitConfiguration;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The thread that sends outlives whatever goes wrong, and its end is seen. */
class OutboxRelayTest {

    private static final KitConfiguration CONFIGURATION = new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 1000, new DurationConverter())
            .withMapping(KitConfiguration.class)
            .withDefaultValue("affinity.secret-key", "none")
            .build()
            .getConfigMapping(KitConfiguration.class);

    /** Fails like a machine without memory before it sends. */
    private static final class FailingSender extends OutboxSender {

        private final AtomicInteger tries = new AtomicInteger();
        private final CountDownLatch sent = new CountDownLatch(1);

        FailingSender() {
            super(null, null, null, CONFIGURATION, null, null, "test");
        }

        @Override
        Backlog backlog() {
            return new Backlog(7, Duration.ofSeconds(3));
        }

        @Override
        int sendBatch() {
            switch (tries.incrementAndGet()) {
                case 1 -> throw new OutOfMemoryError("a test's");
                case 2 -> throw new NoClassDefFoundError("a test's");
                default -> sent.countDown();
            }
            return 0;
        }
    }

    /** Counts batches, and is asked for the next as soon as it has begun one. */
    private static final class BusySender extends OutboxSender {

        private final CountDownLatch batches = new CountDownLatch(4);
        private OutboxRelay relay;

        BusySender() {
            super(null, null, null, CONFIGURATION, null, null, "test");
        }

        @Override
        Backlog backlog() {
            return new Backlog(0, Duration.ZERO);
        }

        @Override
        int sendBatch() {
            batches.countDown();
            relay.wake();
            return 1;
        }
    }

    @Test
    void shouldSendWhatFollowsWithinMomentsTogether() throws InterruptedException {
        // Given
        BusySender sender = new BusySender();
        sender.relay = new OutboxRelay(sender, CONFIGURATION, new SimpleMeterRegistry());
        long start = System.nanoTime();

        // When
        sender.relay.start(new StartupEvent());
        boolean sent = sender.batches.await(20, TimeUnit.SECONDS);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        sender.relay.stop(new ShutdownEvent());

        // Then
        assertThat(sent).isTrue();
        assertThat(taken)
                .isGreaterThanOrEqualTo(CONFIGURATION.outbox().batchInterval().multipliedBy(3));
    }

    @Test
    void shouldGoOnAfterAnErrorAndTellItsEnd() throws InterruptedException {
        // Given
        FailingSender sender = new FailingSender();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        OutboxRelay relay = new OutboxRelay(sender, CONFIGURATION, meters);

        // When
        relay.start(new StartupEvent());
        boolean sent = sender.sent.await(20, TimeUnit.SECONDS);
        Status running = relay.alive().call().getStatus();
        relay.stop(new ShutdownEvent());

        // Then
        assertThat(sent).isTrue();
        assertThat(running).isEqualTo(Status.UP);
        assertThat(relay.alive().call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(meters.get("outbox.pending").gauge().value()).isEqualTo(7);
        assertThat(meters.get("outbox.oldest").gauge().value()).isEqualTo(3);
    }
}

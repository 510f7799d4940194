package org.affinity.kit.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.affinity.kit.config.KitConfiguration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;

/**
 * Keeps the outbox empty: one thread that lets the {@link OutboxSender} send batch after batch, right after each
 * commit, with those that follow within moments together, and at a poll for what it was not told of.
 *
 * <p>Whatever goes wrong, the thread goes on; should it end nonetheless, the service is no longer alive, since its
 * events would stay where they are.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration COUNT_INTERVAL = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final OutboxSender sender;
    private final KitConfiguration configuration;
    private final Semaphore woken = new Semaphore(0);
    private volatile OutboxSender.Backlog backlog = new OutboxSender.Backlog(0, Duration.ZERO);
    private long countedAt = System.nanoTime() - COUNT_INTERVAL.toNanos();
    private volatile Thread thread;
    private volatile boolean stopping;

    OutboxRelay(OutboxSender sender, KitConfiguration configuration, MeterRegistry meters) {
        this.sender = sender;
        this.configuration = configuration;
        Gauge.builder("outbox.pending", () -> backlog.events())
                .description("Events written and not yet acknowledged by the broker; counted up to 10001")
                .register(meters);
        Gauge.builder("outbox.oldest", () -> backlog.age().toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("Age of the oldest event that the broker has not acknowledged")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wake();
        if (thread != null && !thread.join(Duration.ofSeconds(10))) {
            thread.interrupt();
        }
    }

    @Produces
    @Liveness
    @ApplicationScoped
    HealthCheck alive() {
        return () -> HealthCheckResponse.named("outbox-relay")
                .status(thread == null || thread.isAlive())
                .build();
    }

    /** Sends what is in the outbox now rather than at the next poll. */
    void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    private void await(Duration longest) throws InterruptedException {
        woken.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            while (!stopping) {
                if (!sendAll()) {
                    await(PAUSE);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The relay was stopped");
        }
    }

    /** Sends batch after batch and waits for more; false when something is wrong for now. */
    private boolean sendAll() throws InterruptedException {
        try {
            if (System.nanoTime() - countedAt >= COUNT_INTERVAL.toNanos()) {
                countedAt = System.nanoTime();
                backlog = sender.backlog();
            }
            long began = System.nanoTime();
            // Whoever woke it before now has committed and is in this batch.
            woken.drainPermits();
            int sent = sender.sendBatch();
            if (sent < configuration.outbox().batchSize() && !stopping) {
                if (sent == 0) {
                    await(configuration.outbox().pollInterval());
                } else {
                    // A batch costs sender and consumers much the same however many are in it.
                    Duration next = configuration.outbox().batchInterval();
                    TimeUnit.NANOSECONDS.sleep(next.toNanos() - (System.nanoTime() - began));
                }
            }
            return true;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            if (!stopping) {
                LOG.warnf("Events stay in the outbox for now: %s", rootCause(e));
            }
            return false;
        } catch (Throwable e) {
            LOG.error("The relay failed and goes on; events stay in the outbox", e);
            return false;
        }
    }

    private static String rootCause(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }
}

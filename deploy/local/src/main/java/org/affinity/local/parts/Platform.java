package org.affinity.local.parts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.affinity.local.Secrets;
import org.affinity.local.parts.PostgresServer.Durability;

/**
 * PostgreSQL, Kafka and the issuer together: all of them run, or none does.
 *
 * <p>Everything they keep is below one data directory.
 */
public final class Platform implements AutoCloseable {

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Map<String, Long> startupMillis = new ConcurrentHashMap<>();
    private PostgresServer postgres;
    private KafkaBroker kafka;
    private Issuer issuer;

    private Platform() {}

    /** The ports of the parts. */
    public record PortPlan(int postgres, int kafka, int kafkaController, int issuer) {

        /** Four ports that are free now. */
        public static PortPlan free() {
            return new PortPlan(Ports.free(), Ports.free(), Ports.free(), Ports.free());
        }
    }

    /** Starts all parts at once and returns when all of them answer. */
    public static Platform start(
            Path dataDirectory, Path binaries, PortPlan ports, String adminPassword, Durability durability)
            throws IOException {
        Secrets.directory(dataDirectory);
        Platform platform = new Platform();
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            Future<PostgresServer> postgres = executor.submit(() -> platform.opened(
                    "postgres",
                    () -> PostgresServer.start(
                            dataDirectory.resolve("postgres"), binaries, ports.postgres(), adminPassword, durability)));
            Future<KafkaBroker> kafka = executor.submit(() -> platform.opened(
                    "kafka",
                    () -> KafkaBroker.start(dataDirectory.resolve("kafka"), ports.kafka(), ports.kafkaController())));
            platform.issuer =
                    platform.opened("issuer", () -> Issuer.start(dataDirectory.resolve("issuer"), ports.issuer()));
            platform.postgres = await(postgres);
            platform.kafka = await(kafka);
            return platform;
        } catch (IOException | RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    private <T extends AutoCloseable> T opened(String name, Callable<T> opening) throws IOException {
        try {
            long start = System.nanoTime();
            T part = opening.call();
            startupMillis.put(name, (System.nanoTime() - start) / 1_000_000);
            synchronized (started) {
                started.push(part);
            }
            return part;
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static <T> T await(Future<T> part) throws IOException {
        try {
            return part.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public KafkaBroker kafka() {
        return kafka;
    }

    public Issuer issuer() {
        return issuer;
    }

    /** How long each part took to answer. */
    public Map<String, Long> startupMillis() {
        return Map.copyOf(startupMillis);
    }

    /** Stops the parts, last started first; a second call does nothing. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        synchronized (started) {
            for (AutoCloseable part : started) {
                try {
                    part.close();
                } catch (Exception e) {
                    System.err.println("while stopping: " + e);
                }
            }
        }
    }
}

package org.affinity.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.affinity.local.Processes;
import org.affinity.local.Secrets;
import org.affinity.local.parts.PostgresServer;

/**
 * Starts and stops the processes of the local stack: the platform (PostgreSQL, Kafka, issuer), then the four services.
 *
 * <p>Each process is written down before the next one starts, so that whoever comes later can stop what this one left.
 */
final class Stack {

    private static final Duration PLATFORM_PATIENCE = Duration.ofMinutes(2);
    private static final Duration SERVICE_PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final String PLATFORM = "platform";
    private static final String LOOPBACK = "127.0.0.1";

    private final Layout layout;
    private RunState state;
    private boolean stopped;

    Stack(Layout layout, RunState state) {
        this.layout = layout;
        this.state = state;
    }

    /** Starts PostgreSQL, Kafka and the issuer; they hold the databases and topics of the services afterwards. */
    void startPlatform(PortMap ports, LocalSecrets secrets) throws IOException {
        Path ready = layout.run().resolve(PlatformProcess.READY_FILE);
        Files.deleteIfExists(ready);
        List<String> command = new ArrayList<>(List.of(
                Processes.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "-Daffinity.root=" + layout.root(),
                "-cp",
                layout.classPathDirectory().resolve("classes") + ":"
                        + layout.classPathDirectory().resolve("lib") + "/*",
                PlatformProcess.class.getName()));
        command.addAll(Arrays.asList(PlatformProcess.arguments(ports.platform())));
        if (secrets.secretKeys().size() != Service.values().length) {
            throw new UserError(layout.secrets() + " lacks keys; './affinity up --fresh' makes new ones.");
        }
        RunState.Part part = launch(new ProcessBuilder(command), PLATFORM, "", null);
        Waiting.until(part, layout.log(PLATFORM), PLATFORM_PATIENCE, () -> Files.exists(ready));
        recordPlatform(part, ports, new ObjectMapper().readTree(Files.readString(ready)));
    }

    private void recordPlatform(RunState.Part platform, PortMap ports, JsonNode ready) {
        JsonNode millis = ready.get("startupMillis");
        ProcessHandle postgres =
                ProcessHandle.of(ready.get("postgresPid").longValue()).orElseThrow();
        Processes.Identity server = Processes.Identity.of(postgres);
        record(new RunState.Part(
                "postgres",
                server.pid(),
                server.startedAt(),
                LOOPBACK + ":" + ports.platform().postgres(),
                null,
                millis.get("postgres").longValue(),
                layout.data().resolve("postgres.log").toString()));
        record(platformPart(platform, "kafka", LOOPBACK + ":" + ports.platform().kafka(), millis));
        record(platformPart(
                platform,
                "issuer",
                "http://" + LOOPBACK + ":" + ports.platform().issuer(),
                millis));
        forget(PLATFORM);
    }

    private static RunState.Part platformPart(RunState.Part platform, String name, String address, JsonNode millis) {
        return new RunState.Part(
                name,
                platform.pid(),
                platform.processStartedAt(),
                address,
                null,
                millis.get(name).longValue(),
                platform.log());
    }

    /** Starts the four services and waits until each of them is ready and answers on its port. */
    void startServices(PortMap ports, LocalSecrets secrets) throws Exception {
        Map<Service, RunState.Part> launched = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            List<String> command = new ArrayList<>(List.of(
                    Processes.java(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow"));
            command.addAll(service.jvmOptions());
            command.addAll(List.of("-jar", service.jar(layout.root()).toString()));
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().keySet().removeIf(Stack::isServiceSetting);
            builder.environment().putAll(environment(service, ports, secrets));
            builder.environment().putAll(service.directories(layout.data().resolve(service.label())));
            launched.put(
                    service,
                    launch(
                            builder,
                            service.label(),
                            "http://" + LOOPBACK + ":" + ports.api().get(service),
                            "http://" + LOOPBACK + ":" + ports.management().get(service)));
        }
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var ready : executor.invokeAll(launched.values().stream()
                    .map(part -> (Callable<RunState.Part>) () -> awaitService(part))
                    .toList())) {
                record(Waiting.result(ready));
            }
        }
    }

    private RunState.Part awaitService(RunState.Part part) throws IOException {
        long start = System.nanoTime();
        Waiting.until(
                part,
                Path.of(part.log()),
                SERVICE_PATIENCE,
                () -> Waiting.answers(part.management() + "/q/health/ready")
                        && Waiting.answers(part.address() + "/openapi"));
        return part.ready((System.nanoTime() - start) / 1_000_000);
    }

    /** What a service is told, by the names that its Kubernetes manifest uses too. */
    static Map<String, String> environment(Service service, PortMap ports, LocalSecrets secrets) {
        String postgres = LOOPBACK + ":" + ports.platform().postgres();
        return Map.ofEntries(
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://" + postgres + "/" + service.database()),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", service.database()),
                Map.entry(
                        "QUARKUS_DATASOURCE_PASSWORD",
                        secrets.databasePasswords().get(service)),
                Map.entry(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        LOOPBACK + ":" + ports.platform().kafka()),
                Map.entry(
                        "QUARKUS_OIDC_AUTH_SERVER_URL",
                        "http://" + LOOPBACK + ":" + ports.platform().issuer()),
                Map.entry("AFFINITY_SECRET_KEY", secrets.secretKeys().get(service)),
                Map.entry("QUARKUS_HTTP_HOST", LOOPBACK),
                Map.entry("QUARKUS_HTTP_PORT", ports.api().get(service).toString()),
                Map.entry("QUARKUS_MANAGEMENT_HOST", LOOPBACK),
                Map.entry(
                        "QUARKUS_MANAGEMENT_PORT",
                        ports.management().get(service).toString()),
                // A front end under development is served from some port of this machine.
                Map.entry("QUARKUS_HTTP_CORS_ORIGINS", "/http:\\/\\/(localhost|127\\.0\\.0\\.1)(:[0-9]+)?/"),
                Map.entry("QUARKUS_SHUTDOWN_TIMEOUT", "10S"),
                // A busy laptop may take its time until the first connections stand.
                Map.entry("QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "15S"),
                Map.entry("QUARKUS_FLYWAY_CONNECT_RETRIES", "5"),
                Map.entry("QUARKUS_OTEL_SDK_DISABLED", "true"));
    }

    /** Settings in the user's shell are meant for something else. */
    static boolean isServiceSetting(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith("QUARKUS_") || upper.startsWith("AFFINITY_") || upper.startsWith("KAFKA_");
    }

    private RunState.Part launch(ProcessBuilder builder, String name, String address, String management)
            throws IOException {
        Path log = layout.log(name);
        Files.deleteIfExists(log);
        Secrets.write(log, "");
        builder.directory(layout.state().toFile());
        Process process = Processes.startDetached(builder, log);
        Processes.Identity identity = Processes.Identity.of(process.toHandle());
        RunState.Part part = new RunState.Part(
                name, identity.pid(), identity.startedAt(), address, management, null, log.toString());
        record(part);
        return part;
    }

    private synchronized void record(RunState.Part part) {
        if (stopped) {
            Processes.stop(part.process(), Duration.ZERO);
            throw new UserError("Stopped.");
        }
        state = state.with(part);
        state.write(layout);
    }

    private synchronized void forget(String name) {
        List<RunState.Part> parts = new ArrayList<>(state.parts());
        parts.removeIf(part -> part.name().equals(name));
        state = new RunState(state.startedAt(), parts);
        state.write(layout);
    }

    synchronized RunState state() {
        return state;
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    /** Stops all that this stack wrote down, the services first; what is not there any more is fine. */
    synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        Secrets.write(stopping(layout), "");
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Service service : Service.values()) {
                state.part(service.label())
                        .ifPresent(part -> executor.execute(() -> Processes.stop(part.process(), STOP_PATIENCE)));
            }
        }
        state.parts().forEach(part -> {
            if (!part.name().equals("postgres")) {
                Processes.stop(part.process(), STOP_PATIENCE.multipliedBy(2));
            }
        });
        PostgresServer.stopLeftOver(layout.data().resolve("postgres"));
        RunState.delete(layout);
        try {
            Files.deleteIfExists(stopping(layout));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** There while somebody stops the parts, so that nobody is alarmed by their end. */
    static Path stopping(Layout layout) {
        return layout.run().resolve("stopping");
    }
}

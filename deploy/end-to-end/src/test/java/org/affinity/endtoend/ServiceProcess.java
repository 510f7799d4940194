package org.affinity.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.affinity.local.Processes;

/** A packaged service in a process of its own, which can be killed and started again with the same settings. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final int SHOWN_LINES = 8;
    private static final int SHOWN_CHARACTERS = 600;

    private final Service service;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private Process process;

    ServiceProcess(Service service, Path project, List<String> options, Map<String, String> environment, Path log) {
        this.service = service;
        this.environment = Map.copyOf(environment);
        this.log = log;
        command = new ArrayList<>(List.of(Processes.java(), "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-jar", service.jar(project).toString()));
    }

    /** Starts the process; {@link #awaitReady} tells when it serves. */
    void start() {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.matches("(QUARKUS|AFFINITY|KAFKA|MP)_.*"));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the service calls itself ready and its API port answers. */
    void awaitReady() {
        Waiting.until(service.label() + " is ready", START_PATIENCE, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(service.label() + " ended while starting:\n" + lastWords());
            }
            return Waiting.answers(management().resolve("/q/health/ready"))
                    && Waiting.answers(address().resolve("/openapi"));
        });
    }

    /** SIGKILL: no shutdown hook runs, nothing is finished. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + environment.get("QUARKUS_HTTP_PORT"));
    }

    URI management() {
        return URI.create("http://127.0.0.1:" + environment.get("QUARKUS_MANAGEMENT_PORT"));
    }

    String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()).stream()
                    .map(line -> line.substring(0, Math.min(line.length(), SHOWN_CHARACTERS)))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            awaitEnd();
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}

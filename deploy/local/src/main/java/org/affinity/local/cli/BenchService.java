package org.affinity.local.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.affinity.local.Leash;
import org.affinity.local.Processes;
import org.affinity.local.Secrets;
import org.affinity.local.parts.PostgresServer.Database;

/** One packaged service of a stack that is measured; it can be ended and started again. */
final class BenchService {

    static final Duration START = Duration.ofMinutes(10);
    private static final Duration STOP = Duration.ofSeconds(30);
    /** Requests a minute: more than one client can send. */
    private static final String UNLIMITED = "100000000";

    private final Plan plan;
    private final Database database;
    private final Place place;
    private RunState.Part part;
    private Leash leash;

    private BenchService(Plan plan, Database database, Place place) {
        this.plan = plan;
        this.database = database;
        this.place = place;
    }

    /**
     * How a service is started.
     *
     * @param heapMib size of its heap
     * @param collector option of the virtual machine
     */
    record Plan(Service service, int heapMib, String collector) {}

    /**
     * Where the services of a run are.
     *
     * @param directory for their logs
     */
    record Place(Layout layout, Path directory, PortMap ports, LocalSecrets secrets) {}

    /** Starts the process. */
    static BenchService start(Plan plan, Database database, Place place) throws IOException {
        BenchService service = new BenchService(plan, database, place);
        service.launch(Map.of());
        return service;
    }

    /**
     * Ends the process and starts it again.
     *
     * @param settings further ones, for this start
     * @return how many seconds it took from the start of the process until it was ready
     */
    double restart(Map<String, String> settings) throws IOException {
        stop();
        long start = System.nanoTime();
        launch(settings);
        awaitReady();
        return (System.nanoTime() - start) / 1e9;
    }

    private synchronized void launch(Map<String, String> settings) throws IOException {
        Service service = plan.service();
        PortMap ports = place.ports();
        Path log = place.directory().resolve(service.label() + ".log");
        Secrets.write(log, "");
        List<String> command = new ArrayList<>(List.of(
                Processes.java(),
                "-Xmx" + plan.heapMib() + "m",
                plan.collector(),
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(service.jvmOptions());
        command.addAll(List.of("-jar", service.jar(place.layout().root()).toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(Stack::isServiceSetting);
        builder.environment().putAll(Stack.environment(service, ports, place.secrets()));
        builder.environment().put("AFFINITY_HTTP_RATE_LIMIT", UNLIMITED);
        builder.environment().putAll(settings);
        Process process = builder.directory(place.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        leash = Leash.on(process.toHandle());
        Processes.Identity identity = Processes.Identity.of(process.toHandle());
        part = new RunState.Part(
                service.label(),
                identity.pid(),
                identity.startedAt(),
                "http://127.0.0.1:" + ports.api().get(service),
                "http://127.0.0.1:" + ports.management().get(service),
                null,
                log.toString());
    }

    /** The process that runs now. */
    synchronized RunState.Part part() {
        return part;
    }

    Database database() {
        return database;
    }

    void awaitReady() throws IOException {
        RunState.Part started = part();
        Waiting.until(
                started,
                Path.of(started.log()),
                START,
                () -> Waiting.answers(started.management() + "/q/health/ready"));
    }

    synchronized void stop() {
        Processes.stop(part.process(), STOP);
        leash.close();
    }
}

package org.affinity.local.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.affinity.local.Processes;
import org.affinity.local.Secrets;
import org.affinity.local.parts.PostgresServer.Database;

/** One packaged service of a stack that is measured. */
record BenchService(RunState.Part part, Database database) {

    private static final Duration START = Duration.ofMinutes(10);
    private static final Duration STOP = Duration.ofSeconds(30);
    /** Requests a minute: more than one client can send. */
    private static final String UNLIMITED = "100000000";

    /**
     * How a service is started.
     *
     * @param heapMib size of its heap
     * @param collector option of the virtual machine
     */
    record Plan(Service service, int heapMib, String collector) {}

    /** Starts the process. */
    static BenchService start(
            Plan plan, Database database, Layout layout, Path directory, PortMap ports, LocalSecrets secrets)
            throws IOException {
        Service service = plan.service();
        Path log = directory.resolve(service.label() + ".log");
        Secrets.write(log, "");
        List<String> command = new ArrayList<>(List.of(
                Processes.java(),
                "-Xmx" + plan.heapMib() + "m",
                plan.collector(),
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(service.jvmOptions());
        command.addAll(List.of("-jar", service.jar(layout.root()).toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(Stack::isServiceSetting);
        builder.environment().putAll(Stack.environment(service, ports, secrets));
        builder.environment().put("AFFINITY_HTTP_RATE_LIMIT", UNLIMITED);
        Process process = builder.directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Processes.Identity identity = Processes.Identity.of(process.toHandle());
        RunState.Part part = new RunState.Part(
                service.label(),
                identity.pid(),
                identity.startedAt(),
                "http://127.0.0.1:" + ports.api().get(service),
                "http://127.0.0.1:" + ports.management().get(service),
                null,
                log.toString());
        return new BenchService(part, database);
    }

    void awaitReady() throws IOException {
        Waiting.until(part, Path.of(part.log()), START, () -> Waiting.answers(part.management() + "/q/health/ready"));
    }

    void stop() {
        Processes.stop(part.process(), STOP);
    }
}

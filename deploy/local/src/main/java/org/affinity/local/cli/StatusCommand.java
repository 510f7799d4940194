package org.affinity.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Shows what runs and where. With {@code --json}, for scripts:
 *
 * <pre>{@code
 * {"running": true, "startedAt": "2026-…Z", "directory": "….affinity",
 *  "parts": {
 *    "postgres": {"alive": true, "pid": 1, "address": "127.0.0.1:8086", "startupMillis": 900,
 *                 "residentBytes": 1, "log": "…"},
 *    "profile-service": {…, "ready": true, "management": "http://127.0.0.1:8091", "docs": "…/docs",
 *                 "openapi": "…/openapi", "health": "…/q/health", "metrics": "…/q/metrics"}, …}}
 * }</pre>
 */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows what runs and where; ends with 0 when everything does, 3 when not.")
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_RUNNING = 3;

    @Option(names = "--json", description = "For scripts: every address, process, start-up time and memory.")
    private boolean json;

    private final Layout layout = Layout.current();

    @Override
    public Integer call() throws Exception {
        Optional<RunState> state = RunState.read(layout);
        Map<String, Map<String, Object>> parts = new LinkedHashMap<>();
        state.ifPresent(running -> running.parts().forEach(part -> parts.put(part.name(), describe(part))));
        boolean running = !parts.isEmpty()
                && parts.values().stream().allMatch(part -> Boolean.TRUE.equals(part.get("alive")))
                && parts.values().stream().noneMatch(part -> Boolean.FALSE.equals(part.get("ready")));
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("running", running);
            document.put(
                    "startedAt",
                    state.map(run -> Instant.ofEpochMilli(run.startedAt()).toString())
                            .orElse(null));
            document.put("directory", layout.state().toString());
            document.put("parts", parts);
            System.out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(document));
        } else {
            print(parts);
        }
        return running ? 0 : NOT_RUNNING;
    }

    private static Map<String, Object> describe(RunState.Part part) {
        Map<String, Object> described = new LinkedHashMap<>();
        boolean alive = part.process().isAlive();
        described.put("alive", alive);
        described.put("pid", part.pid());
        described.put("address", part.address());
        if (part.management() != null) {
            described.put("ready", alive && Waiting.answers(part.management() + "/q/health/ready"));
            described.put("management", part.management());
            described.put("docs", part.address() + "/docs");
            described.put("openapi", part.address() + "/openapi");
            described.put("health", part.management() + "/q/health");
            described.put("metrics", part.management() + "/q/metrics");
        }
        described.put("startupMillis", part.startupMillis());
        described.put("residentBytes", alive ? Memory.residentBytes(part.pid()) : 0);
        described.put("log", part.log());
        return described;
    }

    private static void print(Map<String, Map<String, Object>> parts) {
        if (parts.isEmpty()) {
            System.out.println("Nothing is running; './affinity up' starts everything.");
            return;
        }
        System.out.printf("%-18s %-9s %8s %10s %9s  %s%n", "PART", "STATE", "PROCESS", "START", "MEMORY", "ADDRESS");
        parts.forEach((name, part) -> {
            boolean alive = Boolean.TRUE.equals(part.get("alive"));
            boolean ready = !Boolean.FALSE.equals(part.get("ready"));
            System.out.printf(
                    Locale.ROOT,
                    "%-18s %-9s %8d %10s %5d MiB  %s%n",
                    name,
                    alive ? (ready ? "up" : "not ready") : "gone",
                    (Long) part.get("pid"),
                    part.get("startupMillis") == null ? "-" : part.get("startupMillis") + " ms",
                    (long) part.get("residentBytes") >> 20,
                    part.containsKey("docs") ? part.get("docs") : part.get("address"));
        });
    }
}

package org.affinity.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.affinity.local.parts.Logging;
import org.affinity.local.parts.Platform;
import org.affinity.local.parts.Ports;
import org.affinity.local.parts.PostgresServer;
import org.affinity.local.parts.PostgresServer.Durability;
import org.affinity.local.parts.Topics;

/**
 * PostgreSQL, Kafka and an issuer for the tests of one build: started once, on free ports and empty data, shared by all
 * modules, gone when the build has ended.
 *
 * <p>Started with {@code --directory DIR --build-pid PID}; tests let {@link TestStackClient} do that. When everything
 * answers, {@code DIR/stack.json} (mode 0600) appears in one piece:
 *
 * <pre>{@code
 * {
 *   "pid": 4711,                  this process
 *   "buildPid": 4242,             the build that started it
 *   "postgres": {"host": "127.0.0.1", "port": 15001, "adminUser": "postgres", "adminPassword": "…"},
 *   "kafka": {"bootstrapServers": "127.0.0.1:15002"},
 *   "issuer": {"url": "http://127.0.0.1:15004", "privateKeyFile": "…/issuer-key.json", "keyId": "…"},
 *   "control": {"url": "http://127.0.0.1:15005", "token": "…"}
 * }
 * }</pre>
 *
 * <p>The control address takes, with {@code Authorization: Bearer <token>}:
 *
 * <ul>
 *   <li>{@code POST /topics?prefix=P}: makes every topic of {@code deploy/topics.yaml} under the prefix; answers
 *       {@code {"topics": […]}}.
 *   <li>{@code POST /databases?name=N}: a fresh database and role of that name; answers {@code {"jdbcUrl", "user",
 *       "password"}}.
 *   <li>{@code POST /builds?pid=P}: stay for this build too.
 * </ul>
 */
public final class TestStack {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATE_FILE = "stack.json";
    private static final Pattern QUERY = Pattern.compile("(?:name|prefix|pid)=([A-Za-z0-9._-]*)");
    private static final Duration LOOK_FOR_BUILDS = Duration.ofMillis(500);

    private final Path directory;
    private final Path data;
    private final Platform platform;
    private final String token = Secrets.password();
    private final Set<Processes.Identity> builds = ConcurrentHashMap.newKeySet();

    private TestStack(Path directory, Path data, Platform platform) {
        this.directory = directory;
        this.data = data;
        this.platform = platform;
    }

    /** Runs until the build has ended or this process is asked to end. */
    public static void main(String[] arguments) throws Exception {
        Logging.quiet();
        Map<String, String> options = options(arguments);
        Path directory = Path.of(options.get("--directory")).toAbsolutePath().normalize();
        ProcessHandle build =
                ProcessHandle.of(Long.parseLong(options.get("--build-pid"))).orElseThrow();
        Processes.Identity identity = Processes.Identity.of(build);
        Files.createDirectories(directory);
        removeLeftOvers(directory);
        Path data = directory.resolve("data-" + ProcessHandle.current().pid());
        String password = Secrets.password();
        Platform platform = Platform.start(
                data, data.resolve("programs"), Platform.PortPlan.free(), password, Durability.DISPOSABLE);
        TestStack stack = new TestStack(directory, data, platform);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "stop"));
        stack.builds.add(identity);
        HttpServer control = stack.control();
        Secrets.write(directory.resolve(STATE_FILE), stack.document(build.pid(), password, control) + "\n");
        stack.awaitBuilds();
        System.exit(0);
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int index = 0; index + 1 < arguments.length; index += 2) {
            options.put(arguments[index], arguments[index + 1]);
        }
        if (!options.keySet().equals(Set.of("--directory", "--build-pid"))) {
            throw new IllegalArgumentException("usage: TestStack --directory DIR --build-pid PID");
        }
        return options;
    }

    /** What killed stacks left behind. */
    private static void removeLeftOvers(Path directory) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "data-*")) {
            for (Path entry : entries) {
                long pid = Long.parseLong(entry.getFileName().toString().substring("data-".length()));
                if (ProcessHandle.of(pid).isEmpty()) {
                    PostgresServer.delete(entry.resolve("postgres"));
                    Directories.delete(entry);
                }
            }
        }
    }

    private String document(long buildPid, String password, HttpServer control) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("pid", ProcessHandle.current().pid());
        document.put("buildPid", buildPid);
        Map<String, Object> postgres = new LinkedHashMap<>();
        postgres.put("host", PostgresServer.HOST);
        postgres.put("port", platform.postgres().port());
        postgres.put("adminUser", PostgresServer.ADMIN);
        postgres.put("adminPassword", password);
        document.put("postgres", postgres);
        document.put("kafka", Map.of("bootstrapServers", platform.kafka().bootstrapServers()));
        Map<String, Object> issuer = new LinkedHashMap<>();
        issuer.put("url", platform.issuer().url());
        issuer.put("privateKeyFile", platform.issuer().keyFile().toString());
        issuer.put("keyId", platform.issuer().signer().keyId());
        document.put("issuer", issuer);
        Map<String, Object> access = new LinkedHashMap<>();
        access.put("url", "http://127.0.0.1:" + control.getAddress().getPort());
        access.put("token", token);
        document.put("control", access);
        return JSON.writeValueAsString(document);
    }

    private HttpServer control() throws IOException {
        HttpServer server = HttpServer.create(Ports.loopback(0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        return server;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = 200;
            Object body;
            try {
                body = isAllowed(exchange) ? perform(exchange) : null;
                status = body == null ? 403 : 200;
            } catch (RuntimeException e) {
                status = 500;
                body = Map.of("error", String.valueOf(e.getMessage()));
            }
            byte[] bytes = JSON.writeValueAsBytes(body == null ? Map.of() : body);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private boolean isAllowed(HttpExchange exchange) {
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        return exchange.getRequestMethod().equals("POST")
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }

    private Object perform(HttpExchange exchange) {
        Matcher query = QUERY.matcher(String.valueOf(exchange.getRequestURI().getRawQuery()));
        if (!query.matches()) {
            throw new IllegalArgumentException("one parameter wanted: name, prefix or pid");
        }
        String value = query.group(1);
        return switch (exchange.getRequestURI().getPath()) {
            case "/topics" -> Map.of("topics", Topics.create(platform.kafka().bootstrapServers(), value));
            case "/databases" -> {
                var database = platform.postgres().freshDatabase(value, Secrets.password());
                yield Map.of("jdbcUrl", database.jdbcUrl(), "user", database.user(), "password", database.password());
            }
            case "/builds" -> {
                ProcessHandle.of(Long.parseLong(value))
                        .map(Processes.Identity::of)
                        .ifPresent(builds::add);
                yield Map.of("builds", builds.size());
            }
            default -> throw new IllegalArgumentException("unknown path");
        };
    }

    private void awaitBuilds() throws InterruptedException {
        while (builds.stream().anyMatch(Processes.Identity::isAlive)) {
            Thread.sleep(LOOK_FOR_BUILDS);
        }
    }

    private void stop() {
        try {
            Path state = directory.resolve(STATE_FILE);
            if (Files.exists(state)
                    && Files.readString(state)
                            .contains("\"pid\":" + ProcessHandle.current().pid() + ",")) {
                Files.delete(state);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            platform.close();
            Directories.delete(data);
        }
    }
}

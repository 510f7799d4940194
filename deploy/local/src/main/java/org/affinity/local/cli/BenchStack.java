package org.affinity.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.affinity.local.Directories;
import org.affinity.local.Processes;
import org.affinity.local.Secrets;
import org.affinity.local.TokenSigner;
import org.affinity.local.bench.ProfileStack;
import org.affinity.local.demo.Role;
import org.affinity.local.demo.TokenFactory;
import org.affinity.local.parts.Logging;
import org.affinity.local.parts.Platform;
import org.affinity.local.parts.PostgresServer.Database;
import org.affinity.local.parts.PostgresServer.Durability;
import org.affinity.local.parts.Topics;

/**
 * PostgreSQL, Kafka, the issuer and profile-service for one benchmark, with data that survive a power cut while it runs
 * and are deleted at its end.
 */
final class BenchStack implements AutoCloseable {

    /** Heap of the service, in MiB. */
    static final int HEAP_MIB = 512;

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration REQUEST = Duration.ofMinutes(10);
    private static final Duration TOKEN = Duration.ofHours(12);
    /** Requests a minute: more than one client can send. */
    private static final String UNLIMITED = "100000000";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;
    private final Platform platform;
    private final Database database;
    private final RunState.Part service;
    private final TokenFactory tokens;
    private final HttpClient http = HttpClient.newHttpClient();

    private BenchStack(
            Path directory, Platform platform, Database database, RunState.Part service, TokenFactory tokens) {
        this.directory = directory;
        this.platform = platform;
        this.database = database;
        this.service = service;
        this.tokens = tokens;
    }

    static BenchStack start(Layout layout) throws Exception {
        Logging.quiet();
        Checks.directory(layout);
        if (!Files.exists(Service.PROFILE.jar(layout.root()))) {
            throw new UserError("profile-service is not built; './affinity up' builds it.");
        }
        Path directory = layout.state().resolve("bench");
        Directories.delete(directory);
        Secrets.directory(directory);
        LocalSecrets secrets = LocalSecrets.made();
        PortMap ports = PortMap.of(0);
        System.out.println("Starting PostgreSQL, Kafka, the token issuer and profile-service for this run ...");
        Platform platform = Platform.start(
                directory.resolve("data"),
                layout.programs(),
                ports.platform(),
                secrets.postgresAdmin(),
                Durability.KEPT);
        try {
            Database database = platform.postgres()
                    .provideDatabase(
                            Service.PROFILE.database(),
                            secrets.databasePasswords().get(Service.PROFILE));
            Topics.create(platform.kafka().bootstrapServers(), "");
            String issuer = "http://127.0.0.1:" + ports.platform().issuer();
            var tokens = new TokenFactory(
                    TokenSigner.read(directory.resolve("data/issuer/issuer-key.json"), issuer), Clock.systemUTC());
            RunState.Part service = service(layout, directory, ports, secrets);
            return new BenchStack(directory, platform, database, service, tokens);
        } catch (Exception e) {
            platform.close();
            throw e;
        }
    }

    private static RunState.Part service(Layout layout, Path directory, PortMap ports, LocalSecrets secrets)
            throws IOException {
        Path log = directory.resolve("profile-service.log");
        Secrets.write(log, "");
        ProcessBuilder builder = new ProcessBuilder(
                Processes.java(),
                "-Xmx" + HEAP_MIB + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                Service.PROFILE.jar(layout.root()).toString());
        builder.environment().keySet().removeIf(Stack::isServiceSetting);
        builder.environment().putAll(Stack.environment(Service.PROFILE, ports, secrets));
        builder.environment().put("AFFINITY_HTTP_RATE_LIMIT", UNLIMITED);
        Process process = builder.directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Processes.Identity identity = Processes.Identity.of(process.toHandle());
        RunState.Part part = new RunState.Part(
                Service.PROFILE.label(),
                identity.pid(),
                identity.startedAt(),
                "http://127.0.0.1:" + ports.api().get(Service.PROFILE),
                "http://127.0.0.1:" + ports.management().get(Service.PROFILE),
                null,
                log.toString());
        try {
            Waiting.until(part, log, START, () -> Waiting.answers(part.management() + "/q/health/ready"));
            return part;
        } catch (IOException | RuntimeException e) {
            Processes.stop(identity, STOP);
            throw e;
        }
    }

    /** A folder for what a section writes; deleted at the end. */
    Path directory() {
        return directory;
    }

    /** The process of the service. */
    long pid() {
        return service.pid();
    }

    boolean isAlive() {
        return service.process().isAlive();
    }

    /** Where the service writes its log. */
    String log() {
        return service.log();
    }

    /** A connection to the service's database, as its own role. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    /** The same stack, as measurements of the API need it. */
    ProfileStack profiles() {
        return new ProfileStack(
                URI.create(service.address()),
                operator(),
                database.jdbcUrl(),
                database.user(),
                database.password(),
                platform.kafka().bootstrapServers());
    }

    /** Reads a resource of the API as an operator. */
    JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** Uploads a file. */
    JsonNode upload(String path, Path file) throws IOException, InterruptedException {
        String boundary = "affinity-" + UUID.randomUUID();
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + file.getFileName() + "\"\r\nContent-Type: text/csv\r\n\r\n";
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head),
                        HttpRequest.BodyPublishers.ofFile(file),
                        HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
    }

    /** Bytes of the service's heap in use now, garbage included. */
    long usedHeap() throws IOException, InterruptedException {
        HttpRequest metrics = HttpRequest.newBuilder(URI.create(service.management() + "/q/metrics"))
                .timeout(REQUEST)
                .build();
        return http.send(metrics, HttpResponse.BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{") && line.contains("area=\"heap\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Override
    public void close() throws IOException {
        Processes.stop(service.process(), STOP);
        platform.close();
        Directories.delete(directory);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service.address() + path))
                .timeout(REQUEST)
                .header("Authorization", "Bearer " + operator());
    }

    private String operator() {
        return tokens.token(Role.OPERATOR, null, null, List.of(), null, TOKEN);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new UserError(response.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }
}

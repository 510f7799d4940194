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
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.affinity.local.Directories;
import org.affinity.local.Secrets;
import org.affinity.local.TokenSigner;
import org.affinity.local.bench.MatchingStack;
import org.affinity.local.bench.ProfileStack;
import org.affinity.local.demo.Role;
import org.affinity.local.demo.TokenFactory;
import org.affinity.local.parts.Logging;
import org.affinity.local.parts.Platform;
import org.affinity.local.parts.PostgresServer;
import org.affinity.local.parts.PostgresServer.Database;
import org.affinity.local.parts.PostgresServer.Durability;
import org.affinity.local.parts.Topics;

/**
 * PostgreSQL, Kafka, the issuer and the services of one benchmark, with data that survive a power cut while it runs and
 * are deleted at its end; also when this process is told to end, since what it started would go on without it.
 */
final class BenchStack implements AutoCloseable {

    /** Heap of profile-service, in MiB. */
    static final int HEAP_MIB = 512;

    private static final Duration REQUEST = Duration.ofMinutes(10);
    private static final Duration TOKEN = Duration.ofHours(12);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BenchService.Place place;
    private final Platform platform;
    private final Map<Service, BenchService> services = new ConcurrentHashMap<>();
    private final TokenFactory tokens;
    private final HttpClient http = HttpClient.newHttpClient();
    private boolean closed;

    private BenchStack(BenchService.Place place, Platform platform, TokenFactory tokens) {
        this.place = place;
        this.platform = platform;
        this.tokens = tokens;
    }

    /** With profile-service alone. */
    static BenchStack start(Layout layout) throws Exception {
        return start(layout, List.of(new BenchService.Plan(Service.PROFILE, HEAP_MIB, "-XX:+UseSerialGC")));
    }

    /** With these services; profile-service is one of them. */
    static BenchStack start(Layout layout, List<BenchService.Plan> plans) throws Exception {
        Logging.quiet();
        Checks.directory(layout);
        for (BenchService.Plan plan : plans) {
            if (!Files.exists(plan.service().jar(layout.root()))) {
                throw new UserError(plan.service().label() + " is not built; './affinity up' builds it.");
            }
        }
        Path directory = layout.state().resolve("bench");
        // One that was killed left its data.
        PostgresServer.delete(directory.resolve("data/postgres"));
        Directories.delete(directory);
        Secrets.directory(directory);
        LocalSecrets secrets = LocalSecrets.made();
        PortMap ports = PortMap.of(0);
        System.out.println("Starting PostgreSQL, Kafka, the token issuer and "
                + plans.stream().map(plan -> plan.service().label()).collect(Collectors.joining(", "))
                + " for this run ...");
        Platform platform = Platform.start(
                directory.resolve("data"),
                layout.programs(),
                ports.platform(),
                secrets.postgresAdmin(),
                Durability.KEPT);
        BenchStack stack = new BenchStack(
                new BenchService.Place(layout, directory, ports, secrets),
                platform,
                tokens(directory, ports, platform));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
        try {
            Topics.create(platform.kafka().bootstrapServers(), "");
            for (BenchService.Plan plan : plans) {
                stack.start(plan);
            }
            return stack;
        } catch (Exception e) {
            stack.close();
            throw e;
        }
    }

    /** Signs as the platform's issuer does; without it nothing is left running. */
    private static TokenFactory tokens(Path directory, PortMap ports, Platform platform) {
        try {
            String issuer = "http://127.0.0.1:" + ports.platform().issuer();
            return new TokenFactory(
                    TokenSigner.read(directory.resolve("data/issuer/issuer-key.json"), issuer), Clock.systemUTC());
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    private void start(BenchService.Plan plan) throws IOException {
        Service service = plan.service();
        BenchService started = BenchService.start(
                plan,
                platform.postgres()
                        .provideDatabase(
                                service.database(),
                                place.secrets().databasePasswords().get(service)),
                place);
        services.put(service, started);
        started.awaitReady();
    }

    private RunState.Part service() {
        return services.get(Service.PROFILE).part();
    }

    BenchService service(Service service) {
        return services.get(service);
    }

    /** An empty database more. */
    Database database(String name) {
        return platform.postgres().freshDatabase(name, Secrets.password());
    }

    /** A folder for what a section writes; deleted at the end. */
    Path directory() {
        return place.directory();
    }

    /** The process of the service. */
    long pid() {
        return service().pid();
    }

    boolean isAlive() {
        return service().process().isAlive();
    }

    /** Where the service writes its log. */
    String log() {
        return service().log();
    }

    /** A connection to the service's database, as its own role. */
    Connection connect() throws SQLException {
        Database database = services.get(Service.PROFILE).database();
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    /** The same stack, as measurements of the API need it. */
    ProfileStack profiles() {
        Database database = services.get(Service.PROFILE).database();
        return new ProfileStack(
                URI.create(service().address()),
                operator(),
                database.jdbcUrl(),
                database.user(),
                database.password(),
                platform.kafka().bootstrapServers(),
                pid());
    }

    /** The same stack, as measurements of matching-service need it. */
    MatchingStack matching() {
        BenchService matching = services.get(Service.MATCHING);
        return new MatchingStack(
                URI.create(matching.part().address()),
                URI.create(matching.part().management()),
                tokens.token(Role.BRAND, null, null, List.of(), null, TOKEN),
                matching.database().jdbcUrl(),
                matching.database().user(),
                matching.database().password(),
                matching.part().pid(),
                platform.postgres().process().pid(),
                profiles());
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
        HttpRequest metrics = HttpRequest.newBuilder(URI.create(service().management() + "/q/metrics"))
                .timeout(REQUEST)
                .build();
        return http.send(metrics, HttpResponse.BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{") && line.contains("area=\"heap\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        services.values().forEach(BenchService::stop);
        platform.close();
        Directories.delete(directory());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service().address() + path))
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

package org.affinity.matching.engine.opensearch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.affinity.kit.problem.DomainException;
import org.affinity.matching.MatchingProblem;
import org.affinity.matching.engine.domain.Entry;
import org.affinity.matching.engine.domain.Plan;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.engine.domain.Schema;
import org.affinity.matching.engine.domain.Term;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the engine does when the cluster does not do as asked; what it finds is held by the conformance suite. */
class OpenSearchEngineTest {

    private static final Schema SCHEMA = new Schema(List.of("level"), List.of("size"), List.of("topics"));
    private static final Plan PLAN = new Plan(List.of(), List.of(), 1);
    private static final Entry ENTRY =
            new Entry(new UUID(0, 1), 1, List.of(new Row(new byte[1], new int[1], List.of(Set.of()))));

    private final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private int status = 200;
    private String reply = "{}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            seen.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath() + " "
                            + exchange.getRequestHeaders().getFirst("Authorization"));
            boolean isAlias = exchange.getRequestURI().getPath().startsWith("/_alias");
            byte[] body = reply.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(isAlias ? 200 : status, head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldSayThatTheClusterIsUnavailableWhenItCannotBeReached() {
        server.stop(0);
        try (OpenSearchEngine engine = engine()) {
            assertUnavailable(() -> engine.search(PLAN));
            assertUnavailable(() -> engine.put(ENTRY));
            assertUnavailable(() -> engine.remove(ENTRY.id()));
            assertUnavailable(engine::size);
            assertUnavailable(engine::check);
        }
    }

    @Test
    void shouldSayThatTheClusterIsUnavailableWhenItRefuses() {
        try (OpenSearchEngine engine = engine()) {
            for (int refusal : new int[] {401, 403, 404, 429, 500, 503}) {
                status = refusal;
                assertUnavailable(() -> engine.search(PLAN));
                assertUnavailable(() -> engine.put(ENTRY));
            }
        }
    }

    @Test
    void shouldNotTakeAPartForTheWhole() {
        try (OpenSearchEngine engine = engine()) {
            reply = "{\"timed_out\": true, \"hits\": {\"total\": {\"value\": 3}}}";
            assertUnavailable(() -> engine.search(PLAN));
            reply = "{\"_shards\": {\"failed\": 1}}";
            assertUnavailable(() -> engine.search(PLAN));
            reply = "{\"items\": [{\"index\": {\"status\": 429}}]}";
            assertUnavailable(() -> engine.put(ENTRY));
        }
    }

    @Test
    void shouldPassOverAnEntryThatTheClusterHasNewer() {
        reply = "{\"items\": [{\"index\": {\"status\": 409}}]}";
        try (OpenSearchEngine engine = engine()) {
            engine.put(ENTRY);
        }
        assertThat(seen).anyMatch(request -> request.contains("/_bulk"));
    }

    @Test
    void shouldSayWhoItIs() {
        try (OpenSearchEngine engine = engine()) {
            engine.size();
        }
        // "matching:s3cret" in base64
        assertThat(seen).isNotEmpty().allMatch(request -> request.endsWith("Basic bWF0Y2hpbmc6czNjcmV0"));
        assertThat(new ClusterSettings.User("matching", "s3cret").toString()).isEqualTo("matching");
    }

    @Test
    void shouldRefusePointsThatScoresCannotTell() {
        int[] points = new int[256];
        points[7] = 1 << 24;
        try (OpenSearchEngine engine = engine()) {
            assertThatThrownBy(() -> engine.search(new Plan(List.of(), List.of(new Term.CodePoints(0, points)), 1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private OpenSearchEngine engine() {
        ClusterSettings settings = new ClusterSettings(
                List.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())),
                "test",
                1,
                0,
                Optional.of(new ClusterSettings.User("matching", "s3cret")),
                Optional.empty(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ZERO);
        return new OpenSearchEngine(SCHEMA, settings, new ObjectMapper());
    }

    private static void assertUnavailable(Runnable request) {
        assertThatThrownBy(request::run)
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.type()).isEqualTo(MatchingProblem.ENGINE_UNAVAILABLE));
    }
}

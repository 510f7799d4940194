package org.affinity.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.affinity.kit.privacy.TransitBox;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.Events;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ReportingTest
class ErasureComponentTest {

    private static final String RECEIPT = "reporting.erasure-receipt.recorded.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Line line = Line.accepted();

    @Inject
    AgroalDataSource dataSource;

    private JsonNode erase() {
        UUID erasureId = UUID.randomUUID();
        Events.publish(
                "profile.erasure.requested.v1",
                erasureId,
                1,
                Map.of(
                        "erasureId",
                        erasureId,
                        "version",
                        1,
                        "creatorId",
                        line.creator,
                        "requestedAt",
                        Instant.now().toString()));
        return Events.await(RECEIPT, erasureId).data();
    }

    private UUID measuredPost() {
        UUID post = line.post(line.creatorToken());
        Line.measure(line.partner(), post, Map.of("impressions", 4_000, "reach", 3_000))
                .then()
                .statusCode(201);
        return post;
    }

    private long count(String query, Object... parameters) throws Exception {
        return Tenancy.callAsSystem(() -> {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement statement = connection.prepareStatement(query)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                try (ResultSet result = statement.executeQuery()) {
                    result.next();
                    return result.getLong(1);
                }
            }
        });
    }

    @Test
    void shouldAnonymisePostsAndReadingsAndStillReportWhatWasReached() throws Exception {
        // Given
        UUID post = measuredPost();

        // When
        JsonNode receipt = erase();
        UUID report = line.report("IMPRESSIONS", "3000");

        // Then
        assertThat(receipt.path("erased").findValuesAsText("table"))
                .contains("collaboration_copy", "post", "metric_reading", "measurement_closure", "webhook_delivery");
        assertThat(count("select count(*) from post where creator_id = ?", line.creator))
                .isZero();
        assertThat(count("select count(*) from metric_reading where creator_id = ?", line.creator))
                .isZero();
        assertThat(count(
                        "select count(*) from post where post_id = ? and url = 'urn:affinity:erased:' || post_id",
                        post))
                .isEqualTo(1);
        assertThat(count("select count(*) from metric_reading where post_id = ? and recorded_by = 'erased'", post))
                .isEqualTo(1);
        Line.as(line.brand())
                .get("/v1/reports/" + report)
                .then()
                .statusCode(200)
                .body("verdicts[0].verdict", org.hamcrest.Matchers.equalTo("REACHED"));
        assertThat(Events.published("reporting.result.recorded.v1", line.collaboration))
                .isEmpty();
        Line.as(line.creatorToken()).get("/v1/posts/" + post).then().statusCode(404);
    }

    /** Waits until somebody waits for that statement's transaction, which an erasure would have open, and ends it. */
    private <T> CompletableFuture<T> whileErasing(String statement, UUID id, Supplier<T> request) throws Exception {
        return Tenancy.callAsSystem(() -> QuarkusTransaction.requiringNew().call(() -> {
            run("select pg_advisory_xact_lock(hashtextextended('measurement ' || ?, 0))", line.campaign);
            var reply = CompletableFuture.supplyAsync(
                    request, task -> Thread.ofVirtual().start(task));
            await().atMost(PATIENCE)
                    .until(() ->
                            count("select count(*) from pg_locks where locktype = 'advisory' and not granted") > 0);
            run(statement, id);
            return reply;
        }));
    }

    private void run(String statement, UUID id) throws Exception {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setObject(1, id);
            prepared.execute();
        }
    }

    @Test
    void shouldRecordNoPostOfACreatorWhoIsJustBeingErased() throws Exception {
        // When
        Response reply = whileErasing(
                        "delete from collaboration_copy where creator_id = ?",
                        line.creator,
                        () -> Line.as(line.partner())
                                .body(line.postBody("https://www.instagram.com/p/C8xYz/"))
                                .post("/v1/posts"))
                .get(60, TimeUnit.SECONDS);

        // Then
        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(count("select count(*) from post where creator_id = ?", line.creator))
                .isZero();
    }

    @Test
    void shouldRecordNoFigureOfACreatorWhoIsJustBeingErased() throws Exception {
        // Given
        UUID post = line.post(line.partner());

        // When
        Response reply = whileErasing(
                        "update post set creator_id = '00000000-0000-0000-0000-000000000000' where creator_id = ?",
                        line.creator,
                        () -> Line.measure(line.partner(), post, Map.of("reach", 3_000)))
                .get(60, TimeUnit.SECONDS);

        // Then: the figure stays, without the creator
        assertThat(reply.statusCode()).isEqualTo(201);
        assertThat(count("select count(*) from metric_reading where creator_id = ?", line.creator))
                .isZero();
        assertThat(count("select count(*) from metric_reading where post_id = ?", post))
                .isEqualTo(1);
    }

    @Test
    void shouldTakeBackTheResultOfAnErasedCreator() {
        // Given
        measuredPost();
        line.report("IMPRESSIONS", "3000");
        Events.await("reporting.result.recorded.v1", line.collaboration);

        // When
        erase();

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Events.onTopic("reporting.result").stream()
                                .filter(event -> event.key().equals(line.collaboration.toString()))
                                .reduce((_, last) -> last)
                                .orElseThrow()
                                .data()
                                .isNull())
                        .isTrue());
    }

    @Test
    void shouldNotBringAnErasedCreatorBackAndForgetRetractedCollaborations() throws Exception {
        // Given
        erase();
        Line other = Line.accepted();

        // When
        line.publishCollaboration("ACCEPTED", 7);
        Events.publish("campaign.collaboration.erased.v1", other.collaboration, 3, (Object) null);
        Line.accepted();

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(other.known()).isNull());
        assertThat(line.known()).isNull();
    }

    @Test
    void shouldHandOutPostsReadingsAndReports() throws Exception {
        // Given
        UUID post = measuredPost();
        UUID report = line.report("IMPRESSIONS", "3000");
        UUID export = UUID.randomUUID();
        var keys = TransitBox.newKeys();
        byte[] publicKey = keys.getPublic().getEncoded();

        // When
        Events.publish(
                "profile.data-export.requested.v1",
                export,
                1,
                Map.of("exportId", export, "version", 1, "creatorId", line.creator, "publicKey", publicKey));
        JsonNode extract =
                Events.await("reporting.data-extract.recorded.v1", export).data();

        // Then
        JsonNode files = JSON.readTree(TransitBox.open(
                keys.getPrivate().getEncoded(),
                publicKey,
                Base64.getDecoder().decode(extract.path("sealed").asText())));
        assertThat(files.at("/posts/0/post_id").asText()).isEqualTo(post.toString());
        assertThat(files.at("/metric-readings/0/impressions").asLong()).isEqualTo(4_000);
        assertThat(files.at("/reports/0/reportId").asText()).isEqualTo(report.toString());
        assertThat(List.of(files.path("collaborations").size())).containsExactly(1);
    }
}

package org.affinity.kit.thing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Events out through the outbox and in through the inbox, on a real broker. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class EventsComponentTest {

    private static final String CREATOR = "profile.creator.updated.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AgroalDataSource dataSource;

    EventsComponentTest(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @AfterEach
    void healConsumer() {
        ThingEvents.defect = () -> {};
    }

    private static ObjectNode creator(UUID id, String name) {
        return ((ObjectNode) EventContracts.example(CREATOR))
                .put("creatorId", id.toString())
                .put("displayName", name);
    }

    private String copyOf(UUID id) {
        return read("select name from thing_copy where id = ?", id);
    }

    private String read(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response post(String name) {
        return given().header("Authorization", "Bearer " + Tokens.brand(UUID.randomUUID()))
                .contentType("application/json")
                .body("{\"name\":\"" + name + "\"}")
                .post("/v1/things");
    }

    private void awaitEmptyOutbox() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(read("select count(*) from outbox")).isEqualTo("0"));
    }

    @Test
    void shouldPublishTheEventOfACommittedChangeAsACloudEvent() {
        UUID thing = UUID.fromString(post("published").jsonPath().getString("thingId"));
        Events.Published event = Events.await("matching.match.completed.v1", thing);
        assertThat(event.headers()).containsEntry("ce_specversion", "1.0").containsEntry("ce_source", "/service-kit");
        assertThat(event.sequence()).isEqualTo(1);
        awaitEmptyOutbox();
    }

    @Test
    void shouldNotPublishTheEventOfAChangeThatWasRolledBack() {
        // What other tests wrote may still be on its way.
        awaitEmptyOutbox();
        long before = Events.onTopic("matching.match").size();
        assertThat(post("broken").statusCode()).isEqualTo(500);
        UUID after = UUID.fromString(post("after").jsonPath().getString("thingId"));
        Events.await("matching.match.completed.v1", after);
        assertThat(Events.onTopic("matching.match").size()).isEqualTo(before + 1);
    }

    @Test
    void shouldTakeEffectOnceAndIgnoreOlderStateAndUnknownTypes() {
        UUID id = UUID.randomUUID();
        String first = Events.publish(CREATOR, id, 2, creator(id, "second"));
        Events.publish(CREATOR, id, 1, creator(id, "first"));
        Events.publishAs(first, CREATOR, id, 3, creator(id, "same id again"));
        Events.publish("profile.creator.applauded.v1", id, 4, "{}".getBytes(StandardCharsets.UTF_8));
        UUID last = UUID.randomUUID();
        Events.publish(CREATOR, last, 1, creator(last, "last"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(copyOf(last)).isEqualTo("last"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(copyOf(id)).isEqualTo("second"));
    }

    @Test
    void shouldKeepAPoisonEventAsDeadLetterAndGoOn() {
        UUID poison = UUID.randomUUID();
        UUID healthy = UUID.randomUUID();
        Events.publish(CREATOR, poison, 1, "not json".getBytes(StandardCharsets.UTF_8));
        Events.publish(CREATOR, healthy, 1, creator(healthy, "healthy"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(copyOf(healthy)).isEqualTo("healthy"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Events.onTopic("profile.creator.dlq"))
                        .anySatisfy(event -> {
                            assertThat(event.key()).isEqualTo(poison.toString());
                            assertThat(event.headers()).containsEntry("dlq_consumer", "things");
                        }));
    }

    @Test
    void shouldNotStopAtAnEventWithNulInItsId() {
        UUID poison = UUID.randomUUID();
        UUID healthy = UUID.randomUUID();
        Events.publishAs("nul\0id" + poison, CREATOR, poison, 1, "{".getBytes(StandardCharsets.UTF_8));
        Events.publish(CREATOR, healthy, 1, creator(healthy, "behind it"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(copyOf(healthy)).isEqualTo("behind it"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(read("select key from dead_letter where key = ?", poison.toString()))
                        .isNotNull());
    }

    @Test
    void shouldGiveNoEventUpWhileTheDatabaseTakesNoChanges() {
        // Given: more refusals than an event has tries of its own
        AtomicInteger refusals = new AtomicInteger(5);
        ThingEvents.defect = () -> {
            if (refusals.getAndDecrement() > 0) {
                throw new IllegalStateException(new SQLException("read-only transaction", "25006"));
            }
        };
        UUID id = UUID.randomUUID();

        // When
        Events.publish(CREATOR, id, 1, creator(id, "after the failover"));

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(copyOf(id)).isEqualTo("after the failover"));
        assertThat(read("select id::text from dead_letter where key = ?", id.toString()))
                .isNull();
    }

    @Test
    void shouldGoOnBehindAnEventThatEndsInAnError() {
        // Given
        UUID poison = UUID.randomUUID();
        ThingEvents.defect = () -> {
            throw new StackOverflowError("a test's");
        };

        // When
        Events.publish(CREATOR, poison, 1, creator(poison, "nested without end"));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(read("select cause from dead_letter where key = ?", poison.toString()))
                        .isEqualTo("StackOverflowError: a test's"));
        ThingEvents.defect = () -> {};
        UUID healthy = UUID.randomUUID();
        Events.publish(CREATOR, healthy, 1, creator(healthy, "behind it"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(copyOf(healthy)).isEqualTo("behind it"));
    }

    @Test
    void shouldReplayADeadLetterWhenTheDefectIsMended() {
        UUID id = UUID.randomUUID();
        ThingEvents.defect = () -> {
            throw new IllegalStateException("a consumer's defect");
        };
        Events.publish(CREATOR, id, 1, creator(id, "late"));
        String operator = "Bearer " + Tokens.operator();
        String letter = await().atMost(PATIENCE)
                .until(
                        () -> read("select id::text from dead_letter where key = ?", id.toString()),
                        found -> found != null);
        Response inspected = given().header("Authorization", operator).get("/v1/thing-dead-letters/" + letter);
        assertThat(inspected.jsonPath().getString("cause")).contains("a consumer's defect");
        assertThat(inspected.jsonPath().getString("payload")).isNotEmpty();
        ThingEvents.defect = () -> {
            throw new IllegalStateException("another defect behind it");
        };
        Response failed =
                given().header("Authorization", operator).post("/v1/thing-dead-letters/" + letter + "/replays");
        assertThat(failed.jsonPath().getString("resolvedAt")).isNull();
        assertThat(failed.jsonPath().getString("cause")).contains("another defect behind it");
        ThingEvents.defect = () -> {};
        Response replayed =
                given().header("Authorization", operator).post("/v1/thing-dead-letters/" + letter + "/replays");
        assertThat(replayed.jsonPath().getString("resolvedAt")).isNotNull();
        assertThat(replayed.jsonPath().getInt("replays")).isEqualTo(2);
        assertThat(copyOf(id)).isEqualTo("late");
        assertThat(given().header("Authorization", "Bearer " + Tokens.brand(UUID.randomUUID()))
                        .get("/v1/thing-dead-letters")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void shouldRebuildAReadModelFromTheFirstEvent() {
        UUID id = UUID.randomUUID();
        Events.publish(CREATOR, id, 1, creator(id, "rebuilt"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(copyOf(id)).isEqualTo("rebuilt"));
        read("delete from thing_copy where id = ? returning name", id);
        assertThat(copyOf(id)).isNull();
        Response rebuild = given().header("Authorization", "Bearer " + Tokens.operator())
                .post("/v1/thing-read-models/things/rebuilds");
        assertThat(rebuild.statusCode()).isEqualTo(202);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(copyOf(id)).isEqualTo("rebuilt"));
        // It reads the events of other tests, too, which are to fail in their own way only.
        await().atMost(PATIENCE)
                .until(() ->
                        read("select completed_at::text from read_model_rebuild where consumer = 'things'") != null);
    }
}

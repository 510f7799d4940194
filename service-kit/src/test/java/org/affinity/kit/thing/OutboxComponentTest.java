package org.affinity.kit.thing;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.outbox.Outbox;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What the outbox does with events that cannot be sent, and with the transaction that sends the others. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class OutboxComponentTest {

    private static final String MATCH = "matching.match.completed.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AgroalDataSource dataSource;
    private final Outbox outbox;
    private final TransactionManager transactions;
    private final MeterRegistry meters;

    OutboxComponentTest(
            AgroalDataSource dataSource, Outbox outbox, TransactionManager transactions, MeterRegistry meters) {
        this.dataSource = dataSource;
        this.outbox = outbox;
        this.transactions = transactions;
        this.meters = meters;
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

    private void publish(UUID id, Object payload) {
        QuarkusTransaction.requiringNew().run(() -> outbox.publish(MATCH, id, 1, payload));
    }

    private void forward(String topic, String key, byte[] payload) {
        Map<String, String> headers = Map.of("ce_id", key, "ce_type", "test.thing.sent.v1");
        QuarkusTransaction.requiringNew().run(() -> outbox.forward(topic, key, "test.thing.sent.v1", payload, headers));
    }

    private int statusHere() {
        try {
            return transactions.getStatus();
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void shouldNotTakeTheTransactionToTheThreadThatSends() {
        // When
        int elsewhere = QuarkusTransaction.requiringNew()
                .call(() -> Uni.createFrom()
                        .voidItem()
                        .emitOn(Infrastructure.getDefaultExecutor())
                        .map(_ -> statusHere())
                        .await()
                        .atMost(PATIENCE));

        // Then
        assertThat(elsewhere).isEqualTo(Status.STATUS_NO_TRANSACTION);
    }

    @Test
    void shouldRefuseAnEventThatTheBrokerWouldNotTake() {
        // Given
        UUID large = UUID.randomUUID();
        UUID small = UUID.randomUUID();

        // When
        assertThatThrownBy(() -> publish(large, Map.of("text", "a".repeat(4_000_001))))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.type()).isEqualTo(CommonProblem.TOO_LARGE));
        publish(small, EventContracts.example(MATCH));

        // Then
        Events.await(MATCH, small);
        assertThat(read("select id::text from outbox where aggregateid = ?", large.toString()))
                .isNull();
    }

    @Test
    void shouldSendAnEventAsLargeAsItMayBe() {
        // Given
        String key = UUID.randomUUID().toString();

        // When
        forward("matching.match", key, new byte[3_999_000]);

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Events.onTopic("matching.match"))
                        .anySatisfy(event -> assertThat(event.key()).isEqualTo(key)));
    }

    @Test
    void shouldPutAsideAnEventThatNoBrokerTakesAndSendTheOthers() {
        // Given
        String poison = UUID.randomUUID().toString();
        UUID healthy = UUID.randomUUID();

        // When
        forward("no topic at all!", poison, "{}".getBytes(StandardCharsets.UTF_8));
        publish(healthy, EventContracts.example(MATCH));

        // Then
        Events.await(MATCH, healthy);
        String letter = await().atMost(PATIENCE)
                .until(() -> read("select id::text from dead_letter where key = ?", poison), id -> id != null);
        Response shown =
                given().header("Authorization", "Bearer " + Tokens.operator()).get("/v1/thing-dead-letters/" + letter);
        assertThat(shown.jsonPath().getString("consumer")).isEqualTo("outbox");
        assertThat(shown.jsonPath().getString("cause")).startsWith("InvalidTopicException");
        assertThat(read("select id::text from outbox where aggregateid = ?", poison))
                .isNull();
    }

    @Test
    void shouldSendAnEventAgainThatWasPutAside() {
        // Given
        String key = UUID.randomUUID().toString();
        read("""
                insert into dead_letter (id, consumer, topic, partition, "offset", key, headers, payload, cause, failed_at)
                values (?, 'outbox', 'matching.match', -1, 1, ?, '{"ce_id": "again"}', '\\x7b7d', 'test', now())
                returning id""", UUID.fromString(key), key);

        // When
        Response replayed = given().header("Authorization", "Bearer " + Tokens.operator())
                .post("/v1/thing-dead-letters/" + key + "/replays");

        // Then
        assertThat(replayed.jsonPath().getString("resolvedAt")).isNotNull();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Events.onTopic("matching.match"))
                        .anySatisfy(event -> {
                            assertThat(event.key()).isEqualTo(key);
                            assertThat(event.id()).isEqualTo("again");
                        }));
    }

    @Test
    void shouldLetATopicThatTakesNothingWaitAside() {
        // Given
        String stuck = UUID.randomUUID().toString();
        UUID before = UUID.randomUUID();
        UUID after = UUID.randomUUID();
        try {
            // When
            forward("matching.missing", stuck, "{}".getBytes(StandardCharsets.UTF_8));
            publish(before, EventContracts.example(MATCH));
            Events.await(MATCH, before);
            publish(after, EventContracts.example(MATCH));

            // Then
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(Events.published(MATCH, after)).hasSize(1));
            assertThat(read("select id::text from outbox where aggregateid = ?", stuck))
                    .isNotNull();
        } finally {
            read("delete from outbox where aggregateid = ? returning id", stuck);
        }
    }

    @Test
    void shouldTellOperatorsWhatWaits() {
        assertThat(meters.get("outbox.pending").gauge().value()).isNotNegative();
        assertThat(meters.get("outbox.oldest").gauge().value()).isNotNegative();
        assertThat(meters.get("dead_letters.open").gauge().value()).isNotNegative();
    }
}

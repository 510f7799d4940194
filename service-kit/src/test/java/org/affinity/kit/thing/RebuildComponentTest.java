package org.affinity.kit.thing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A rebuild reads every event, whatever happens to replicas and partitions meanwhile. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class RebuildComponentTest {

    private static final String CREATOR = "profile.creator.updated.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PLENTY = 1_000_000;

    private final AgroalDataSource dataSource;
    private final String topic;
    private final String broker;

    RebuildComponentTest(
            AgroalDataSource dataSource,
            @ConfigProperty(name = "affinity.kafka.topic-prefix") String topicPrefix,
            @ConfigProperty(name = "kafka.bootstrap.servers") String broker) {
        this.dataSource = dataSource;
        this.topic = topicPrefix + "profile.creator";
        this.broker = broker;
    }

    @AfterEach
    void letEventsPass() {
        ThingEvents.letAllPass();
        ThingEvents.untilError.set(0);
    }

    private List<UUID> publishMany() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            UUID id = UUID.randomUUID();
            ObjectNode creator = ((ObjectNode) EventContracts.example(CREATOR)).put("creatorId", id.toString());
            Events.publish(CREATOR, id, 1, creator);
            ids.add(id);
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(copies()).containsAll(ids));
        return ids;
    }

    private Set<UUID> copies() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select id from thing_copy");
                ResultSet row = select.executeQuery()) {
            Set<UUID> ids = new HashSet<>();
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void rebuild() {
        given().header("Authorization", "Bearer " + Tokens.operator())
                .post("/v1/thing-read-models/things/rebuilds")
                .then()
                .statusCode(202);
    }

    private static JsonPath state() {
        return given().header("Authorization", "Bearer " + Tokens.operator())
                .get("/v1/thing-read-models/things")
                .jsonPath();
    }

    private KafkaConsumer<String, byte[]> member() {
        return new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker, ConsumerConfig.GROUP_ID_CONFIG, "service-kit"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Offsets that the group has committed, by partition. */
    private Map<Integer, Long> committed() {
        try (KafkaConsumer<String, byte[]> member = member()) {
            Set<TopicPartition> partitions = member.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .collect(Collectors.toSet());
            return member.committed(partitions).entrySet().stream()
                    .filter(entry -> entry.getValue() != null)
                    .collect(Collectors.toMap(
                            entry -> entry.getKey().partition(),
                            entry -> entry.getValue().offset()));
        }
    }

    @Test
    void shouldReadEveryEventWhilePartitionsMove() {
        // Given
        List<UUID> ids = publishMany();
        Map<Integer, Long> before = committed();
        ThingEvents.permits = new Semaphore(0);
        rebuild();
        assertThat(copies()).isEmpty();
        await().atMost(PATIENCE).until(ThingEvents.permits::hasQueuedThreads);

        // When
        try (KafkaConsumer<String, byte[]> other = member()) {
            other.subscribe(List.of(topic));
            await().atMost(PATIENCE).until(() -> {
                other.poll(Duration.ofMillis(200));
                return !other.assignment().isEmpty();
            });
            ThingEvents.permits.release(5);
        }
        ThingEvents.permits.release(PLENTY);

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(copies()).containsAll(ids));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(state().getString("completedAt")).isNotNull());
        assertThat(state().getLong("remaining")).isZero();
        Map<Integer, Long> after = committed();
        before.forEach((partition, offset) -> assertThat(after.get(partition)).isGreaterThanOrEqualTo(offset));
    }

    @Test
    void shouldGoOnWhereALostReaderWas() {
        // Given
        List<UUID> ids = publishMany();
        ThingEvents.untilError.set(10);

        // When
        rebuild();

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(state().getString("completedAt")).isNotNull());
        assertThat(ThingEvents.untilError).hasValue(0);
        assertThat(copies()).containsAll(ids);
    }

    @Test
    void shouldStartAnewWhenAskedAgain() {
        // Given
        List<UUID> ids = publishMany();
        ThingEvents.permits = new Semaphore(0);
        rebuild();
        long generation = state().getLong("generation");
        await().atMost(PATIENCE).until(ThingEvents.permits::hasQueuedThreads);
        ThingEvents.permits.release(3);

        // When
        rebuild();
        ThingEvents.permits.release(PLENTY);

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(state().getString("completedAt")).isNotNull());
        assertThat(state().getLong("generation")).isEqualTo(generation + 1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(copies()).containsAll(ids));
    }

    @Test
    void shouldKnowNoReadModelThatIsNotThere() {
        given().header("Authorization", "Bearer " + Tokens.operator())
                .get("/v1/thing-read-models/others")
                .then()
                .statusCode(404);
    }
}

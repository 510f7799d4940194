package org.affinity.kit.thing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Events;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a consumer group says of how far it is, on which lag alerts and matches of campaigns rely. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class CommittedOffsetsComponentTest {

    private static final String CREATOR = "profile.creator.updated.v1";
    private static final String GROUP = "service-kit";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaClientService kafka;
    private final String topicPrefix;
    private final String broker;

    CommittedOffsetsComponentTest(
            KafkaClientService kafka,
            @ConfigProperty(name = "affinity.kafka.topic-prefix") String topicPrefix,
            @ConfigProperty(name = "kafka.bootstrap.servers") String broker) {
        this.kafka = kafka;
        this.topicPrefix = topicPrefix;
        this.broker = broker;
    }

    @AfterEach
    void letEventsPass() {
        ThingEvents.letAllPass();
    }

    @Test
    void shouldCommitWhatWasHandledWhileAnotherReplicaJoined() {
        await().atMost(PATIENCE).until(() -> !assignedPartitions().isEmpty());
        publish();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(committed()).isEqualTo(ends()));
        try (KafkaConsumer<String, byte[]> slowReplica = replica();
                KafkaConsumer<String, byte[]> newReplica = replica()) {
            await().atMost(PATIENCE).until(() -> !poll(slowReplica).isEmpty());
            await().atMost(PATIENCE).until(() -> !assignedPartitions().isEmpty());
            ThingEvents.permits = new Semaphore(0);
            publish();
            await().atMost(PATIENCE).until(() -> ThingEvents.permits.hasQueuedThreads());
            // The group cannot settle as long as one replica does not answer, so the event is handled meanwhile.
            await().atMost(PATIENCE).until(() -> {
                poll(newReplica);
                return assignedPartitions().isEmpty();
            });
            ThingEvents.letAllPass();
            await().atMost(PATIENCE).until(() -> {
                poll(newReplica);
                return !poll(slowReplica).isEmpty() && !assignedPartitions().isEmpty();
            });
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(committed()).isEqualTo(ends()));
    }

    private static void publish() {
        UUID id = UUID.randomUUID();
        ObjectNode creator = ((ObjectNode) EventContracts.example(CREATOR)).put("creatorId", id.toString());
        Events.publish(CREATOR, id, 1, creator);
    }

    /** The partitions that the service under test may read. */
    private Set<TopicPartition> assignedPartitions() {
        return kafka.getConsumer("things").getAssignments().await().atMost(PATIENCE);
    }

    /** Another member of the group, which reads a topic of its own. */
    private KafkaConsumer<String, byte[]> replica() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker,
                ConsumerConfig.GROUP_ID_CONFIG, GROUP,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        KafkaConsumer<String, byte[]> replica =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        replica.subscribe(List.of(topicPrefix + "matching.match"));
        return replica;
    }

    private static Set<TopicPartition> poll(KafkaConsumer<String, byte[]> replica) {
        replica.poll(Duration.ofMillis(50));
        return replica.assignment();
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker))) {
            String topic = topicPrefix + "profile.creator";
            Set<TopicPartition> partitions =
                    admin.describeTopics(List.of(topic)).topicNameValues().get(topic).get().partitions().stream()
                            .map(partition -> new TopicPartition(topic, partition.partition()))
                            .collect(Collectors.toSet());
            return admin
                    .listOffsets(partitions.stream()
                            .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest())))
                    .all()
                    .get()
                    .entrySet()
                    .stream()
                    .filter(end -> end.getValue().offset() > 0)
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, end -> end.getValue().offset()));
        }
    }

    private Map<TopicPartition, Long> committed() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker))) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return committed.entrySet().stream()
                    .filter(entry -> entry.getKey().topic().equals(topicPrefix + "profile.creator")
                            && entry.getValue().offset() > 0)
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().offset()));
        }
    }
}

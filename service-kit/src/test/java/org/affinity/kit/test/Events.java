package org.affinity.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** Puts events on the broker as another service would, and reads what the service under test published. */
public final class Events {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Events() {}

    /** An event as it stands on the broker. */
    public record Published(
            String id, String type, String key, long sequence, Map<String, String> headers, JsonNode data) {}

    /** Publishes an event with a new id; the id. */
    public static String publish(String type, UUID key, long sequence, Object payload) {
        return publish(type, key.toString(), sequence, payload);
    }

    /** The same for a key that is no id. */
    public static String publish(String type, String key, long sequence, Object payload) {
        String id = UUID.randomUUID().toString();
        publishAs(id, type, key, sequence, payload);
        return id;
    }

    /** Publishes an event with an id of the test's choice, such as one that was sent before. */
    public static void publishAs(String id, String type, UUID key, long sequence, Object payload) {
        publishAs(id, type, key.toString(), sequence, payload);
    }

    private static void publishAs(String id, String type, String key, long sequence, Object payload) {
        try {
            byte[] data =
                    payload instanceof byte[] bytes ? bytes : payload == null ? null : JSON.writeValueAsBytes(payload);
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(topicOf(type), key, data);
            header(record, "ce_specversion", "1.0");
            header(record, "ce_id", id);
            header(record, "ce_type", type);
            header(record, "ce_source", "/test");
            header(record, "ce_subject", key);
            header(record, "ce_time", Instant.now().toString());
            header(record, "ce_sequence", Long.toString(sequence));
            try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            AffinityTestStack.stack().kafkaBootstrapServers()),
                    new StringSerializer(),
                    new ByteArraySerializer())) {
                producer.send(record).get(60, TimeUnit.SECONDS);
            }
        } catch (IOException | InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Waits for an event of a type and key, the newest of them, and checks it against its contract. */
    public static Published await(String type, UUID key) {
        return await(type, key, 1);
    }

    /** Waits for an event of a type and key whose sequence is at least the given one. */
    public static Published await(String type, UUID key, long sequence) {
        return await(type, key.toString(), sequence);
    }

    /** The same for a key that is no id. */
    public static Published await(String type, String key, long sequence) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> published(type, key).stream()
                                .filter(event -> event.sequence() >= sequence)
                                .reduce((_, last) -> last),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    /** Every event of a type and key that is on the broker now, in order. */
    public static List<Published> published(String type, UUID key) {
        return published(type, key.toString());
    }

    /** The same for a key that is no id. */
    public static List<Published> published(String type, String key) {
        List<Published> found = all(topicOf(type)).stream()
                .filter(event -> event.type().equals(type) && event.key().equals(key))
                .toList();
        found.forEach(event -> EventContracts.assertValid(type, event.data()));
        return found;
    }

    /** Every record of a topic (without the module's prefix) that is on the broker now. */
    public static List<Published> onTopic(String topic) {
        return all(AffinityTestStack.topicPrefix() + topic);
    }

    private static String topicOf(String type) {
        String[] segments = type.split("\\.", -1);
        return AffinityTestStack.topicPrefix() + segments[0] + "." + segments[1];
    }

    private static List<Published> all(String topic) {
        Map<String, Object> configuration = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                AffinityTestStack.stack().kafkaBootstrapServers());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Published> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    found.add(published(record));
                }
            }
            return found;
        }
    }

    private static Published published(ConsumerRecord<String, byte[]> record) {
        try {
            Map<String, String> headers = new java.util.LinkedHashMap<>();
            for (Header header : record.headers()) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
            return new Published(
                    headers.get("ce_id"),
                    headers.getOrDefault("ce_type", ""),
                    record.key(),
                    Long.parseLong(headers.getOrDefault("ce_sequence", "0")),
                    headers,
                    readable(record.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode readable(byte[] data) throws IOException {
        try {
            return data == null ? JSON.nullNode() : JSON.readTree(data);
        } catch (com.fasterxml.jackson.core.JsonParseException e) {
            return JSON.getNodeFactory().binaryNode(data);
        }
    }
}

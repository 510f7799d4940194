package org.affinity.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that stands on the topics of one run. */
final class EventLog {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String bootstrapServers;
    private final String topicPrefix;

    EventLog(String bootstrapServers, String topicPrefix) {
        this.bootstrapServers = bootstrapServers;
        this.topicPrefix = topicPrefix;
    }

    /** An event as it stands there; one that was sent twice stands there twice, with the same id. */
    record Event(String topic, String id, String type, String key, long sequence, JsonNode data) {

        /** What happened: an aggregate takes each of its steps once. */
        String step() {
            return type + " " + key + " " + sequence;
        }
    }

    /** All events, from the first one on. */
    List<Event> read() {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> topic.getKey().startsWith(topicPrefix))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Event> events = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> events.add(event(record)));
            }
            return events;
        }
    }

    /** What consumer groups have still to read and to commit: nothing when all that is there has arrived. */
    List<String> unread(List<String> groups) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            List<String> unread = new ArrayList<>();
            for (String group : groups) {
                List<TopicPartition> assigned =
                        admin
                                .describeConsumerGroups(List.of(group))
                                .describedGroups()
                                .get(group)
                                .get()
                                .members()
                                .stream()
                                .flatMap(member -> member.assignment().topicPartitions().stream())
                                .toList();
                if (assigned.isEmpty()) {
                    unread.add(group + " reads nothing");
                }
                unread.addAll(unread(admin, group, assigned));
            }
            return unread;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> unread(Admin admin, String group, List<TopicPartition> assigned)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        List<String> unread = new ArrayList<>();
        for (TopicPartition partition : assigned) {
            long end = admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
            OffsetAndMetadata reached = committed.get(partition);
            if (end > 0 && (reached == null || reached.offset() < end)) {
                unread.add("%s is at %s of %d in %s"
                        .formatted(group, reached == null ? "no event" : reached.offset(), end, partition));
            }
        }
        return unread;
    }

    private Event event(ConsumerRecord<String, byte[]> record) {
        try {
            return new Event(
                    record.topic().substring(topicPrefix.length()),
                    header(record, "ce_id"),
                    header(record, "ce_type"),
                    record.key(),
                    Long.parseLong(header(record, "ce_sequence")),
                    record.value() == null ? JSON.nullNode() : JSON.readTree(record.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}

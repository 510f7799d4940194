package org.affinity.local.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * How long matching-service takes to throw its creators away and read them from the topic again, until the last one is
 * in its table and in its index; beside a client that reads the same records and does nothing with them.
 */
public final class RebuildBench {

    private static final String TOPIC = "profile.creator";
    private static final String READ_MODEL = "/v1/matching-read-models/creators";
    private static final Duration POLL = Duration.ofMillis(100);

    private final MatchingStack stack;
    private final int creators;

    private RebuildBench(MatchingStack stack, int creators) {
        this.stack = stack;
        this.creators = creators;
    }

    /**
     * Measures with so many creators, all of whom profile-service has and tells; prints what it found and gives it
     * back.
     *
     * @param others creators in the table of whom nothing tells
     */
    public static Map<String, Object> measure(MatchingStack stack, int creators, int others)
            throws IOException, SQLException, InterruptedException {
        return new RebuildBench(stack, creators).measure(others);
    }

    private Map<String, Object> measure(int others) throws IOException, SQLException, InterruptedException {
        awaitCreators(creators + others);
        double reading = readTopic();
        long start = System.nanoTime();
        try (PlainConnection api = new PlainConnection(stack.api())) {
            api.succeed(PlainConnection.request(
                    stack.api(),
                    "POST",
                    READ_MODEL + "/rebuilds",
                    stack.profiles().token(),
                    null,
                    null));
            byte[] status = PlainConnection.request(
                    stack.api(), "GET", READ_MODEL, stack.profiles().token(), null, null);
            do {
                Thread.sleep(POLL);
                api.succeed(status);
            } while (api.body().contains("\"completedAt\":null"));
        }
        double table = (System.nanoTime() - start) / 1e9;
        awaitCreators(creators);
        stack.awaitIndex(lastChange());
        double index = (System.nanoTime() - start) / 1e9;
        return report(reading, table, index);
    }

    private Map<String, Object> report(double reading, double table, double index) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("creators", creators);
        figures.put("topicReadAlone", reading);
        figures.put("table", table);
        figures.put("index", index);
        System.out.printf(Locale.ROOT, "%-34s %10s %12s %8s%n", "", "SECONDS", "CREATORS/S", "RATIO");
        print("topic read alone (baseline)", reading, reading);
        print("rebuilt, table", table, reading);
        print("rebuilt, index", index, reading);
        return figures;
    }

    private void print(String name, double seconds, double baseline) {
        System.out.printf(
                Locale.ROOT, "%-34s %10.1f %,12.0f %8.1f%n", name, seconds, creators / seconds, seconds / baseline);
    }

    private void awaitCreators(int count) throws SQLException, InterruptedException {
        while (number("select count(*) from candidate where state is not null") < count) {
            Thread.sleep(POLL);
        }
    }

    private long lastChange() throws SQLException {
        return number("select max(change_number) from candidate");
    }

    private long number(String query) throws SQLException {
        try (Connection connection = stack.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private double readTopic() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.profiles().kafka());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map((PartitionInfo partition) -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long start = System.nanoTime();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(POLL);
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }
}

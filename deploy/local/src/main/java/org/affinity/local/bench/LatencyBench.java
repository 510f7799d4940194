package org.affinity.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * How long it takes from the answer to a changed profile until a consumer has its event, against a plain committed
 * update of one row on the same PostgreSQL in the same run.
 */
public final class LatencyBench {

    private static final String TOPIC = "profile.creator";
    private static final int CHANGES = 300;
    private static final int WARM_UP = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ProfileStack stack;
    private final HttpClient http = HttpClient.newHttpClient();

    private LatencyBench(ProfileStack stack) {
        this.stack = stack;
    }

    /** Measures, prints what it found and gives the figures back; one creator is added and changed many times. */
    public static Map<String, Object> measure(ProfileStack stack)
            throws IOException, InterruptedException, SQLException {
        return new LatencyBench(stack).measure();
    }

    private Map<String, Object> measure() throws IOException, InterruptedException, SQLException {
        Timings plain = plainUpdates();
        String handle = "bench" + UUID.randomUUID().toString().replace("-", "");
        String created = send("POST", "/v1/creators", 0, handle, null);
        String creatorId = created.replaceFirst("(?s).*\"creatorId\":\"([^\"]+)\".*", "$1");
        long[] toAnswer = new long[CHANGES];
        long[] toEvent = new long[CHANGES];
        try (KafkaConsumer<String, byte[]> consumer = atTheEnd(stack)) {
            for (int i = -WARM_UP; i < CHANGES; i++) {
                int version = i + WARM_UP + 2;
                long start = System.nanoTime();
                send("PUT", "/v1/creators/" + creatorId, version, handle, "\"" + (version - 1) + "\"");
                long answered = System.nanoTime();
                awaitEvent(consumer, creatorId, version);
                if (i >= 0) {
                    toAnswer[i] = answered - start;
                    toEvent[i] = System.nanoTime() - start;
                }
            }
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("plainUpdate", plain.figures(null));
        figures.put("requestToAnswer", print("request to answer", new Timings(toAnswer), plain));
        figures.put("requestToEvent", print("request to event at a consumer", new Timings(toEvent), plain));
        return figures;
    }

    private static Map<String, Object> print(String name, Timings timings, Timings plain) {
        System.out.printf(
                Locale.ROOT,
                "%-32s p50 %7.1f ms (%5.1f x a plain update), p99 %7.1f ms (%5.1f x)%n",
                name,
                timings.millis(0.5),
                timings.millis(0.5) / plain.millis(0.5),
                timings.millis(0.99),
                timings.millis(0.99) / plain.millis(0.99));
        return timings.figures(plain);
    }

    private String send(String method, String path, int version, String handle, String etag)
            throws IOException, InterruptedException {
        String body = "{\"displayName\":\"Bench " + version + "\",\"country\":\"FR\",\"topics\":[\"bench\"],"
                + "\"accounts\":[{\"platform\":\"BLOG\",\"handle\":\"" + handle + "\",\"followers\":" + version + "}]}";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(stack.api() + path))
                .header("Authorization", "Bearer " + stack.token())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        HttpResponse<String> response = http.send(
                (etag == null ? request : request.header("If-Match", etag)).build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    /** A consumer of creators' events from now on. */
    static KafkaConsumer<String, byte[]> atTheEnd(ProfileStack stack) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", stack.kafka(), "fetch.max.wait.ms", "500"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }

    private static void awaitEvent(KafkaConsumer<String, byte[]> consumer, String creatorId, int version)
            throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            for (ConsumerRecord<String, byte[]> event : consumer.poll(Duration.ofMillis(100))) {
                if (event.key().equals(creatorId) && sequence(event) == version) {
                    return;
                }
            }
        }
        throw new IOException("the event of version " + version + " did not come");
    }

    private static long sequence(ConsumerRecord<String, byte[]> event) {
        return Long.parseLong(
                new String(event.headers().lastHeader("ce_sequence").value(), StandardCharsets.US_ASCII));
    }

    /** One row of a table with one index more than its key, a transaction each. */
    private Timings plainUpdates() throws SQLException {
        try (Connection connection = stack.connect();
                var statement = connection.createStatement()) {
            statement.execute("drop table if exists bench_update");
            statement.execute("create table bench_update (id uuid primary key, name text, size bigint)");
            statement.execute("create index bench_update_size on bench_update (size)");
            UUID id = UUID.randomUUID();
            statement.execute("insert into bench_update values ('" + id + "', 'Bench', 0)");
            long[] nanos = new long[CHANGES];
            try (PreparedStatement update =
                    connection.prepareStatement("update bench_update set name = ?, size = ? where id = ?")) {
                for (int i = 0; i < CHANGES; i++) {
                    long start = System.nanoTime();
                    update.setString(1, "Bench " + i);
                    update.setLong(2, i);
                    update.setObject(3, id);
                    update.executeUpdate();
                    nanos[i] = System.nanoTime() - start;
                }
            }
            statement.execute("drop table bench_update");
            return new Timings(nanos);
        }
    }
}

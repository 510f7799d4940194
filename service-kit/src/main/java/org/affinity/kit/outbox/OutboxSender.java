package org.affinity.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.config.KitConfiguration;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * Sends the events of the outbox to Kafka as CloudEvents 1.0 (Kafka binding, binary mode), at least once and in order.
 *
 * <p>A transaction-scoped advisory lock lets one replica send at a time; two at once would put events of one key out of
 * order. An event is deleted after the broker has acknowledged it. No event holds up the others: one that no broker
 * will ever take becomes a dead letter of the consumer {@value Outbox#NAME}, and a topic that takes none waits aside.
 */
@ApplicationScoped
class OutboxSender {

    private static final Logger LOG = Logger.getLogger(OutboxSender.class);
    private static final long LOCK = 0x6f7574626f78L;
    private static final TypeReference<LinkedHashMap<String, String>> HEADERS = new TypeReference<>() {};
    /** What one batch may hold of data in memory; an event may have 4 MB. */
    private static final long MOST_BYTES = 16_000_000;

    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration STALL = Duration.ofMinutes(1);

    private final AgroalDataSource dataSource;
    private final ObjectMapper json;
    private final MutinyEmitter<byte[]> emitter;
    private final KitConfiguration configuration;
    private final Clock clock;
    private final IdGenerator ids;
    private final String source;
    /** Topics that took nothing while others did, and when to try them again; of the relay's thread only. */
    private final Map<String, Instant> stalled = new HashMap<>();
    /** Whether the last batch came to nothing, so that the next tries each topic once. */
    private boolean probing;

    OutboxSender(
            AgroalDataSource dataSource,
            ObjectMapper json,
            @Channel(Outbox.NAME) @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter,
            KitConfiguration configuration,
            Clock clock,
            IdGenerator ids,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.dataSource = dataSource;
        this.json = json;
        this.emitter = emitter;
        this.configuration = configuration;
        this.clock = clock;
        this.ids = ids;
        this.source = "/" + application;
    }

    /** What waits to be sent. */
    record Backlog(long events, Duration age) {}

    /** An event of the outbox; its headers are those of the record. */
    record Row(long position, String topic, String key, Map<String, String> headers, Message<byte[]> message) {}

    Backlog backlog() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select (select count(*) from (select 1 from outbox limit 10001) pending),
                               (select timestamp from outbox order by position limit 1)""")) {
            row.next();
            OffsetDateTime oldest = row.getObject(2, OffsetDateTime.class);
            return new Backlog(
                    row.getLong(1),
                    oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), clock.instant()));
        }
    }

    /** Sends the oldest events; how many of them need no further try. */
    int sendBatch() throws Exception {
        return QuarkusTransaction.requiringNew().timeout(60).call(() -> {
            try (Connection connection = dataSource.getConnection()) {
                if (!lock(connection)) {
                    return 0;
                }
                List<Row> rows = probing ? firstOfEachTopic(connection) : oldest(connection);
                return rows.isEmpty() ? 0 : settle(connection, rows, send(rows));
            }
        });
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select pg_try_advisory_xact_lock(" + LOCK + "),"
                        // What a power cut brings back is sent once more; nobody waits for the disk meanwhile.
                        + " set_config('synchronous_commit', 'off', true)")) {
            return result.next() && result.getBoolean(1);
        }
    }

    private List<Row> firstOfEachTopic(Connection connection) throws SQLException, JsonProcessingException {
        try (PreparedStatement select = connection.prepareStatement(
                "select distinct on (aggregatetype) * from outbox order by aggregatetype, position")) {
            return rows(select);
        }
    }

    /** The oldest events, as many as a batch may hold: one at least, whatever its size. */
    List<Row> oldest(Connection connection) throws SQLException, JsonProcessingException {
        stalled.values().removeIf(until -> until.isBefore(clock.instant()));
        try (PreparedStatement select = connection.prepareStatement("""
                select *
                from (select *, row_number() over sent as place, sum(octet_length(payload)) over sent as bytes
                      from (select * from outbox where aggregatetype <> all (?) order by position limit ?) first
                      window sent as (order by position)) sized
                where place = 1 or coalesce(bytes, 0) <= ?
                order by position""")) {
            select.setArray(1, connection.createArrayOf("text", stalled.keySet().toArray()));
            select.setInt(2, configuration.outbox().batchSize());
            select.setLong(3, MOST_BYTES);
            return rows(select);
        }
    }

    private List<Row> rows(PreparedStatement select) throws SQLException, JsonProcessingException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String topic = row.getString("aggregatetype");
                String key = row.getString("aggregateid");
                Map<String, String> headers = headers(row);
                Message<byte[]> message = message(topic, key, headers, row.getBytes("payload"));
                rows.add(new Row(row.getLong("position"), topic, key, headers, message));
            }
        }
        return rows;
    }

    private Map<String, String> headers(ResultSet row) throws SQLException, JsonProcessingException {
        Map<String, String> headers = json.readValue(row.getString("headers"), HEADERS);
        if (!headers.containsKey("ce_id")) {
            headers.put("ce_specversion", "1.0");
            headers.put("ce_id", row.getString("id"));
            headers.put("ce_type", row.getString("type"));
            headers.put("ce_source", source);
            headers.put("ce_subject", row.getString("aggregateid"));
            headers.put(
                    "ce_time",
                    row.getObject("timestamp", OffsetDateTime.class)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toString());
            headers.put("ce_sequence", Long.toString(row.getLong("sequence")));
            headers.put("content-type", "application/json");
        }
        return headers;
    }

    /** Why each event was not taken; empty for those that were. */
    private List<Optional<Throwable>> send(List<Row> rows) {
        List<Uni<Optional<Throwable>>> sends = new ArrayList<>();
        for (Row row : rows) {
            sends.add(emitter.sendMessage(row.message())
                    .map(_ -> Optional.<Throwable>empty())
                    .onFailure()
                    .recoverWithItem(Optional::of));
        }
        return Uni.join().all(sends).andFailFast().await().atMost(SEND_TIMEOUT);
    }

    private Message<byte[]> message(String topic, String key, Map<String, String> headers, byte[] payload) {
        Headers encoded = new RecordHeaders();
        headers.forEach((name, value) -> encoded.add(name, value.getBytes(StandardCharsets.UTF_8)));
        OutgoingKafkaRecordMetadata<String> metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(configuration.kafka().topicPrefix().orElse("") + topic)
                .withKey(key)
                .withHeaders(encoded)
                .build();
        return Message.of(payload, Metadata.of(metadata));
    }

    private int settle(Connection connection, List<Row> rows, List<Optional<Throwable>> refusals)
            throws SQLException, JsonProcessingException {
        List<Long> done = new ArrayList<>();
        Set<String> waiting = new HashSet<>();
        Set<String> taking = new HashSet<>();
        Set<String> refusing = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Optional<Throwable> refusal = refusals.get(i);
            String key = row.topic() + " " + row.key();
            if (refusal.isEmpty()) {
                taking.add(row.topic());
                // Behind one that waits it is sent once more, so that the newest state of a key comes last.
                if (!waiting.contains(key)) {
                    done.add(row.position());
                }
            } else if (isForEver(refusal.get())) {
                park(connection, row, refusal.get());
                done.add(row.position());
            } else {
                waiting.add(key);
                if (refusing.add(row.topic())) {
                    LOG.warnf(
                            "Events wait: topic=%s cause=%s",
                            row.topic(), refusal.get().getClass().getSimpleName());
                }
            }
        }
        delete(connection, done);
        probing = taking.isEmpty() && !refusing.isEmpty();
        if (!taking.isEmpty()) {
            refusing.removeAll(taking);
            refusing.forEach(topic -> stalled.put(topic, clock.instant().plus(STALL)));
        }
        return done.size();
    }

    /** Whether a failure has to do with the event itself, so that no later try can do better. */
    private static boolean isForEver(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException
                    || cause instanceof InvalidTopicException
                    || cause instanceof SerializationException) {
                return true;
            }
        }
        return false;
    }

    private void park(Connection connection, Row row, Throwable cause) throws SQLException, JsonProcessingException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into dead_letter (id, consumer, topic, partition, "offset", key, headers, payload, cause, failed_at)
                values (?, ?, ?, -1, ?, ?, ?::jsonb, ?, ?, ?)""")) {
            insert.setObject(1, ids.next());
            insert.setString(2, Outbox.NAME);
            insert.setString(3, row.topic());
            insert.setLong(4, row.position());
            insert.setString(5, row.key());
            insert.setString(6, json.writeValueAsString(row.headers()));
            insert.setBytes(7, row.message().getPayload());
            insert.setString(8, cause.getClass().getSimpleName() + ": " + cause.getMessage());
            insert.setObject(9, OffsetDateTime.now(clock));
            insert.executeUpdate();
        }
        LOG.errorf(
                "Dead letter: consumer=%s type=%s id=%s",
                Outbox.NAME, row.headers().get("ce_type"), row.headers().get("ce_id"));
    }

    private static void delete(Connection connection, List<Long> positions) throws SQLException {
        Array done = connection.createArrayOf("bigint", positions.toArray());
        try (PreparedStatement delete = connection.prepareStatement("delete from outbox where position = any (?)")) {
            delete.setArray(1, done);
            delete.executeUpdate();
        }
    }
}

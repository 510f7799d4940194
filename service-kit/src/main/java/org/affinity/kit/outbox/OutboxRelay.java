package org.affinity.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.affinity.kit.config.KitConfiguration;
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
 * order. An event is deleted after the broker has acknowledged it.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long LOCK = 0x6f7574626f78L;
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
    private static final Duration COUNT_INTERVAL = Duration.ofSeconds(5);
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(30);

    private final AgroalDataSource dataSource;
    private final ObjectMapper json;
    private final MutinyEmitter<byte[]> emitter;
    private final OutboxSignal signal;
    private final KitConfiguration configuration;
    private final String source;
    private final AtomicLong pending = new AtomicLong();
    private long countedAt = System.nanoTime() - COUNT_INTERVAL.toNanos();
    private volatile Thread thread;
    private volatile boolean stopping;

    OutboxRelay(
            AgroalDataSource dataSource,
            ObjectMapper json,
            @Channel("outbox") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter,
            OutboxSignal signal,
            KitConfiguration configuration,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.dataSource = dataSource;
        this.json = json;
        this.emitter = emitter;
        this.signal = signal;
        this.configuration = configuration;
        this.source = "/" + application;
        Gauge.builder("outbox.pending", pending, AtomicLong::get)
                .description("Events written and not yet acknowledged by the broker; counted up to 10001")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        signal.raise();
        if (thread != null && !thread.join(Duration.ofSeconds(10))) {
            thread.interrupt();
        }
    }

    private void run() {
        while (!stopping) {
            try {
                countPending();
                int sent = QuarkusTransaction.requiringNew().timeout(60).call(this::relay);
                if (sent < configuration.outbox().batchSize()) {
                    signal.await(configuration.outbox().pollInterval());
                }
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | RuntimeException e) {
                if (!stopping) {
                    LOG.warnf("Events stay in the outbox for now: %s", rootCause(e));
                    pause();
                }
            }
        }
    }

    private void pause() {
        try {
            signal.await(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private static String rootCause(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }

    private void countPending() throws SQLException {
        if (System.nanoTime() - countedAt < COUNT_INTERVAL.toNanos()) {
            return;
        }
        countedAt = System.nanoTime();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count =
                        statement.executeQuery("select count(*) from (select 1 from outbox limit 10001) pending")) {
            count.next();
            pending.set(count.getLong(1));
        }
    }

    private int relay() throws SQLException, JsonProcessingException {
        try (Connection connection = dataSource.getConnection()) {
            if (!lock(connection)) {
                return 0;
            }
            List<Long> positions = new ArrayList<>();
            List<Uni<Void>> sends = new ArrayList<>();
            try (PreparedStatement select =
                    connection.prepareStatement("select * from outbox order by position limit ?")) {
                select.setInt(1, configuration.outbox().batchSize());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        positions.add(row.getLong("position"));
                        sends.add(emitter.sendMessage(message(row)));
                    }
                }
            }
            if (!sends.isEmpty()) {
                Uni.join().all(sends).andFailFast().await().atMost(SEND_TIMEOUT);
                delete(connection, positions);
            }
            return positions.size();
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select pg_try_advisory_xact_lock(" + LOCK + ")")) {
            return result.next() && result.getBoolean(1);
        }
    }

    private static void delete(Connection connection, List<Long> positions) throws SQLException {
        Array sent = connection.createArrayOf("bigint", positions.toArray());
        try (PreparedStatement delete = connection.prepareStatement("delete from outbox where position = any (?)")) {
            delete.setArray(1, sent);
            delete.executeUpdate();
        }
    }

    private Message<byte[]> message(ResultSet row) throws SQLException, JsonProcessingException {
        Headers headers = new RecordHeaders();
        Map<String, String> own = json.readValue(row.getString("headers"), HEADERS);
        own.forEach((name, value) -> add(headers, name, value));
        if (!own.containsKey("ce_id")) {
            add(headers, "ce_specversion", "1.0");
            add(headers, "ce_id", row.getString("id"));
            add(headers, "ce_type", row.getString("type"));
            add(headers, "ce_source", source);
            add(headers, "ce_subject", row.getString("aggregateid"));
            add(
                    headers,
                    "ce_time",
                    row.getObject("timestamp", OffsetDateTime.class)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toString());
            add(headers, "ce_sequence", Long.toString(row.getLong("sequence")));
            add(headers, "content-type", "application/json");
        }
        OutgoingKafkaRecordMetadata<String> metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(configuration.kafka().topicPrefix().orElse("") + row.getString("aggregatetype"))
                .withKey(row.getString("aggregateid"))
                .withHeaders(headers)
                .build();
        return Message.of(row.getBytes("payload"), Metadata.of(metadata));
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}

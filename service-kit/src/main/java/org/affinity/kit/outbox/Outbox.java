package org.affinity.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;

/**
 * Events on their way out: written in the business transaction, so that an event exists exactly when its change does.
 *
 * <p>The {@link OutboxRelay} sends them to Kafka in the order in which they were written.
 */
@ApplicationScoped
public class Outbox {

    /** Name of the channel, and of the consumer in whose name events that cannot be sent are dead letters. */
    public static final String NAME = "outbox";

    /** Payload and headers in bytes: below the largest message of the topics and of the producer. */
    static final int LARGEST_EVENT = 4_000_000;

    private static final String INSERT = """
            insert into outbox (id, aggregatetype, aggregateid, type, sequence, payload, headers, timestamp)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)""";

    private static final String DELETE = "delete from outbox where aggregatetype = ? and aggregateid = ?";

    private final AgroalDataSource dataSource;
    private final ObjectMapper json;
    private final IdGenerator ids;
    private final Clock clock;
    private final OutboxRelay relay;
    private final TransactionSynchronizationRegistry transactions;

    Outbox(
            AgroalDataSource dataSource,
            ObjectMapper json,
            IdGenerator ids,
            Clock clock,
            OutboxRelay relay,
            TransactionSynchronizationRegistry transactions) {
        this.dataSource = dataSource;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.relay = relay;
        this.transactions = transactions;
    }

    /**
     * Publishes an event when the transaction commits.
     *
     * @param type {@code <context>.<aggregate>.<past_participle>.v<n>}; the first two segments name the topic
     * @param aggregateId key of the event: events of one aggregate keep their order
     * @param sequence version of the aggregate, by which consumers drop what is older than what they have
     * @param payload full state after the change
     * @throws DomainException 413 when the event is larger than the broker takes: refused here it concerns one request,
     *     in the relay it would concern every event behind it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(String type, UUID aggregateId, long sequence, Object payload) {
        publish(type, aggregateId.toString(), sequence, payload);
    }

    /** Like {@link #publish(String, UUID, long, Object)}, for a key that is no id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(String type, String key, long sequence, Object payload) {
        byte[] data;
        try {
            data = json.writeValueAsBytes(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not serialisable: " + payload.getClass(), e);
        }
        write(topic(type), key, type, sequence, data, traceHeaders());
    }

    /**
     * Publishes the states of many aggregates at once, as {@link #publish(String, UUID, long, Object)} would one by
     * one.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publishAll(String type, Collection<State> states) {
        if (states.isEmpty()) {
            return;
        }
        String topic = topic(type);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (State state : states) {
                byte[] payload = json.writeValueAsBytes(state.payload());
                fill(insert, topic, state.aggregateId().toString(), type, state.sequence(), payload, traceHeaders());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("The events could not be written to the outbox", e);
        }
        signalAfterCommit();
    }

    /** One of the states that {@link #publishAll} publishes. */
    public record State(UUID aggregateId, long sequence, Object payload) {}

    /** Sends a record as it is, such as one that could not be handled to a dead-letter topic. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forward(String topic, String key, String type, byte[] payload, Map<String, String> headers) {
        write(topic, key == null ? "" : key, type, 0, payload, headers);
    }

    /** Whether an event of this size can be sent. */
    public static boolean fits(byte[] payload, Map<String, String> headers) {
        long size = payload == null ? 0 : payload.length;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            // A character has at most three bytes in UTF-8.
            size += 3L * (header.getKey().length() + header.getValue().length());
        }
        return size <= LARGEST_EVENT;
    }

    /**
     * Takes back what was published under a key: a tombstone, behind which compaction removes all that came before.
     * What still waits here under that key is not sent any more.
     *
     * @param topic {@code <context>.<aggregate>}
     * @param sequence greater than that of every event before
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void retract(String topic, UUID aggregateId, long sequence) {
        retract(topic, aggregateId.toString(), sequence);
    }

    /** Like {@link #retract(String, UUID, long)}, for a key that is no id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void retract(String topic, String key, long sequence) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setString(1, topic);
            delete.setString(2, key);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Waiting events could not be deleted", e);
        }
        write(topic, key, topic + ".erased.v1", sequence, null, Map.of());
    }

    private static String topic(String type) {
        String[] segments = type.split("\\.", -1);
        return segments[0] + "." + segments[1];
    }

    private static Map<String, String> traceHeaders() {
        Map<String, String> headers = new LinkedHashMap<>();
        W3CTraceContextPropagator.getInstance()
                .inject(Context.current(), headers, (carrier, name, value) -> carrier.put(name, value));
        return headers;
    }

    private void write(
            String topic, String key, String type, long sequence, byte[] payload, Map<String, String> headers) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            fill(insert, topic, key, type, sequence, payload, headers);
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("The event could not be written to the outbox", e);
        }
        signalAfterCommit();
    }

    private void fill(
            PreparedStatement insert,
            String topic,
            String key,
            String type,
            long sequence,
            byte[] payload,
            Map<String, String> headers)
            throws SQLException, JsonProcessingException {
        if (!fits(payload, headers)) {
            throw new DomainException(
                    CommonProblem.TOO_LARGE,
                    "The event " + type + " may have " + LARGEST_EVENT + " bytes and would have more.");
        }
        insert.setObject(1, ids.next());
        insert.setString(2, topic);
        insert.setString(3, key);
        insert.setString(4, type);
        insert.setLong(5, sequence);
        insert.setBytes(6, payload);
        insert.setString(7, json.writeValueAsString(headers));
        insert.setObject(8, OffsetDateTime.now(clock));
    }

    private void signalAfterCommit() {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // the event is in the transaction already
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    relay.wake();
                }
            }
        });
    }
}

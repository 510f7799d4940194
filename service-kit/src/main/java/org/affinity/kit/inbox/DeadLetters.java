package org.affinity.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.config.KitConfiguration;
import org.affinity.kit.outbox.Outbox;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.jboss.logging.Logger;

/**
 * Keeps dead letters: in a table, where operators look and replay, and in {@code <topic>.dlq} for other tools. Events
 * that the broker would not take are among them, in the name of {@value Outbox#NAME}.
 */
@ApplicationScoped
public class DeadLetters {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
    private static final int LONGEST_CAUSE = 1000;
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    /** All columns but the payload, which may be large and is in the single view only. */
    private static final String COLUMNS = """
            select id, consumer, topic, partition, "offset", key, headers, cause, failed_at, replays, resolved_at""";

    private final AgroalDataSource dataSource;
    private final ObjectMapper json;
    private final IdGenerator ids;
    private final Clock clock;
    private final Outbox outbox;
    private final KitConfiguration configuration;
    private final Instance<EventInbox> inbox;
    private final List<EventConsumer> consumers;
    private final AtomicLong open = new AtomicLong();

    DeadLetters(
            AgroalDataSource dataSource,
            ObjectMapper json,
            IdGenerator ids,
            Clock clock,
            Outbox outbox,
            KitConfiguration configuration,
            Instance<EventInbox> inbox,
            @All List<EventConsumer> consumers,
            MeterRegistry meters) {
        this.dataSource = dataSource;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.outbox = outbox;
        this.configuration = configuration;
        this.inbox = inbox;
        this.consumers = consumers;
        Gauge.builder("dead_letters.open", open, AtomicLong::get)
                .description("Events in and out that wait for an operator; counted up to 10001")
                .register(meters);
    }

    void keep(String consumer, ReceivedEvent event, Throwable failure) {
        String cause = causeOf(failure);
        byte[] data = event.isTombstone() ? null : event.data();
        QuarkusTransaction.requiringNew().run(() -> {
            insert(consumer, event, data, cause);
            forward(consumer, event, data, cause);
        });
    }

    private void insert(String consumer, ReceivedEvent event, byte[] data, String cause) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into dead_letter
                            (id, consumer, topic, partition, "offset", key, headers, payload, cause, failed_at)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                        on conflict (consumer, topic, partition, "offset") do update
                        set headers = excluded.headers, payload = excluded.payload, cause = excluded.cause,
                            failed_at = excluded.failed_at, resolved_at = null""")) {
            insert.setObject(1, ids.next());
            insert.setString(2, consumer);
            insert.setString(3, event.topic());
            insert.setInt(4, event.partition());
            insert.setLong(5, event.offset());
            insert.setString(6, event.key());
            insert.setString(7, json.writeValueAsString(event.headers()));
            insert.setBytes(8, data);
            insert.setString(9, cause);
            insert.setObject(10, OffsetDateTime.now(clock));
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("The dead letter could not be kept", e);
        }
    }

    private void forward(String consumer, ReceivedEvent event, byte[] data, String cause) {
        Map<String, String> headers = new LinkedHashMap<>(event.headers());
        headers.putIfAbsent("ce_id", event.id());
        headers.put("dlq_consumer", consumer);
        headers.put("dlq_cause", cause);
        boolean isWhole = Outbox.fits(data, headers);
        if (!isWhole) {
            // The table has it whole.
            headers.keySet().removeIf(name -> !name.startsWith("dlq_") && !name.equals("ce_id"));
            headers.put("dlq_left_out", "data and headers");
        }
        int prefix = configuration.kafka().topicPrefix().orElse("").length();
        outbox.forward(
                event.topic().substring(prefix) + ".dlq", event.key(), event.type(), isWhole ? data : null, headers);
    }

    private static String causeOf(Throwable failure) {
        Throwable root = rootOf(failure);
        String text = root.getClass().getSimpleName() + ": " + root.getMessage();
        return text.replace('\0', ' ').substring(0, Math.min(text.length(), LONGEST_CAUSE));
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** Counts the dead letters that wait for an operator, up to 10001. */
    @Scheduled(every = "15s")
    void countOpen() {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet count = statement.executeQuery(
                            "select count(*) from (select 1 from dead_letter where resolved_at is null limit 10001) open")) {
                count.next();
                open.set(count.getLong(1));
            } catch (SQLException e) {
                throw new IllegalStateException("Dead letters could not be counted", e);
            }
        });
    }

    /** Dead letters after an id, newest last, one more than the limit when there are more. */
    @Transactional
    public List<DeadLetter> list(boolean resolved, Optional<String> afterId, int limit) {
        return query(
                COLUMNS
                        + ", null::bytea as payload from dead_letter"
                        + " where (resolved_at is not null) = ? and id > ? order by id limit ?",
                statement -> {
                    statement.setBoolean(1, resolved);
                    statement.setObject(2, afterId.map(UUID::fromString).orElse(new UUID(0, 0)));
                    statement.setInt(3, limit + 1);
                });
    }

    /** One dead letter with its data. */
    @Transactional
    public DeadLetter find(UUID id) {
        return query(COLUMNS + ", payload from dead_letter where id = ?", statement -> statement.setObject(1, id))
                .stream()
                .findFirst()
                .orElseThrow(DomainException::notFound);
    }

    /**
     * Hands a dead letter to its consumer again; resolved when the consumer takes it, with the new cause when it does
     * not, counted either way.
     */
    public DeadLetter replay(UUID id) {
        DeadLetter letter = QuarkusTransaction.requiringNew().call(() -> find(id));
        Optional<String> refusal =
                letter.consumer().equals(Outbox.NAME) ? sendAgain(letter) : hand(letter, consumerOf(letter));
        QuarkusTransaction.requiringNew().run(() -> count(id, refusal));
        return QuarkusTransaction.requiringNew().call(() -> find(id));
    }

    private EventConsumer consumerOf(DeadLetter letter) {
        return consumers.stream()
                .filter(candidate -> candidate.channel().equals(letter.consumer()))
                .findFirst()
                .orElseThrow(() -> new DomainException(
                        CommonProblem.CONFLICT, "This release has no consumer " + letter.consumer() + " any more."));
    }

    /** Puts an event that the broker did not take back into the outbox; why not, when that cannot be. */
    private Optional<String> sendAgain(DeadLetter letter) {
        byte[] data = dataOf(letter);
        if (!Outbox.fits(data, letter.headers())) {
            return Optional.of(letter.cause());
        }
        String type = letter.headers().getOrDefault("ce_type", "");
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.forward(letter.topic(), letter.key(), type, data, letter.headers()));
        return Optional.empty();
    }

    private static byte[] dataOf(DeadLetter letter) {
        return letter.payload() == null ? null : Base64.getDecoder().decode(letter.payload());
    }

    /** Why the consumer did not take it; empty when it did. */
    private Optional<String> hand(DeadLetter letter, EventConsumer consumer) {
        ReceivedEvent event = new ReceivedEvent(
                ReceivedEvent.reader(json),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.key(),
                letter.headers(),
                dataOf(letter));
        try {
            inbox.get().handleOnce(consumer, List.of(event));
            return Optional.empty();
        } catch (RuntimeException e) {
            Throwable root = rootOf(e);
            LOG.warnf(
                    "Replay failed: consumer=%s type=%s id=%s cause=%s",
                    consumer.channel(),
                    event.type(),
                    event.id(),
                    root.getClass().getSimpleName());
            return Optional.of(causeOf(root));
        }
    }

    private void count(UUID id, Optional<String> refusal) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update dead_letter
                        set replays = replays + 1, cause = coalesce(?, cause), resolved_at = coalesce(?, resolved_at)
                        where id = ?""")) {
            update.setString(1, refusal.orElse(null));
            update.setObject(2, refusal.isPresent() ? null : OffsetDateTime.now(clock), Types.TIMESTAMP_WITH_TIMEZONE);
            update.setObject(3, id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The replay could not be counted", e);
        }
    }

    private List<DeadLetter> query(String sql, Binding binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            List<DeadLetter> letters = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    letters.add(letter(row));
                }
            }
            return letters;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("Dead letters could not be read", e);
        }
    }

    private DeadLetter letter(ResultSet row) throws SQLException, JsonProcessingException {
        byte[] payload = row.getBytes("payload");
        return new DeadLetter(
                row.getObject("id", UUID.class),
                row.getString("consumer"),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("offset"),
                row.getString("key"),
                json.readValue(row.getString("headers"), HEADERS),
                payload != null ? Base64.getEncoder().encodeToString(payload) : null,
                row.getString("cause"),
                instant(row, "failed_at"),
                row.getInt("replays"),
                instant(row, "resolved_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Sets the parameters of a statement. */
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}

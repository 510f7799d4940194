package org.affinity.kit.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.affinity.kit.config.KitConfiguration;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.security.Tenancy;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Events on their way in: each takes its effect exactly once, in the transaction that also records its id.
 *
 * <p>A batch is one transaction. When it fails, its events are tried one by one; one that fails for a reason of its own
 * becomes a dead letter and the others go on. While the database cannot be reached nothing is given up: the batch
 * waits.
 */
@ApplicationScoped
public class EventInbox {

    private static final Logger LOG = Logger.getLogger(EventInbox.class);

    private final AgroalDataSource dataSource;
    private final ObjectReader reader;
    private final DeadLetters deadLetters;
    private final Clock clock;
    private final KitConfiguration configuration;

    EventInbox(
            AgroalDataSource dataSource,
            ObjectMapper json,
            DeadLetters deadLetters,
            Clock clock,
            KitConfiguration configuration) {
        this.dataSource = dataSource;
        this.reader = ReceivedEvent.reader(json);
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.configuration = configuration;
    }

    /** Handles a batch of records; returns when each has had its effect or is a dead letter. */
    public void consume(EventConsumer consumer, ConsumerRecords<String, byte[]> records) {
        List<ReceivedEvent> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            events.add(ReceivedEvent.of(reader, record));
        }
        try {
            handleOnce(consumer, events);
        } catch (RuntimeException e) {
            LOG.debugf(e, "A batch of %s is tried event by event", consumer.channel());
            events.forEach(event -> handleAlone(consumer, event));
        }
    }

    private void handleAlone(EventConsumer consumer, ReceivedEvent event) {
        Duration pause = Duration.ofMillis(50);
        boolean isTold = false;
        for (int attempt = 1; ; ) {
            try {
                handleOnce(consumer, List.of(event));
                return;
            } catch (RuntimeException e) {
                Optional<String> state = passingState(e);
                if (state.isPresent()) {
                    if (!isTold) {
                        LOG.warnf("Events of %s wait for the database: SQL state %s", consumer.channel(), state.get());
                        isTold = true;
                    }
                } else {
                    if (attempt == configuration.inbox().attempts()) {
                        keepDeadLetter(consumer, event, e);
                        return;
                    }
                    attempt++;
                }
                await(pause);
                pause = longer(pause);
            }
        }
    }

    private void keepDeadLetter(EventConsumer consumer, ReceivedEvent event, RuntimeException cause) {
        Duration pause = Duration.ofMillis(50);
        while (true) {
            try {
                deadLetters.keep(consumer.channel(), event, cause);
                LOG.errorf("Dead letter: consumer=%s type=%s id=%s", consumer.channel(), event.type(), event.id());
                return;
            } catch (RuntimeException e) {
                LOG.warnf("A dead letter of %s waits for the database", consumer.channel());
                await(pause);
                pause = longer(pause);
            }
        }
    }

    private Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        Duration longest = configuration.inbox().longestPause();
        return twice.compareTo(longest) > 0 ? longest : twice;
    }

    private static void await(Duration pause) {
        try {
            // A pause between tries, not a wait for a condition: nothing tells when the database is back.
            java.util.concurrent.TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the database", e);
        }
    }

    /** Handles events in one transaction, leaving out those that were handled before. */
    void handleOnce(EventConsumer consumer, List<ReceivedEvent> events) {
        Tenancy.asSystem(() -> QuarkusTransaction.requiringNew().run(() -> {
            Set<String> unhandled = record(consumer, events);
            // An event that is twice in the batch takes effect where it comes first.
            List<ReceivedEvent> first = events.stream()
                    .filter(event -> unhandled.remove(event.id()))
                    .toList();
            if (!first.isEmpty()) {
                consumer.handleAll(first);
            }
        }));
    }

    /** Records events as handled; the ids of those that were not before. */
    private Set<String> record(EventConsumer consumer, List<ReceivedEvent> events) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into inbox (consumer, event_id, received_at) select ?, id, ? from unnest(?) id
                        on conflict do nothing returning event_id""")) {
            insert.setString(1, consumer.channel());
            insert.setObject(2, OffsetDateTime.now(clock));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            // In one order, so that two who record the same events do not wait for each other.
                            "text",
                            events.stream().map(ReceivedEvent::id).sorted().toArray()));
            Set<String> recorded = new HashSet<>();
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    recorded.add(row.getString(1));
                }
            }
            return recorded;
        } catch (SQLException e) {
            throw new IllegalStateException("Events could not be recorded", e);
        }
    }

    /** The SQL state of a failure that has to do with the database and not with the event. */
    private static Optional<String> passingState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql)
                        .filter(CommonProblem::isPassing)
                        .map(passing -> String.valueOf(passing.getSQLState()));
            }
        }
        return Optional.empty();
    }

    @Scheduled(every = "1h", delayed = "1m")
    void forgetOldEvents() {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement delete = connection.prepareStatement("delete from inbox where received_at < ?")) {
                delete.setObject(
                        1, OffsetDateTime.now(clock).minus(configuration.inbox().retention()));
                delete.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException("Old events could not be forgotten", e);
            }
        });
    }
}

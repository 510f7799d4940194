package org.affinity.kit.inbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.security.Tenancy;
import org.apache.kafka.common.TopicPartition;

/**
 * Rebuilds read models from offset 0.
 *
 * <p>A rebuild deletes the copy and the ids of its handled events, and raises a generation in the database. Each
 * replica sees the new generation and moves its own partitions back to their beginning.
 */
@ApplicationScoped
public class ReadModelRebuilds {

    private static final Duration DOUBT = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AgroalDataSource dataSource;
    private final KafkaClientService kafka;
    private final List<ReadModel> readModels;
    private final Clock clock;
    private final Map<String, Long> followed = new HashMap<>();

    ReadModelRebuilds(
            AgroalDataSource dataSource, KafkaClientService kafka, @All List<ReadModel> readModels, Clock clock) {
        this.dataSource = dataSource;
        this.kafka = kafka;
        this.readModels = readModels;
        this.clock = clock;
    }

    /** Throws a read model away and lets every replica read its topic again; the new generation. */
    @Transactional
    public long request(String name) {
        ReadModel readModel = readModels.stream()
                .filter(candidate -> candidate.channel().equals(name))
                .findFirst()
                .orElseThrow(DomainException::notFound);
        Tenancy.asSystem(readModel::clear);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement forget = connection.prepareStatement("delete from inbox where consumer = ?");
                PreparedStatement raise = connection.prepareStatement("""
                        insert into read_model_rebuild (consumer, generation, requested_at) values (?, 1, ?)
                        on conflict (consumer) do update
                        set generation = read_model_rebuild.generation + 1, requested_at = excluded.requested_at
                        returning generation""")) {
            forget.setString(1, name);
            forget.executeUpdate();
            raise.setString(1, name);
            raise.setObject(2, OffsetDateTime.now(clock));
            try (ResultSet generation = raise.executeQuery()) {
                generation.next();
                return generation.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The rebuild could not be requested", e);
        }
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void follow() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select consumer, generation, requested_at from read_model_rebuild");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                follow(row.getString(1), row.getLong(2), row.getObject(3, OffsetDateTime.class));
            }
        }
    }

    private void follow(String name, long generation, OffsetDateTime requestedAt) {
        Long before = followed.get(name);
        // A replica that starts soon after a request cannot know whether the one before it had followed.
        boolean unknown =
                before == null && requestedAt.isAfter(OffsetDateTime.now(clock).minus(DOUBT));
        boolean behind = unknown || (before != null && before < generation);
        if (!behind || seekToBeginning(name)) {
            followed.put(name, generation);
        }
    }

    /**
     * Moves this replica's partitions back; false while it has none assigned. Committed offsets stay where they are:
     * the connector commits only what is beyond them, so that moved back they would seem behind for ever.
     */
    private boolean seekToBeginning(String name) {
        return kafka.getConsumer(name)
                .runOnPollingThread(consumer -> {
                    Set<TopicPartition> partitions = consumer.assignment();
                    consumer.seekToBeginning(partitions);
                    return !partitions.isEmpty();
                })
                .await()
                .atMost(PATIENCE);
    }
}

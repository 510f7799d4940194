package org.affinity.kit.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** How far each rebuild has read each partition, kept so that it survives the replica that reads. */
@ApplicationScoped
class ReplayPositions {

    private final AgroalDataSource dataSource;
    private final Clock clock;

    ReplayPositions(AgroalDataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * What is left of a partition.
     *
     * @param next offset to read next
     * @param end where the partition ended when the rebuild began; the group handles what is behind it
     */
    record Span(long next, long end) {}

    /** The rebuild of a consumer that has not read everything yet. */
    @Transactional
    Optional<Long> openGeneration(String consumer) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select generation from read_model_rebuild where consumer = ? and completed_at is null")) {
            select.setString(1, consumer);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The rebuilds could not be read", e);
        }
    }

    /** What a rebuild has before it; empty when it has not begun. */
    @Transactional
    Map<TopicPartition, Span> load(String consumer, long generation) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select topic, partition, next_offset, end_offset from read_model_position
                        where consumer = ? and generation = ?""")) {
            select.setString(1, consumer);
            select.setLong(2, generation);
            Map<TopicPartition, Span> spans = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    spans.put(
                            new TopicPartition(row.getString(1), row.getInt(2)),
                            new Span(row.getLong(3), row.getLong(4)));
                }
            }
            return spans;
        } catch (SQLException e) {
            throw new IllegalStateException("The positions of a rebuild could not be read", e);
        }
    }

    /**
     * Keeps where a rebuild is; completed when nothing is left. A rebuild that was asked for meanwhile is untouched.
     */
    @Transactional
    void save(String consumer, long generation, Map<TopicPartition, Span> spans) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement("""
                        insert into read_model_position (consumer, generation, topic, partition, next_offset, end_offset)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (consumer, topic, partition) do update
                        set generation = excluded.generation, next_offset = excluded.next_offset,
                            end_offset = excluded.end_offset
                        where read_model_position.generation <= excluded.generation""");
                PreparedStatement complete = connection.prepareStatement("""
                        update read_model_rebuild set completed_at = ? where consumer = ? and generation = ?""")) {
            for (Map.Entry<TopicPartition, Span> span : spans.entrySet()) {
                upsert.setString(1, consumer);
                upsert.setLong(2, generation);
                upsert.setString(3, span.getKey().topic());
                upsert.setInt(4, span.getKey().partition());
                upsert.setLong(
                        5, Math.min(span.getValue().next(), span.getValue().end()));
                upsert.setLong(6, span.getValue().end());
                upsert.addBatch();
            }
            upsert.executeBatch();
            if (spans.values().stream().allMatch(span -> span.next() >= span.end())) {
                complete.setObject(1, OffsetDateTime.now(clock));
                complete.setString(2, consumer);
                complete.setLong(3, generation);
                complete.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The positions of a rebuild could not be kept", e);
        }
    }
}

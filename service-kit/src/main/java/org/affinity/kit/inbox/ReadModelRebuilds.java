package org.affinity.kit.inbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.security.Tenancy;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;

/**
 * Rebuilds read models from offset 0.
 *
 * <p>A rebuild deletes the copy and the ids of its handled events; then one replica, whichever comes first, reads the
 * topic again beside the consumer group, up to where it ended at the start. How far it is stands in the database:
 * another replica goes on from there when this one is lost, and neither partitions that move nor the offsets that the
 * group commits have to do with it. The group goes on meanwhile; what both read has its effect once.
 */
@ApplicationScoped
public class ReadModelRebuilds {

    private static final Logger LOG = Logger.getLogger(ReadModelRebuilds.class);
    /** First half of the advisory locks of rebuilds; the second is the read model. */
    private static final int LOCK = 0x72656164;

    private final AgroalDataSource dataSource;
    private final ReplayPositions positions;
    private final TopicReplay replay;
    private final List<ReadModel> readModels;
    private final Clock clock;
    private final Event<Requested> requests;

    ReadModelRebuilds(
            AgroalDataSource dataSource,
            ReplayPositions positions,
            TopicReplay replay,
            @All List<ReadModel> readModels,
            Clock clock,
            Event<Requested> requests) {
        this.dataSource = dataSource;
        this.positions = positions;
        this.replay = replay;
        this.readModels = readModels;
        this.clock = clock;
        this.requests = requests;
    }

    /** Says inside this process that a rebuild was asked for. */
    record Requested() {}

    /** How far the last rebuild of a read model is. */
    @Schema(description = "How far the last rebuild of a read model is.")
    public record Rebuild(
            @Schema(description = "Name of the read model.", examples = "creators")
            String name,

            @Schema(description = "How many rebuilds there have been.", examples = "1")
            long generation,

            @Schema(
                    description = "When the last rebuild was asked for; null when there was none.",
                    nullable = true,
                    examples = "2026-01-31T09:30:00Z")
            Instant requestedAt,

            @Schema(
                    description = "When the last rebuild had read everything; null while it reads.",
                    nullable = true,
                    examples = "2026-01-31T09:31:00Z")
            Instant completedAt,

            @Schema(
                    description = "Offsets left to read; null until the rebuild has begun to read.",
                    nullable = true,
                    examples = "0")
            Long remaining) {}

    /** Throws a read model away and has its topic read again. */
    @Transactional
    public Rebuild request(String name) {
        Tenancy.asSystem(find(name)::clear);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement forget = connection.prepareStatement("delete from inbox where consumer = ?");
                PreparedStatement raise = connection.prepareStatement("""
                        insert into read_model_rebuild (consumer, generation, requested_at) values (?, 1, ?)
                        on conflict (consumer) do update
                        set generation = read_model_rebuild.generation + 1, requested_at = excluded.requested_at,
                            completed_at = null""")) {
            forget.setString(1, name);
            forget.executeUpdate();
            raise.setString(1, name);
            raise.setObject(2, OffsetDateTime.now(clock));
            raise.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The rebuild could not be requested", e);
        }
        requests.fire(new Requested());
        return status(name);
    }

    /** How far the last rebuild of a read model is. */
    @Transactional
    public Rebuild status(String name) {
        find(name);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select generation, requested_at, completed_at,
                               (select sum(end_offset - next_offset) from read_model_position p
                                where p.consumer = r.consumer and p.generation = r.generation)
                        from read_model_rebuild r where consumer = ?""")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Rebuild(
                                name,
                                row.getLong(1),
                                instant(row, 2),
                                instant(row, 3),
                                row.getObject(4) == null ? null : row.getLong(4))
                        : new Rebuild(name, 0, null, null, null);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The rebuild could not be read", e);
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private ReadModel find(String name) {
        return readModels.stream()
                .filter(candidate -> candidate.channel().equals(name))
                .findFirst()
                .orElseThrow(DomainException::notFound);
    }

    void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) Requested requested) {
        Thread.ofVirtual().name("rebuild").start(this::goOn);
    }

    /** For rebuilds whose replica was lost. */
    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void goOn() {
        for (ReadModel readModel : readModels) {
            try {
                goOn(readModel);
            } catch (SQLException | RuntimeException e) {
                LOG.warnf(e, "The rebuild of %s waits", readModel.channel());
            }
        }
    }

    private void goOn(ReadModel readModel) throws SQLException {
        String name = readModel.channel();
        if (positions.openGeneration(name).isEmpty()) {
            return;
        }
        try (Connection holder = dataSource.getConnection()) {
            if (!locked(holder, "select pg_try_advisory_lock(?, hashtext(?))", name)) {
                return;
            }
            try {
                // Asked for again, since another replica may have finished before it let the lock go.
                positions.openGeneration(name).ifPresent(generation -> replay.run(readModel, generation));
            } finally {
                locked(holder, "select pg_advisory_unlock(?, hashtext(?))", name);
            }
        }
    }

    private static boolean locked(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, LOCK);
            statement.setString(2, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    void stop(@Observes ShutdownEvent event) {
        replay.stop();
    }
}

package org.affinity.profile.changes.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.affinity.profile.changes.CreatorChange;
import org.affinity.profile.changes.FeedPosition;
import org.affinity.profile.changes.domain.ChangeType;

/**
 * Reads the feed in the order of the writing transactions, and only below the oldest one still running. Ids of
 * transactions are given out in order and committed in any: a change that becomes visible later was written by a
 * transaction that runs now, so its id is not below that bound, and it lies ahead of every reader.
 */
@ApplicationScoped
public class CreatorChanges {

    private static final String SELECT = """
            select creator_id, version, type, changed_at, transaction from creator_change
            where (transaction, creator_id) > (?, ?)
            and transaction < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
            order by transaction, creator_id limit ?""";

    private final AgroalDataSource dataSource;

    CreatorChanges(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The next changes after a place that the caller may see. */
    @Transactional
    public List<Placed> after(FeedPosition place, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setLong(1, place.transaction());
            select.setObject(2, place.creatorId());
            select.setInt(3, limit);
            var changes = new ArrayList<Placed>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    changes.add(placed(row));
                }
            }
            return changes;
        } catch (SQLException e) {
            throw new IllegalStateException("The feed of changes could not be read", e);
        }
    }

    private static Placed placed(ResultSet row) throws SQLException {
        UUID creatorId = row.getObject("creator_id", UUID.class);
        return new Placed(
                new CreatorChange(
                        creatorId,
                        row.getLong("version"),
                        ChangeType.valueOf(row.getString("type")),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()),
                new FeedPosition(row.getLong("transaction"), creatorId));
    }

    /** A change and its place in the feed. */
    public record Placed(CreatorChange change, FeedPosition place) {}
}

package org.affinity.profile.creator.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.json.Money;
import org.affinity.profile.creator.CreatorState;
import org.affinity.profile.creator.ListedCreator;
import org.affinity.profile.creator.domain.AccountMetrics;
import org.affinity.profile.creator.domain.CreatorStatus;
import org.affinity.profile.creator.domain.EngagementTerms;
import org.affinity.profile.creator.domain.EngagementType;
import org.affinity.profile.creator.domain.Fee;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Platform;

/**
 * Reads what a list shows of creators, in one round trip and without entities, which would be loaded whole and watched
 * for changes. What the caller may not see is not there (row-level security).
 */
@ApplicationScoped
public class ListedCreatorRepository {

    private static final String SELECT = """
            select creator_id, id, platform, handle, followers, engagement_rate, average_views, observed_at, source
              from account where creator_id = any (?) order by creator_id, position;
            select creator_id, engagement_type, fee_amount, fee_currency, available_from, available_until, max_per_month,
                   max_concurrent, min_notice_days
              from availability where creator_id = any (?) order by creator_id, position;
            select id, version, display_name, status, country, languages, birth_year, time_zone, topics,
                   completed_collaborations, contested_fields, bio, linked_to
              from creator where id = any (?)""";

    private final AgroalDataSource dataSource;

    ListedCreatorRepository(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Those of these creators that the caller may see, by id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, ListedCreator> findAll(Collection<UUID> creatorIds) {
        var found = new HashMap<UUID, ListedCreator>();
        if (creatorIds.isEmpty()) {
            return found;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            for (int i = 1; i <= 3; i++) {
                select.setArray(i, connection.createArrayOf("uuid", creatorIds.toArray()));
            }
            select.execute();
            Map<UUID, List<ListedCreator.Account>> accounts =
                    grouped(select.getResultSet(), ListedCreatorRepository::account);
            select.getMoreResults();
            Map<UUID, List<CreatorState.Offer>> offers = grouped(select.getResultSet(), ListedCreatorRepository::offer);
            select.getMoreResults();
            ResultSet row = select.getResultSet();
            while (row.next()) {
                ListedCreator creator = creator(row, accounts, offers);
                found.put(creator.creatorId(), creator);
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("Creators could not be read, SQL state " + e.getSQLState());
        }
    }

    private static ListedCreator creator(
            ResultSet row, Map<UUID, List<ListedCreator.Account>> accounts, Map<UUID, List<CreatorState.Offer>> offers)
            throws SQLException {
        UUID creatorId = row.getObject(1, UUID.class);
        return new ListedCreator(
                creatorId,
                row.getLong(2),
                row.getString(3),
                CreatorStatus.valueOf(row.getString(4)),
                row.getString(5),
                texts(row.getArray(6)),
                row.getObject(7, Integer.class),
                row.getString(8),
                texts(row.getArray(9)),
                accounts.getOrDefault(creatorId, List.of()),
                offers.getOrDefault(creatorId, List.of()),
                row.getInt(10),
                texts(row.getArray(11)),
                row.getString(12),
                row.getObject(13, UUID.class));
    }

    private static ListedCreator.Account account(ResultSet row) throws SQLException {
        var metrics =
                new AccountMetrics(row.getObject(5, Long.class), row.getBigDecimal(6), row.getObject(7, Long.class));
        return new ListedCreator.Account(
                row.getObject(2, UUID.class),
                new Platform(row.getString(3)),
                row.getString(4),
                metrics.followers(),
                metrics.engagementRate(),
                metrics.averageViews(),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                MetricSource.valueOf(row.getString(9)));
    }

    private static CreatorState.Offer offer(ResultSet row) throws SQLException {
        BigDecimal amount = row.getBigDecimal(3);
        Fee fee = amount == null ? null : new Fee(amount, row.getString(4));
        return new CreatorState.Offer(
                EngagementType.valueOf(row.getString(2)),
                fee == null ? null : Money.of(fee.amount(), fee.currency()),
                new EngagementTerms(
                        row.getObject(5, LocalDate.class),
                        row.getObject(6, LocalDate.class),
                        row.getObject(7, Integer.class),
                        row.getObject(8, Integer.class),
                        row.getObject(9, Integer.class)));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static <T> Map<UUID, List<T>> grouped(ResultSet row, Reader<T> reader) throws SQLException {
        var groups = new HashMap<UUID, List<T>>();
        while (row.next()) {
            groups.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                    .add(reader.read(row));
        }
        return groups;
    }

    private interface Reader<T> {

        T read(ResultSet row) throws SQLException;
    }
}

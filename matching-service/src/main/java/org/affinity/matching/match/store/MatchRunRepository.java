package org.affinity.matching.match.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.affinity.matching.match.domain.MatchRun;
import org.affinity.matching.match.domain.SavedJson;

/** Answered matches; shows only those of the caller's organisations. */
@ApplicationScoped
public class MatchRunRepository {

    private static final String LOCK = "select 1 from pg_advisory_xact_lock(hashtextextended('matches', 0))";
    private static final String LOCK_SHARED =
            "select 1 from pg_advisory_xact_lock_shared(hashtextextended('matches', 0))";

    /**
     * One round trip: waits for erasures, then saves the match with what it decided of each creator, unless one of
     * those named was erased; says whether it was saved, and how many creators changed since the index it was made
     * from.
     */
    private static final String ADD = LOCK_SHARED + """
            ;
            with run as (
                insert into match_run (match_id, organisation_id, campaign_id, campaign_version, model_version,
                                       index_snapshot, eligible_count, panel_size, panel_cost, panel_currency, brief,
                                       packed_document, completed_at)
                select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                where not exists (select 1 from erased_subject where subject_id = any (cast(? as uuid[])))
                returning *),
            pool as (
                insert into match_pool (match_id, organisation_id, creators, packed)
                select run.match_id, run.organisation_id, told.creators, told.packed
                from run, (values (cast(? as uuid[]), cast(? as bytea))) as told (creators, packed)
                where told.packed is not null),
            decision as (
                insert into selection_decision (match_id, creator_id, organisation_id, campaign_id, model_version,
                                                eligible_count, completed_at, rank, proposed)
                select run.match_id, place.creator_id, run.organisation_id, run.campaign_id, run.model_version,
                       run.eligible_count, run.completed_at, place.rank, place.proposed
                from run
                cross join unnest(cast(? as uuid[]), cast(? as int[]), cast(? as boolean[]))
                    as place (creator_id, rank, proposed)),
            mention as (
                insert into match_mention (match_id, creator_id, organisation_id)
                select run.match_id, mentioned, run.organisation_id
                from run cross join unnest(cast(? as uuid[])) mentioned)
            select exists (select 1 from run), (select count(*) from candidate where change_number > ?)""";

    private static final String PASSING_OVER = """
            select r.match_id
            from match_run r
            join candidate c on c.creator_id = :creatorId and c.state is not null and r.completed_at >= c.known_since
            where r.campaign_id is not null and r.match_id < :before
              and not exists (select 1 from selection_decision d
                              where d.match_id = r.match_id and d.creator_id = :creatorId)
            order by r.match_id desc""";

    private static final UUID LAST = new UUID(-1, -1);

    private final Rows rows;
    private final AgroalDataSource dataSource;

    MatchRunRepository(Rows rows, AgroalDataSource dataSource) {
        this.rows = rows;
        this.dataSource = dataSource;
    }

    /**
     * Keeps a match, and for each creator in it what was decided, unless one of them was erased. Until the transaction
     * ends no creator is erased from matches.
     *
     * @param places the creators that its answer names
     * @param pool the creators its panel was chosen from, as JSON; null without a panel
     * @param creatorsInPool who they are
     * @param mentioned whom the answer names in words, outside ranking and panel, remembered so that they can be erased
     * @return how many creators have changed since the index that the match was made from; empty when it was not saved
     */
    public OptionalLong add(
            MatchRun run,
            List<NamedPlace> places,
            SavedJson pool,
            Set<UUID> creatorsInPool,
            Collection<UUID> mentioned) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setObject(1, run.matchId());
            statement.setObject(2, run.organisationId());
            statement.setObject(3, run.campaignId());
            statement.setObject(4, run.campaignVersion(), Types.BIGINT);
            statement.setString(5, run.modelVersion());
            statement.setLong(6, run.indexSnapshot());
            statement.setInt(7, run.eligibleCount());
            statement.setInt(8, run.panelSize());
            statement.setBigDecimal(9, run.panelCost().amount());
            statement.setString(10, run.panelCost().currency());
            statement.setString(11, run.brief());
            statement.setBytes(12, PackedJson.pack(run.document()));
            statement.setObject(13, run.completedAt().atOffset(ZoneOffset.UTC));
            statement.setArray(14, connection.createArrayOf("uuid", named(places, creatorsInPool, mentioned)));
            statement.setArray(15, connection.createArrayOf("uuid", creatorsInPool.toArray()));
            statement.setBytes(16, pool == null ? null : PackedJson.pack(pool));
            statement.setArray(17, array(connection, "uuid", places, NamedPlace::creatorId));
            statement.setArray(18, array(connection, "int", places, NamedPlace::rank));
            statement.setArray(19, array(connection, "boolean", places, NamedPlace::proposed));
            statement.setArray(20, connection.createArrayOf("uuid", mentioned.toArray()));
            statement.setLong(21, run.indexSnapshot());
            statement.execute();
            statement.getMoreResults();
            try (ResultSet saved = statement.getResultSet()) {
                saved.next();
                return saved.getBoolean(1) ? OptionalLong.of(saved.getLong(2)) : OptionalLong.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A match could not be saved", e);
        }
    }

    private static Object[] named(List<NamedPlace> places, Set<UUID> pool, Collection<UUID> mentioned) {
        return Stream.of(places.stream().map(NamedPlace::creatorId), pool.stream(), mentioned.stream())
                .flatMap(Function.identity())
                .distinct()
                .toArray();
    }

    private static Array array(
            Connection connection, String type, List<NamedPlace> places, Function<NamedPlace, Object> column)
            throws SQLException {
        return connection.createArrayOf(type, places.stream().map(column).toArray());
    }

    /**
     * A creator that an answer names.
     *
     * @param rank place in the ranking, or null
     * @param proposed whether the creator is in the panel
     */
    public record NamedPlace(UUID creatorId, Integer rank, boolean proposed) {}

    /** What a match answered, without anything else of it. */
    public Optional<SavedJson> document(UUID matchId) {
        return rows.getEntityManager()
                .createQuery("select document, packedDocument from MatchRunEntity where matchId = ?1", Object[].class)
                .setParameter(1, matchId)
                .getResultStream()
                .findFirst()
                .map(row -> MatchRunEntity.document((String) row[0], (byte[]) row[1]));
    }

    public Optional<MatchRun> find(UUID matchId) {
        return rows.findByIdOptional(matchId).map(MatchRunEntity::toDomain);
    }

    /** Until the transaction ends no creator is erased from matches. */
    public void keepErasuresOut() {
        rows.getEntityManager().createNativeQuery(LOCK_SHARED, Integer.class).getSingleResult();
    }

    /** Waits for matches that are being saved, and keeps others out until the transaction ends. */
    public void lockAlone() {
        rows.getEntityManager().createNativeQuery(LOCK, Integer.class).getSingleResult();
    }

    /** The matches that name a creator. */
    public List<MatchRun> naming(UUID creatorId) {
        List<?> found = rows.getEntityManager()
                .createNativeQuery("""
                        select match_id from selection_decision where creator_id = ?1
                        union select match_id from match_mention where creator_id = ?1""", UUID.class)
                .setParameter(1, creatorId)
                .getResultList();
        List<UUID> matches = found.stream().map(UUID.class::cast).toList();
        return rows.list("matchId in ?1 order by matchId", matches).stream()
                .map(MatchRunEntity::toDomain)
                .toList();
    }

    /** Puts a redacted answer in place of the one that was given, and forgets what was decided about its creator. */
    public void redact(UUID matchId, UUID creatorId, SavedJson document) {
        rows.update("document = null, packedDocument = ?1 where matchId = ?2", PackedJson.pack(document), matchId);
        for (String table : List.of("selection_decision", "match_mention")) {
            rows.getEntityManager()
                    .createNativeQuery("delete from " + table + " where match_id = ?1 and creator_id = ?2")
                    .setParameter(1, matchId)
                    .setParameter(2, creatorId)
                    .executeUpdate();
        }
    }

    /**
     * Matches of campaigns, made since a creator is known, that name the creator neither in the ranking nor in the
     * panel; latest first.
     *
     * @param before the last match of the page before, or null
     */
    public List<MatchRun> passingOver(UUID creatorId, UUID before, int limit) {
        List<?> found = rows.getEntityManager()
                .createNativeQuery(PASSING_OVER, UUID.class)
                .setParameter("creatorId", creatorId)
                .setParameter("before", before == null ? LAST : before)
                .setMaxResults(limit)
                .getResultList();
        List<UUID> matches = found.stream().map(UUID.class::cast).toList();
        return rows.list("matchId in ?1 order by matchId desc", matches).stream()
                .map(MatchRunEntity::toDomain)
                .toList();
    }

    /** Whether this version of a campaign, or a later one, was matched already. */
    public boolean isMatched(UUID campaignId, long campaignVersion) {
        return rows.count("campaignId = ?1 and campaignVersion >= ?2", campaignId, campaignVersion) > 0;
    }

    /**
     * Latest first.
     *
     * @param campaignId null for the matches of all campaigns and briefs
     * @param before the last match of the page before, or null
     */
    public List<MatchRun> list(UUID campaignId, UUID before, int limit) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        if (campaignId != null) {
            where.append(" and campaignId = :campaignId");
            parameters.put("campaignId", campaignId);
        }
        if (before != null) {
            where.append(" and matchId < :before");
            parameters.put("before", before);
        }
        return rows.find(where + " order by matchId desc", parameters).page(0, limit).stream()
                .map(MatchRunEntity::toDomain)
                .toList();
    }

    /** Keeps Panache's own methods out of sight of the callers. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<MatchRunEntity, UUID> {}
}

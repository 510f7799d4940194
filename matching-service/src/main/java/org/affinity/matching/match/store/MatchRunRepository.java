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
import org.affinity.matching.match.domain.MatchListing;
import org.affinity.matching.match.domain.MatchRun;
import org.affinity.matching.match.domain.SavedJson;
import org.hibernate.jpa.HibernateHints;

/** Answered matches; shows only those of the caller's organisations. */
@ApplicationScoped
public class MatchRunRepository {

    private static final String LOCK = "select 1 from pg_advisory_xact_lock(hashtextextended('matches', 0))";
    private static final String LOCK_SHARED =
            "select 1 from pg_advisory_xact_lock_shared(hashtextextended('matches', 0))";

    /**
     * One round trip: waits for erasures, then saves the match with what it decided of each creator, unless one of
     * those named was erased; says whether it was saved, and how many creators changed since the index it was made
     * from. That is counted on its own: how to count depends on the number asked for, so that PostgreSQL plans it each
     * time, and would plan all the rest with it.
     */
    private static final String ADD = LOCK_SHARED + """
            ;
            with told as (
                select cast(? as uuid[]) as creators, cast(? as int[]) as ranks, cast(? as boolean[]) as proposed,
                       cast(? as uuid[]) as pool, cast(? as bytea) as packed_pool, cast(? as uuid[]) as mentioned,
                       cast(? as uuid[]) as in_brief),
            run as (
                insert into match_run (match_id, organisation_id, campaign_id, campaign_version, asked_again,
                                       model_version, index_snapshot, eligible_count, with_panel, panel_size, panel_cost, panel_currency, brief,
                                       packed_document, completed_at)
                select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                where not exists (
                    select 1 from erased_subject
                    where subject_id = any (cast((select creators || pool || mentioned || in_brief from told) as uuid[])))
                returning match_id, organisation_id, campaign_id, model_version, eligible_count, completed_at),
            pool as (
                insert into match_pool (match_id, organisation_id, creators, packed)
                select run.match_id, run.organisation_id, told.pool, told.packed_pool
                from run, told where told.packed_pool is not null),
            decision as (
                insert into selection_decision (match_id, creator_id, organisation_id, campaign_id, model_version,
                                                eligible_count, completed_at, rank, proposed)
                select run.match_id, place.creator_id, run.organisation_id, run.campaign_id, run.model_version,
                       run.eligible_count, run.completed_at, place.rank, place.proposed
                from run, told, unnest(told.creators, told.ranks, told.proposed) as place (creator_id, rank, proposed)),
            mention as (
                insert into match_mention (match_id, creator_id, organisation_id)
                select run.match_id, mentioned.creator_id, run.organisation_id
                from run, told, unnest(told.mentioned) as mentioned (creator_id))
            select exists (select 1 from run);
            select count(*) from candidate where change_number > ?""";

    private static final String PASSING_OVER = """
            select r.match_id
            from match_run r
            join candidate c on c.creator_id = :creatorId and c.state is not null and r.completed_at >= c.known_since
            where r.campaign_id is not null and not r.asked_again and r.match_id < :before
              and not exists (select 1 from selection_decision d
                              where d.match_id = r.match_id and d.creator_id = :creatorId)
            order by r.match_id desc""";

    private static final int ANSWERS_FETCHED = 10;
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
     * @param inBrief whom its brief names, remembered with the constraints of its panels
     * @return how many creators have changed since the index that the match was made from; empty when it was not saved
     */
    public OptionalLong add(
            MatchRun run,
            List<NamedPlace> places,
            SavedJson pool,
            Set<UUID> creatorsInPool,
            Collection<UUID> mentioned,
            Collection<UUID> inBrief) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setArray(1, array(connection, "uuid", places, NamedPlace::creatorId));
            statement.setArray(2, array(connection, "int", places, NamedPlace::rank));
            statement.setArray(3, array(connection, "boolean", places, NamedPlace::proposed));
            statement.setArray(4, connection.createArrayOf("uuid", creatorsInPool.toArray()));
            statement.setBytes(5, pool == null ? null : PackedJson.pack(pool));
            statement.setArray(6, connection.createArrayOf("uuid", mentioned.toArray()));
            statement.setArray(7, connection.createArrayOf("uuid", inBrief.toArray()));
            statement.setObject(8, run.matchId());
            statement.setObject(9, run.organisationId());
            statement.setObject(10, run.campaignId());
            statement.setObject(11, run.campaignVersion(), Types.BIGINT);
            statement.setBoolean(12, run.askedAgain());
            statement.setString(13, run.modelVersion());
            statement.setLong(14, run.indexSnapshot());
            statement.setInt(15, run.eligibleCount());
            statement.setBoolean(16, run.withPanel());
            statement.setInt(17, run.panelSize());
            statement.setBigDecimal(18, run.panelCost().amount());
            statement.setString(19, run.panelCost().currency());
            statement.setString(20, run.brief());
            statement.setBytes(21, PackedJson.pack(run.document()));
            statement.setObject(22, run.completedAt().atOffset(ZoneOffset.UTC));
            statement.setLong(23, run.indexSnapshot());
            statement.execute();
            boolean isSaved = next(statement).getBoolean(1);
            long lag = next(statement).getLong(1);
            return isSaved ? OptionalLong.of(lag) : OptionalLong.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("A match could not be saved", e);
        }
    }

    /** The only row of the next result; the one before is closed. */
    private static ResultSet next(PreparedStatement statement) throws SQLException {
        statement.getMoreResults();
        ResultSet row = statement.getResultSet();
        row.next();
        return row;
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

    /** What is wanted of the answers of matches; one answer after the other is in memory. */
    public <T> Map<UUID, T> documents(Collection<UUID> matchIds, Function<SavedJson, T> wanted) {
        Map<UUID, T> found = new HashMap<>();
        try (Stream<?> answers = rows.getEntityManager()
                .createNativeQuery(
                        "select match_id, document, packed_document from match_run where match_id = any (:matchIds)",
                        Object[].class)
                .setParameter("matchIds", matchIds.toArray(UUID[]::new))
                .setHint(HibernateHints.HINT_FETCH_SIZE, ANSWERS_FETCHED)
                .getResultStream()) {
            answers.map(Object[].class::cast)
                    .forEach(row -> found.put(
                            (UUID) row[0], wanted.apply(MatchRunEntity.document((String) row[1], (byte[]) row[2]))));
        }
        return found;
    }

    public boolean exists(UUID matchId) {
        return rows.count("matchId", matchId) > 0;
    }

    public Optional<MatchRun> find(UUID matchId) {
        return rows.findByIdOptional(matchId).map(this::forgotten);
    }

    /** Taken out of the session, which would hold every answer that is read until the transaction ends. */
    private MatchRun forgotten(MatchRunEntity entity) {
        rows.getEntityManager().detach(entity);
        return entity.toDomain();
    }

    /** Until the transaction ends no creator is erased from matches. */
    public void keepErasuresOut() {
        rows.getEntityManager().createNativeQuery(LOCK_SHARED, Integer.class).getSingleResult();
    }

    /** Waits for matches that are being saved, and keeps others out until the transaction ends. */
    public void lockAlone() {
        rows.getEntityManager().createNativeQuery(LOCK, Integer.class).getSingleResult();
    }

    /** Ids of the matches that name a creator. */
    public List<UUID> naming(UUID creatorId) {
        List<?> found = rows.getEntityManager()
                .createNativeQuery("""
                        select match_id from selection_decision where creator_id = ?1
                        union select match_id from match_mention where creator_id = ?1
                        union select match_id from match_constraint where creators @> array[cast(?1 as uuid)]
                        order by match_id""", UUID.class)
                .setParameter(1, creatorId)
                .getResultList();
        return found.stream().map(UUID.class::cast).toList();
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
     * What is found of matches at the publication of campaigns, made since a creator is known, that name the creator
     * neither in the ranking nor in the panel; latest first, one answer after the other in memory.
     *
     * @param before the last match of the page before, or null
     */
    public <T> List<T> passingOver(UUID creatorId, UUID before, int limit, Function<MatchRun, T> finding) {
        List<?> found = rows.getEntityManager()
                .createNativeQuery(PASSING_OVER, UUID.class)
                .setParameter("creatorId", creatorId)
                .setParameter("before", before == null ? LAST : before)
                .setMaxResults(limit)
                .getResultList();
        return found.stream()
                .map(matchId -> finding.apply(find((UUID) matchId).orElseThrow()))
                .toList();
    }

    /** Whether this version of a campaign, or a later one, was matched at its publication already. */
    public boolean isMatched(UUID campaignId, long campaignVersion) {
        return rows.count("campaignId = ?1 and campaignVersion >= ?2 and not askedAgain", campaignId, campaignVersion)
                > 0;
    }

    /**
     * Latest first.
     *
     * @param campaignId null for the matches of all campaigns and briefs
     * @param before the last match of the page before, or null
     */
    public List<MatchListing> list(UUID campaignId, UUID before, int limit) {
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
        return rows.find(where + " order by matchId desc", parameters)
                .project(MatchListing.class)
                .page(0, limit)
                .list();
    }

    /** Keeps Panache's own methods out of sight of the callers. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<MatchRunEntity, UUID> {}
}

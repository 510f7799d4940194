package org.affinity.matching.match.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.affinity.matching.match.domain.MatchRun;

/** Answered matches; shows only those of the caller's organisations. */
@ApplicationScoped
public class MatchRunRepository {

    private static final String LOCK = "select 1 from pg_advisory_xact_lock(hashtextextended('matches', 0))";
    private static final String LOCK_SHARED =
            "select 1 from pg_advisory_xact_lock_shared(hashtextextended('matches', 0))";

    /** The same in the migration that filled it for the matches before. */
    private static final String DECISIONS = """
            insert into selection_decision (match_id, creator_id, organisation_id, campaign_id, model_version,
                                            eligible_count, completed_at, rank, proposed, place)
            select r.match_id, cast(p.place ->> 'creatorId' as uuid), r.organisation_id, r.campaign_id,
                   r.model_version, r.eligible_count, r.completed_at,
                   min(cast(p.place ->> 'rank' as int)) filter (where p.list = 'ranking'), bool_or(p.list = 'panel'),
                   (array_agg(p.place))[1] - 'rank'
            from match_run r
            cross join lateral (
                select 'ranking' as list, place from jsonb_array_elements(cast(r.document as jsonb) -> 'ranking') place
                union all
                select 'panel', place from jsonb_array_elements(cast(r.document as jsonb) -> 'panel') place) p
            where r.match_id = ?1 and p.place ->> 'creatorId' is not null
            group by r.match_id, p.place ->> 'creatorId'""";

    private static final String LEAVE_POOLS = """
            update match_run
            set panel_pool = jsonb_set(panel_pool, '{candidates}', coalesce(
                (select jsonb_agg(candidate)
                 from jsonb_array_elements(panel_pool -> 'candidates') candidate
                 where candidate ->> 'creatorId' <> cast(?1 as text)), '[]'))
            where panel_pool @> jsonb_build_object('candidates', jsonb_build_array(jsonb_build_object('creatorId', cast(?1 as text))))""";

    private static final String KEPT = """
            select r.match_id, r.model_version, cast(candidate as text)
            from match_run r, jsonb_array_elements(r.panel_pool -> 'candidates') candidate
            where r.campaign_id = :campaignId and candidate ->> 'creatorId' = :creatorId
              and candidate ->> 'accountId' = :accountId
            order by r.completed_at > :invitedAt, r.completed_at desc
            limit 1""";

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

    MatchRunRepository(Rows rows) {
        this.rows = rows;
    }

    /**
     * Keeps a match, and for each creator in it what was decided.
     *
     * @param panelPool the creators its panel was chosen from, as JSON
     */
    public void add(MatchRun run, String panelPool) {
        MatchRunEntity entity = MatchRunEntity.of(run);
        entity.panelPool = panelPool;
        rows.persistAndFlush(entity);
        rows.getEntityManager()
                .createNativeQuery(DECISIONS)
                .setParameter(1, run.matchId())
                .executeUpdate();
    }

    /** Remembers which creators an answer names in words, outside ranking and panel, so that they can be erased. */
    public void mention(MatchRun run, Collection<UUID> creators) {
        creators.forEach(creatorId -> rows.getEntityManager()
                .createNativeQuery(
                        "insert into match_mention (match_id, creator_id, organisation_id) values (?1, ?2, ?3)")
                .setParameter(1, run.matchId())
                .setParameter(2, creatorId)
                .setParameter(3, run.organisationId())
                .executeUpdate());
    }

    /** The creators the panel of a match was chosen from, as JSON; empty for matches of before they were kept. */
    public Optional<String> panelPool(UUID matchId) {
        return rows.findByIdOptional(matchId).map(entity -> entity.panelPool);
    }

    /**
     * A creator as a match kept it.
     *
     * @param candidate as JSON
     */
    public record Kept(UUID matchId, String modelVersion, String candidate) {}

    /** A creator with an account as the last match of a campaign before a moment kept it. */
    public Optional<Kept> kept(UUID campaignId, UUID creatorId, UUID accountId, Instant invitedAt) {
        List<?> found = rows.getEntityManager()
                .createNativeQuery(KEPT, Object[].class)
                .setParameter("campaignId", campaignId)
                .setParameter("creatorId", creatorId.toString())
                .setParameter("accountId", accountId.toString())
                .setParameter("invitedAt", invitedAt)
                .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .map(row -> new Kept((UUID) row[0], (String) row[1], (String) row[2]))
                .findFirst();
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
    public void redact(UUID matchId, UUID creatorId, String document) {
        rows.update("document = ?1 where matchId = ?2", document, matchId);
        for (String table : List.of("selection_decision", "match_mention")) {
            rows.getEntityManager()
                    .createNativeQuery("delete from " + table + " where match_id = ?1 and creator_id = ?2")
                    .setParameter(1, matchId)
                    .setParameter(2, creatorId)
                    .executeUpdate();
        }
    }

    /** Takes a creator out of those whom panels were and can be chosen from; in how many matches they were. */
    public int leavePools(UUID creatorId) {
        return rows.getEntityManager()
                .createNativeQuery(LEAVE_POOLS)
                .setParameter(1, creatorId.toString())
                .executeUpdate();
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

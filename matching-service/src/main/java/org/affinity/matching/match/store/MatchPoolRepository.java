package org.affinity.matching.match.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.affinity.matching.match.domain.SavedJson;

/**
 * The creators that panels of a match are chosen from: packed, with their ids beside them, in {@code match_pool}; those
 * of matches from before pools were packed as {@code match_run.panel_pool}.
 */
@ApplicationScoped
public class MatchPoolRepository {

    private static final String FIND = """
            select p.packed, cast(r.panel_pool as text)
            from match_run r left join match_pool p using (match_id) where r.match_id = :matchId""";

    private static final String KEEP = """
            insert into match_pool (match_id, organisation_id, creators, packed)
            select match_id, organisation_id, :creators, :packed from match_run where match_id = :matchId
            on conflict (match_id) do nothing""";

    private static final String OF_CAMPAIGN = """
            select r.match_id, r.model_version, p.packed, cast(r.panel_pool as text)
            from match_run r left join match_pool p using (match_id)
            where r.campaign_id = :campaignId and not r.asked_again
              and (p.match_id is not null or r.panel_pool is not null)
            order by r.completed_at > :invitedAt, r.completed_at desc""";

    private static final String NAMING = """
            select p.match_id, 'pool', p.packed, cast(null as text) from match_pool p
            where :creatorId = any (p.creators)
            union all
            select r.match_id, 'run', cast(null as bytea), cast(r.panel_pool as text) from match_run r
            where r.panel_pool @> jsonb_build_object('candidates', jsonb_build_array(
                jsonb_build_object('creatorId', cast(:creatorId as text))))
            order by 1""";

    /** Without the rules and limits of requests. */
    private final ObjectMapper json = JsonMapper.builder().build();

    private final EntityManager entities;

    MatchPoolRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** The pool of a match, as JSON; empty when none is kept. */
    public Optional<SavedJson> find(UUID matchId) {
        return rows(entities.createNativeQuery(FIND, Object[].class).setParameter("matchId", matchId))
                .filter(row -> row[0] != null || row[1] != null)
                .map(row -> pool(row[0], row[1]))
                .findFirst();
    }

    /** Keeps the pool of a match that was saved without one; false when another one is kept since then. */
    public boolean keep(UUID matchId, SavedJson pool, Set<UUID> creatorIds) {
        int kept = entities.createNativeQuery(KEEP)
                .setParameter("matchId", matchId)
                .setParameter("creators", creatorIds.toArray(UUID[]::new))
                .setParameter("packed", PackedJson.pack(pool))
                .executeUpdate();
        return kept > 0;
    }

    /**
     * A creator as a match kept it.
     *
     * @param candidate as JSON
     */
    public record Kept(UUID matchId, String modelVersion, String candidate) {}

    /** A creator with an account as the last match of a campaign before a moment kept it. */
    public Optional<Kept> kept(UUID campaignId, UUID creatorId, UUID accountId, Instant invitedAt) {
        return rows(entities.createNativeQuery(OF_CAMPAIGN, Object[].class)
                        .setParameter("campaignId", campaignId)
                        .setParameter("invitedAt", invitedAt))
                .flatMap(row -> candidates(pool(row[2], row[3])).stream()
                        .filter(candidate -> is(candidate, "creatorId", creatorId))
                        .filter(candidate -> is(candidate, "accountId", accountId))
                        .map(candidate -> new Kept((UUID) row[0], (String) row[1], candidate.toString())))
                .findFirst();
    }

    /**
     * A creator in the pool of a match.
     *
     * @param candidate as it is kept
     */
    public record Entry(UUID matchId, JsonNode candidate) {}

    /** Where a creator is in a pool. */
    public List<Entry> entriesOf(UUID creatorId) {
        return naming(creatorId)
                .flatMap(row -> candidates(pool(row[2], row[3])).stream()
                        .filter(candidate -> is(candidate, "creatorId", creatorId))
                        .map(candidate -> new Entry((UUID) row[0], candidate)))
                .toList();
    }

    /** Takes a creator out of those whom panels were and can be chosen from; in how many matches they were. */
    public int leave(UUID creatorId) {
        List<Object[]> pools = naming(creatorId).toList();
        for (Object[] row : pools) {
            JsonNode pool = tree(pool(row[2], row[3]));
            ((ArrayNode) pool.path("candidates")).removeIf(candidate -> is(candidate, "creatorId", creatorId));
            boolean packed = row[1].equals("pool");
            var update = entities.createNativeQuery(
                            packed
                                    ? "update match_pool set packed = :pool, creators = array_remove(creators, :creatorId)"
                                            + " where match_id = :matchId"
                                    : "update match_run set panel_pool = cast(:pool as jsonb) where match_id = :matchId")
                    .setParameter("matchId", row[0])
                    .setParameter("pool", packed ? PackedJson.pack(SavedJson.of(pool.toString())) : pool.toString());
            (packed ? update.setParameter("creatorId", creatorId) : update).executeUpdate();
        }
        return pools.size();
    }

    private Stream<Object[]> naming(UUID creatorId) {
        return rows(entities.createNativeQuery(NAMING, Object[].class).setParameter("creatorId", creatorId));
    }

    private static Stream<Object[]> rows(jakarta.persistence.Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast);
    }

    private static SavedJson pool(Object packed, Object plain) {
        return packed == null ? SavedJson.of((String) plain) : PackedJson.unpack((byte[]) packed);
    }

    private List<JsonNode> candidates(SavedJson pool) {
        List<JsonNode> candidates = new ArrayList<>();
        tree(pool).path("candidates").forEach(candidates::add);
        return candidates;
    }

    private static boolean is(JsonNode candidate, String field, UUID id) {
        return candidate.path(field).asText().equals(id.toString());
    }

    private JsonNode tree(SavedJson pool) {
        try {
            return json.readTree(pool.bytes());
        } catch (IOException e) {
            throw new IllegalStateException("A saved pool could not be read", e);
        }
    }
}

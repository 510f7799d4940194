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
            select p.match_id from match_pool p
            where :creatorId = any (p.creators)
            union
            select r.match_id from match_run r
            where r.panel_pool @> jsonb_build_object('candidates', jsonb_build_array(
                jsonb_build_object('creatorId', cast(:creatorId as text))))
            order by 1""";

    private static final String LEAVE = """
            update match_pool set packed = :packed, creators = array_remove(creators, :creatorId)
            where match_id = :matchId""";

    private static final String LEAVE_PLAIN =
            "update match_run set panel_pool = cast(:pool as jsonb) where match_id = :matchId";

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

    /**
     * A creator with an account as the last match of a campaign before a moment kept it; as the latest after it did
     * when none before has them.
     */
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
        return naming(creatorId).stream()
                .flatMap(matchId -> candidates(find(matchId).orElseThrow()).stream()
                        .filter(candidate -> is(candidate, "creatorId", creatorId))
                        .map(candidate -> new Entry(matchId, candidate)))
                .toList();
    }

    /** Takes a creator out of those whom panels were and can be chosen from; in how many matches they were. */
    public int leave(UUID creatorId) {
        List<UUID> matches = naming(creatorId);
        matches.forEach(matchId -> leave(matchId, creatorId));
        return matches.size();
    }

    private void leave(UUID matchId, UUID creatorId) {
        JsonNode pool = tree(find(matchId).orElseThrow());
        ((ArrayNode) pool.path("candidates")).removeIf(candidate -> is(candidate, "creatorId", creatorId));
        int packed = entities.createNativeQuery(LEAVE)
                .setParameter("matchId", matchId)
                .setParameter("creatorId", creatorId)
                .setParameter("packed", PackedJson.pack(SavedJson.of(pool.toString())))
                .executeUpdate();
        if (packed == 0) {
            entities.createNativeQuery(LEAVE_PLAIN)
                    .setParameter("matchId", matchId)
                    .setParameter("pool", pool.toString())
                    .executeUpdate();
        }
    }

    private List<UUID> naming(UUID creatorId) {
        List<?> matches = entities.createNativeQuery(NAMING, UUID.class)
                .setParameter("creatorId", creatorId)
                .getResultList();
        return matches.stream().map(UUID.class::cast).toList();
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

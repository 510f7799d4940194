package org.affinity.matching.match.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.affinity.matching.match.domain.PanelOptions;

/**
 * What the panels of matches have to keep to, of those that ask for anything; shows only the caller's organisations'.
 */
@ApplicationScoped
public class MatchConstraintRepository {

    private static final String KEEP = """
            insert into match_constraint (match_id, organisation_id, creators, options)
            values (:matchId, :organisationId, :creators, cast(:options as jsonb))""";

    private static final String NAMING = """
            select cast(match_id as text), cast(options as text) from match_constraint
            where creators @> array[cast(:creatorId as uuid)] order by match_id""";

    private static final String REPLACE = """
            update match_constraint set creators = :creators, options = cast(:options as jsonb)
            where match_id = :matchId""";

    /** Without the rules and limits of requests; a newer replica may have written what is not known here. */
    private final ObjectMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final EntityManager entities;

    MatchConstraintRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Keeps what a match asked for; nothing when it asked for nothing. */
    public void keep(UUID matchId, UUID organisationId, PanelOptions options) {
        if (!options.equals(PanelOptions.NONE)) {
            entities.createNativeQuery(KEEP)
                    .setParameter("matchId", matchId)
                    .setParameter("organisationId", organisationId)
                    .setParameter("creators", options.creatorIds().toArray(UUID[]::new))
                    .setParameter("options", write(options))
                    .executeUpdate();
        }
    }

    /** What a match asked for; matches from before it was kept are taken to have asked for nothing. */
    public PanelOptions find(UUID matchId) {
        List<?> found = entities.createNativeQuery(
                        "select cast(options as text) from match_constraint where match_id = :matchId", String.class)
                .setParameter("matchId", matchId)
                .getResultList();
        return found.isEmpty() ? PanelOptions.NONE : read((String) found.getFirst());
    }

    /** Takes a creator out of what matches asked for; of how many. */
    public int leave(UUID creatorId) {
        List<?> naming = entities.createNativeQuery(NAMING, Object[].class)
                .setParameter("creatorId", creatorId)
                .getResultList();
        for (Object row : naming) {
            Object[] columns = (Object[]) row;
            PanelOptions left = read((String) columns[1]).without(Set.of(creatorId));
            entities.createNativeQuery(REPLACE)
                    .setParameter("matchId", UUID.fromString((String) columns[0]))
                    .setParameter("creators", left.creatorIds().toArray(UUID[]::new))
                    .setParameter("options", write(left))
                    .executeUpdate();
        }
        return naming.size();
    }

    private String write(PanelOptions options) {
        try {
            return json.writeValueAsString(options);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The constraints of a panel could not be written", e);
        }
    }

    private PanelOptions read(String text) {
        try {
            return json.readValue(text, PanelOptions.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Saved constraints of a panel could not be read", e);
        }
    }
}

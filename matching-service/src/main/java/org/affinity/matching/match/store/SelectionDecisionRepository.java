package org.affinity.matching.match.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What matches decided about creators; shows a creator their own. Written with each match. */
@ApplicationScoped
public class SelectionDecisionRepository {

    private static final String LIST = """
            select match_id, organisation_id, campaign_id, model_version, eligible_count, completed_at, rank, proposed
            from selection_decision
            where creator_id = :creatorId and match_id < :before
            order by match_id desc""";
    private static final UUID LAST = new UUID(-1, -1);

    private final EntityManager entities;

    SelectionDecisionRepository(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * What one match decided.
     *
     * @param rank place in the ranking, or null when the creator was in the panel but not in the ranking
     * @param proposed whether the creator was in the panel
     */
    public record SelectionDecision(
            UUID matchId,
            UUID organisationId,
            UUID campaignId,
            String modelVersion,
            int eligibleCount,
            Instant completedAt,
            Integer rank,
            boolean proposed) {}

    /** Latest first. */
    public List<SelectionDecision> list(UUID creatorId, UUID before, int limit) {
        List<?> rows = entities.createNativeQuery(LIST, Object[].class)
                .setParameter("creatorId", creatorId)
                .setParameter("before", before == null ? LAST : before)
                .setMaxResults(limit)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(SelectionDecisionRepository::decision)
                .toList();
    }

    private static SelectionDecision decision(Object[] row) {
        return new SelectionDecision(
                (UUID) row[0],
                (UUID) row[1],
                (UUID) row[2],
                (String) row[3],
                (Integer) row[4],
                (Instant) row[5],
                (Integer) row[6],
                (Boolean) row[7]);
    }
}

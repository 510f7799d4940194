package org.affinity.profile.trackrecord.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Access to completed collaborations. */
@ApplicationScoped
public class CompletedCollaborationRepository implements PanacheRepositoryBase<CompletedCollaborationEntity, UUID> {

    private static final String INSERT = """
            insert into completed_collaboration (collaboration_id, creator_id, result_id, recorded_at)
            values (:collaboration, :creator, :result, :recordedAt)
            on conflict do nothing""";

    /** Adds a collaboration; false when it, or its result, was there before. */
    public boolean addIfNew(UUID resultId, UUID collaborationId, UUID creatorId, Instant recordedAt) {
        return getEntityManager()
                        .createNativeQuery(INSERT)
                        .setParameter("collaboration", collaborationId)
                        .setParameter("creator", creatorId)
                        .setParameter("result", resultId)
                        .setParameter("recordedAt", recordedAt)
                        .executeUpdate()
                == 1;
    }

    /** Number of completed collaborations of a creator. */
    public int countOf(UUID creatorId) {
        return Math.toIntExact(count("creatorId", creatorId));
    }
}

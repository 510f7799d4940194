package org.affinity.profile.trackrecord.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.affinity.profile.creator.CompletedCollaborations;

/** Access to completed collaborations. */
@ApplicationScoped
public class CompletedCollaborationRepository
        implements PanacheRepositoryBase<CompletedCollaborationEntity, UUID>, CompletedCollaborations {

    /** A lock on the number alone: there may be no row of the creator to lock. */
    private static final String HOLD = "select 1 from pg_advisory_xact_lock(hashtextextended(:number, 0))";

    private static final String INSERT = """
            insert into completed_collaboration (collaboration_id, creator_id, result_id, recorded_at)
            select :collaboration, :creator, :result, cast(:recordedAt as timestamptz)
            where not affinity_is_erased(:creator)
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

    @Override
    public int countAndHold(UUID creatorId) {
        getEntityManager()
                .createNativeQuery(HOLD, Integer.class)
                .setParameter("number", "completed collaborations of " + creatorId)
                .getSingleResult();
        return Math.toIntExact(count("creatorId", creatorId));
    }
}

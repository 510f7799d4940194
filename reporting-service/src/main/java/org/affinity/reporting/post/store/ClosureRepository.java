package org.affinity.reporting.post.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.affinity.reporting.campaign.domain.Collaboration;

/** Knows which collaborations take no more figures. */
@ApplicationScoped
public class ClosureRepository implements PanacheRepositoryBase<ClosureEntity, UUID> {

    private static final String LOCK = "select 1 from pg_advisory_xact_lock_shared(hashtextextended(?1, 0))";
    private static final String LOCK_ALONE = "select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))";

    /** Keeps the campaign's measurement open until the transaction ends; others may do so too. */
    public void holdOpen(UUID campaignId) {
        lock(LOCK, campaignId);
    }

    /** Waits for all who hold the measurement open, and keeps others out until the transaction ends. */
    public void lockAlone(UUID campaignId) {
        lock(LOCK_ALONE, campaignId);
    }

    private void lock(String statement, UUID campaignId) {
        getEntityManager()
                .createNativeQuery(statement, Integer.class)
                .setParameter(1, "measurement " + campaignId)
                .getSingleResult();
    }

    /** Whether that collaboration takes no more figures. */
    public boolean closed(UUID collaborationId) {
        return findById(collaborationId) != null;
    }

    /** Closes a collaboration. */
    public void close(Collaboration collaboration, Instant now) {
        var entity = new ClosureEntity();
        entity.collaborationId = collaboration.collaborationId();
        entity.campaignId = collaboration.campaignId();
        entity.organisationId = collaboration.organisationId();
        entity.creatorId = collaboration.creatorId();
        entity.closedAt = now;
        persist(entity);
    }
}

package org.affinity.profile.responsiveness.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.profile.responsiveness.domain.Invitation;

/** Access to the copies of invitations, and to when their figures change by themselves. */
@ApplicationScoped
public class InvitationRepository implements PanacheRepositoryBase<InvitationEntity, UUID> {

    /** {@code known} never falls: while invitations are read again, fewer of them are there. */
    private static final String SCHEDULE = """
            insert into responsiveness_refresh (creator_id, due_at, known) values (:creator, :due, :known)
            on conflict (creator_id) do update set due_at = excluded.due_at,
                known = greatest(responsiveness_refresh.known, excluded.known)
            returning known""";

    private static final String DUE = """
            select creator_id from responsiveness_refresh
            where due_at <= :now order by due_at limit :most for update skip locked""";

    /** Takes a state over; false when a newer one, or this one, is there. */
    public boolean store(Invitation invitation) {
        InvitationEntity row = findById(invitation.collaborationId());
        if (row != null && row.version >= invitation.version()) {
            return false;
        }
        boolean isNew = row == null;
        if (isNew) {
            row = new InvitationEntity();
            row.collaborationId = invitation.collaborationId();
        }
        row.write(invitation);
        if (isNew) {
            persist(row);
        }
        return true;
    }

    /** The invitations of a creator, oldest first. */
    public List<Invitation> of(UUID creatorId) {
        return find("creatorId = ?1 order by invitedAt, collaborationId", creatorId).stream()
                .map(InvitationEntity::invitation)
                .toList();
    }

    /** Notes when a creator's figures change next; the most invitations that were ever known. */
    public int schedule(UUID creatorId, Instant dueAt, int known) {
        return (Integer) getEntityManager()
                .createNativeQuery(SCHEDULE, Integer.class)
                .setParameter("creator", creatorId)
                .setParameter("due", dueAt)
                .setParameter("known", known)
                .getSingleResult();
    }

    /** Creators whose figures have changed by themselves, held until the end of the transaction. */
    @SuppressWarnings("unchecked")
    public List<UUID> due(Instant now, int most) {
        return getEntityManager()
                .createNativeQuery(DUE, UUID.class)
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList();
    }
}

package org.affinity.reporting.campaign.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.affinity.reporting.campaign.domain.Collaboration;
import org.hibernate.Session;

/** Keeps the copies of collaborations. */
@ApplicationScoped
public class CollaborationRepository implements PanacheRepositoryBase<CollaborationEntity, UUID> {

    private static final String STORE = """
            insert into collaboration_copy as copy (collaboration_id, campaign_id, organisation_id, creator_id, version,
                                                    state, platform, handle, agreed_at)
            values (:collaboration, :campaign, :organisation, :creator, :version, :state, :platform, :handle,
                    cast(:agreedAt as timestamptz))
            on conflict (collaboration_id) do update
            set campaign_id = excluded.campaign_id, organisation_id = excluded.organisation_id,
                creator_id = excluded.creator_id, version = excluded.version, state = excluded.state,
                platform = excluded.platform, handle = excluded.handle, agreed_at = excluded.agreed_at
            where copy.version < excluded.version""";

    /**
     * Stores a state unless the copy is newer; the database decides, so that no older state comes after a newer one.
     */
    public void store(Collaboration collaboration) {
        getEntityManager()
                .unwrap(Session.class)
                .createNativeMutationQuery(STORE)
                .setParameter("collaboration", collaboration.collaborationId())
                .setParameter("campaign", collaboration.campaignId())
                .setParameter("organisation", collaboration.organisationId())
                .setParameter("creator", collaboration.creatorId())
                .setParameter("version", collaboration.version())
                .setParameter("state", collaboration.state())
                .setParameter("platform", collaboration.platform(), String.class)
                .setParameter("handle", collaboration.handle(), String.class)
                .setParameter("agreedAt", collaboration.agreedAt(), Instant.class)
                .executeUpdate();
    }

    /** The campaign of that collaboration, as far as the caller may see it; nothing else of it is read. */
    public Optional<UUID> campaignOf(UUID collaborationId) {
        return getEntityManager()
                .createQuery("select campaignId from CollaborationEntity where collaborationId = ?1", UUID.class)
                .setParameter(1, collaborationId)
                .getResultStream()
                .findFirst();
    }

    /** The copy of that collaboration, as far as the caller may see it. */
    public Optional<Collaboration> collaboration(UUID collaborationId) {
        return findByIdOptional(collaborationId).map(CollaborationEntity::collaboration);
    }

    /** The accepted collaborations of a campaign, in a stable order. */
    public List<Collaboration> accepted(UUID campaignId) {
        return list("campaignId = ?1 and state = 'ACCEPTED' order by collaborationId", campaignId).stream()
                .map(CollaborationEntity::collaboration)
                .toList();
    }
}

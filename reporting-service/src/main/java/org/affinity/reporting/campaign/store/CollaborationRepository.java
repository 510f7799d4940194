package org.affinity.reporting.campaign.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.affinity.reporting.campaign.domain.Collaboration;

/** Keeps the copies of collaborations. */
@ApplicationScoped
public class CollaborationRepository implements PanacheRepositoryBase<CollaborationEntity, UUID> {

    /** Stores a state unless the copy is newer. */
    public void store(Collaboration collaboration) {
        CollaborationEntity known = findById(collaboration.collaborationId());
        if (known == null) {
            var entity = new CollaborationEntity();
            entity.copy(collaboration);
            persist(entity);
        } else if (known.version < collaboration.version()) {
            known.copy(collaboration);
        }
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

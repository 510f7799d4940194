package org.affinity.profile.creator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.affinity.profile.creator.domain.Platforms;
import org.affinity.profile.creator.store.PlatformEntity;

/** The platforms as they are now: asked for once in a request, and once for a whole list. */
@ApplicationScoped
public class PlatformCatalogue {

    private final EntityManager entities;

    PlatformCatalogue(EntityManager entities) {
        this.entities = entities;
    }

    /** Those that ship with the service, under what operators changed and added. */
    @Transactional
    public Platforms known() {
        return Platforms.shipped()
                .with(entities.createQuery("from PlatformEntity p order by p.createdAt, p.name", PlatformEntity.class)
                        .getResultStream()
                        .map(PlatformEntity::description)
                        .toList());
    }
}

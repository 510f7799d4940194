package org.affinity.campaign.creator.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The copy of creators in the database. */
@ApplicationScoped
public class CreatorRepository implements PanacheRepositoryBase<CreatorEntity, UUID> {

    /** The known ones among some creators. */
    public List<CreatorEntity> listAmong(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }
}

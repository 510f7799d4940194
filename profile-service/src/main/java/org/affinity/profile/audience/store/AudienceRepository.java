package org.affinity.profile.audience.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Access to audiences. */
@ApplicationScoped
public class AudienceRepository implements PanacheRepositoryBase<AudienceEntity, AudienceEntity.Key> {

    /** What each source says of the audience of an account. */
    public List<AudienceEntity> of(UUID accountId) {
        return list("accountId", accountId);
    }
}

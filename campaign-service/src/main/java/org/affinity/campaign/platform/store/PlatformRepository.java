package org.affinity.campaign.platform.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The copy of platforms in the database. */
@ApplicationScoped
public class PlatformRepository implements PanacheRepositoryBase<PlatformEntity, String> {

    /** Names of all platforms, in alphabetical order. */
    public List<String> names() {
        return getEntityManager()
                .createQuery("select p.name from PlatformEntity p order by p.name", String.class)
                .getResultList();
    }
}

package org.affinity.profile.audience.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Access to overlaps. */
@ApplicationScoped
public class OverlapRepository implements PanacheRepositoryBase<OverlapEntity, OverlapEntity.Key> {

    /** Overlaps of an account in the order of the other account's id, after {@code after}. */
    public List<OverlapEntity> page(UUID accountId, UUID after, int limit) {
        String other = "case when o.firstId = ?1 then o.secondId else o.firstId end";
        String query = "from OverlapEntity o where (o.firstId = ?1 or o.secondId = ?1)";
        return (after == null
                        ? find(query + " order by " + other, accountId)
                        : find(query + " and " + other + " > ?2 order by " + other, accountId, after))
                .range(0, limit - 1)
                .list();
    }
}

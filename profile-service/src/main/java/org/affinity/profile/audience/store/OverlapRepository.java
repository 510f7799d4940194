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
        return find(
                        "from OverlapEntity o where (o.firstId = ?1 or o.secondId = ?1) and (?2 is null or"
                                + " (case when o.firstId = ?1 then o.secondId else o.firstId end) > ?2)"
                                + " order by case when o.firstId = ?1 then o.secondId else o.firstId end",
                        accountId,
                        after)
                .range(0, limit - 1)
                .list();
    }
}

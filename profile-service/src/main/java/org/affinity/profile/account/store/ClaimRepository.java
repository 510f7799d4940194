package org.affinity.profile.account.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.affinity.profile.account.domain.ClaimState;
import org.affinity.profile.creator.domain.AccountKey;

/** Access to claims. */
@ApplicationScoped
public class ClaimRepository implements PanacheRepositoryBase<ClaimEntity, UUID> {

    /** Claims in the order in which they were made, after {@code after}; null does not filter. */
    public List<ClaimEntity> page(UUID creatorId, ClaimState state, UUID after, int limit) {
        var where = new StringBuilder("1 = 1");
        var parameters = new HashMap<String, Object>();
        if (creatorId != null) {
            where.append(" and creatorId = :creator");
            parameters.put("creator", creatorId);
        }
        if (state != null) {
            where.append(" and state = :state");
            parameters.put("state", state);
        }
        if (after != null) {
            where.append(" and id > :after");
            parameters.put("after", after);
        }
        return find(where + " order by id", parameters).range(0, limit - 1).list();
    }

    /** Whether a creator waits for the decision on this account. */
    public boolean isPending(UUID creatorId, AccountKey key) {
        return count(
                        "creatorId = ?1 and platform = ?2 and handleKey = ?3 and state = ?4",
                        creatorId,
                        key.platform(),
                        key.handleKey(),
                        ClaimState.PENDING)
                > 0;
    }
}

package org.affinity.profile.creator.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.affinity.profile.creator.domain.Snapshot;

/** Access to the history of accounts. */
@ApplicationScoped
public class SnapshotRepository implements PanacheRepositoryBase<MetricSnapshotEntity, UUID> {

    /** The whole history of each of these accounts, in no order; an account without one is not in it. */
    public Map<UUID, List<Snapshot>> historiesOf(Collection<UUID> accountIds) {
        return accountIds.isEmpty()
                ? Map.of()
                : find("accountId in ?1", accountIds).stream()
                        .map(MetricSnapshotEntity::snapshot)
                        .collect(Collectors.groupingBy(Snapshot::accountId));
    }

    /** Entries observed from {@code from} until before {@code to}, newest first, after the one with this key. */
    public List<Snapshot> page(UUID accountId, Instant from, Instant to, Instant afterAt, UUID afterId, int limit) {
        var conditions = new StringBuilder("accountId = :account");
        var parameters = new HashMap<String, Object>();
        parameters.put("account", accountId);
        if (from != null) {
            conditions.append(" and observedAt >= :from");
            parameters.put("from", from);
        }
        if (to != null) {
            conditions.append(" and observedAt < :to");
            parameters.put("to", to);
        }
        if (afterId != null) {
            conditions.append(" and (observedAt < :afterAt or (observedAt = :afterAt and id < :afterId))");
            parameters.put("afterAt", afterAt);
            parameters.put("afterId", afterId);
        }
        return find(conditions + " order by observedAt desc, id desc", parameters).range(0, limit - 1).stream()
                .map(MetricSnapshotEntity::snapshot)
                .toList();
    }

    /** Hands the history of an account over to another creator. */
    public void handOver(UUID accountId, UUID creatorId) {
        getEntityManager()
                .createNativeQuery("update metric_snapshot set creator_id = :creator where account_id = :account")
                .setParameter("creator", creatorId)
                .setParameter("account", accountId)
                .executeUpdate();
    }
}

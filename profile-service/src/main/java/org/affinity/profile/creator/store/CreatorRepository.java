package org.affinity.profile.creator.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.affinity.profile.creator.domain.AccountKey;
import org.affinity.profile.creator.domain.CreatorFilter;
import org.affinity.profile.creator.domain.Platform;

/** Access to creators; what the caller may not see is not there (row-level security). */
@ApplicationScoped
public class CreatorRepository implements PanacheRepositoryBase<CreatorEntity, UUID> {

    /** The creator, locked until the end of the transaction. */
    public Optional<CreatorEntity> lock(UUID creatorId) {
        return Optional.ofNullable(findById(creatorId, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Creators with these ids by id, locked in the order of their ids so that two batches cannot block each other. */
    public Map<UUID, CreatorEntity> lockAll(Collection<UUID> creatorIds) {
        var byId = new HashMap<UUID, CreatorEntity>();
        if (!creatorIds.isEmpty()) {
            find("id in ?1 order by id", creatorIds).withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                    .forEach(creator -> byId.put(creator.id, creator));
        }
        return byId;
    }

    /** Creators with these ids by id, not locked. */
    public Map<UUID, CreatorEntity> findAll(Collection<UUID> creatorIds) {
        var byId = new HashMap<UUID, CreatorEntity>();
        if (!creatorIds.isEmpty()) {
            find("id in ?1", creatorIds).stream().forEach(creator -> byId.put(creator.id, creator));
        }
        return byId;
    }

    /** Who holds these accounts: one query for each platform. */
    public Map<AccountKey, UUID> holdersOf(Collection<AccountKey> keys) {
        var holders = new HashMap<AccountKey, UUID>();
        for (Platform platform :
                keys.stream().map(AccountKey::platform).distinct().toList()) {
            List<String> handles = keys.stream()
                    .filter(key -> key.platform() == platform)
                    .map(AccountKey::handleKey)
                    .toList();
            getEntityManager()
                    .createQuery(
                            "select a.handleKey, a.creator.id from AccountEntity a"
                                    + " where a.platform = :platform and a.handleKey in :handles",
                            Object[].class)
                    .setParameter("platform", platform)
                    .setParameter("handles", handles)
                    .getResultStream()
                    .forEach(row -> holders.put(new AccountKey(platform, (String) row[0]), (UUID) row[1]));
        }
        return holders;
    }

    /** One page of creators in the order of their ids, after {@code after}. */
    public List<CreatorEntity> page(CreatorFilter filter, UUID after, int limit) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        if (after != null) {
            conditions.add("c.id > :after");
            parameters.put("after", after);
        }
        if (filter.country() != null) {
            conditions.add("c.country = :country");
            parameters.put("country", filter.country());
        }
        if (filter.topic() != null) {
            conditions.add("array_contains(c.topics, :topic)");
            parameters.put("topic", filter.topic());
        }
        accountCondition(filter, parameters).ifPresent(conditions::add);
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return find("from CreatorEntity c" + where + " order by c.id", parameters)
                .range(0, limit - 1)
                .list();
    }

    private static Optional<String> accountCondition(CreatorFilter filter, Map<String, Object> parameters) {
        var conditions = new ArrayList<String>();
        if (filter.platform() != null) {
            conditions.add("a.platform = :platform");
            parameters.put("platform", filter.platform());
        }
        if (filter.tier() != null) {
            conditions.add("a.followers between :fewest and :most");
            parameters.put("fewest", filter.tier().fewestFollowers());
            parameters.put("most", filter.tier().mostFollowers());
        }
        if (filter.handleKey() != null) {
            conditions.add("a.handleKey = :handle");
            parameters.put("handle", filter.handleKey());
        }
        return conditions.isEmpty()
                ? Optional.empty()
                : Optional.of("exists (select 1 from AccountEntity a where a.creator = c and "
                        + String.join(" and ", conditions) + ")");
    }
}

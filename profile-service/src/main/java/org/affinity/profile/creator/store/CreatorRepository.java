package org.affinity.profile.creator.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.affinity.profile.creator.domain.AccountKey;
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
                    .filter(key -> key.platform().equals(platform))
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

    /** The latest figures that a creator's accounts had, the latest first. */
    public List<MetricSnapshotEntity> snapshots(UUID creatorId, int limit) {
        return getEntityManager()
                .createQuery(
                        "from MetricSnapshotEntity s where s.creator.id = :creator order by s.observedAt desc, s.id desc",
                        MetricSnapshotEntity.class)
                .setParameter("creator", creatorId)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * Writes what these creators are found by, and that they have changed, once for all of them; left out, the database
     * does it for each at the end of the transaction.
     */
    public void index(Collection<UUID> creatorIds) {
        tellTrigger("batch");
        flush();
        getEntityManager()
                .createNativeQuery("select 1 from affinity_index_creators(cast(:ids as uuid[]))", Integer.class)
                .setParameter("ids", creatorIds.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .getSingleResult();
        tellTrigger("");
    }

    /** Whether the creators written next are about to be indexed all at once; nothing is written before it is told. */
    private void tellTrigger(String indexing) {
        getSession().doWork(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("select set_config('affinity.indexing', ?, true)")) {
                statement.setString(1, indexing);
                statement.execute();
            }
        });
    }

    /** Who holds the accounts with these ids; accounts that the caller may not see are left out. */
    public Map<UUID, UUID> holdersOfIds(Collection<UUID> accountIds) {
        var holders = new HashMap<UUID, UUID>();
        if (!accountIds.isEmpty()) {
            getEntityManager()
                    .createQuery("select a.id, a.creator.id from AccountEntity a where a.id in :ids", Object[].class)
                    .setParameter("ids", accountIds)
                    .getResultStream()
                    .forEach(row -> holders.put((UUID) row[0], (UUID) row[1]));
        }
        return holders;
    }
}

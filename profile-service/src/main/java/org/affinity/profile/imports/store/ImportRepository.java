package org.affinity.profile.imports.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.affinity.profile.imports.domain.ImportStatus;
import org.affinity.profile.imports.domain.RowOutcome;

/** Access to imports; what the caller may not see is not there (row-level security). */
@ApplicationScoped
public class ImportRepository implements PanacheRepositoryBase<ImportEntity, UUID> {

    private static final String CLAIM = """
            update creator_import
               set state = 'RUNNING', lease_owner = :owner, lease_until = :until, attempts = attempts + 1,
                   claimed_at = :now, claimed_records = records, version = version + 1
             where id = (select id
                           from creator_import
                          where state = 'PENDING' or (state = 'RUNNING' and lease_until < :now)
                          order by created_at, id
                            for update skip locked
                          limit 1)
            returning id""";

    /** Takes the oldest import that nobody works on; two instances never take the same one. */
    public Optional<UUID> claim(UUID owner, Instant now, Duration lease) {
        List<?> claimed = getEntityManager()
                .createNativeQuery(CLAIM, UUID.class)
                .setParameter("owner", owner)
                .setParameter("now", now)
                .setParameter("until", now.plus(lease))
                .getResultList();
        return claimed.stream().map(UUID.class::cast).findFirst();
    }

    /** The import, locked until the end of the transaction, if this owner still holds it. */
    public Optional<ImportEntity> lockHeld(UUID importId, UUID owner) {
        return find("id = ?1 and leaseOwner = ?2 and state = ?3", importId, owner, ImportStatus.RUNNING)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The import, locked until the end of the transaction. */
    public Optional<ImportEntity> lock(UUID importId) {
        return Optional.ofNullable(findById(importId, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Imports, the newest first, older than {@code before}. */
    public List<ImportEntity> page(UUID before, int limit) {
        return (before == null ? find("order by id desc") : find("id < ?1 order by id desc", before))
                .range(0, limit - 1)
                .list();
    }

    /** Outcomes of an import in the order of the file, after record {@code after}. */
    public List<ImportRowEntity> rows(UUID importId, RowOutcome outcome, long after, int limit) {
        // Written into the query: for a parameter the planner could not use the index of these outcomes alone.
        String filter = outcome == null ? "" : " and r.outcome = " + outcome.name();
        return getEntityManager()
                .createQuery(
                        "select r from ImportRowEntity r where r.importId = :id and r.rowNumber > :after" + filter
                                + " order by r.rowNumber",
                        ImportRowEntity.class)
                .setParameter("id", importId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }
}

package org.affinity.profile.privacy.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Contested data, as far as the caller may see it. */
@ApplicationScoped
public class ContestRepository implements PanacheRepositoryBase<ContestEntity, UUID> {

    /** One contest of a creator. */
    public Optional<ContestEntity> contest(UUID creatorId, UUID contestId) {
        return find("id = ?1 and creatorId = ?2", contestId, creatorId).firstResultOptional();
    }

    /** Like {@link #contest}, locked until the end of the transaction. */
    public Optional<ContestEntity> lock(UUID creatorId, UUID contestId) {
        return find("id = ?1 and creatorId = ?2", contestId, creatorId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The fields of a creator that are contested now. */
    public List<String> openFields(UUID creatorId) {
        return list("creatorId = ?1 and state = 'OPEN' order by field", creatorId).stream()
                .map(contest -> contest.field)
                .distinct()
                .toList();
    }

    /** Contests of a creator, the newest first, older than {@code before}. */
    public List<ContestEntity> page(UUID creatorId, UUID before, int limit) {
        return (before == null
                        ? find("creatorId = ?1 order by id desc", creatorId)
                        : find("creatorId = ?1 and id < ?2 order by id desc", creatorId, before))
                .range(0, limit - 1)
                .list();
    }
}

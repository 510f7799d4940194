package org.affinity.profile.privacy.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Requests for erasure and their receipts, as far as the caller may see them. */
@ApplicationScoped
public class ErasureRepository implements PanacheRepositoryBase<ErasureRequestEntity, UUID> {

    /** The request of a creator. */
    public Optional<ErasureRequestEntity> ofCreator(UUID creatorId) {
        return find("creatorId", creatorId).firstResultOptional();
    }

    /** A request, locked until the end of the transaction, or null. */
    public ErasureRequestEntity lock(UUID erasureId) {
        return findById(erasureId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The receipts of a request, in the order of the services' names. */
    public List<ErasureReceiptEntity> receipts(UUID erasureId) {
        return getEntityManager()
                .createQuery(
                        "select r from ErasureReceiptEntity r where r.key.erasureId = :id order by r.key.service",
                        ErasureReceiptEntity.class)
                .setParameter("id", erasureId)
                .getResultList();
    }

    /** Adds a receipt. */
    public void add(ErasureReceiptEntity receipt) {
        getEntityManager().persist(receipt);
    }

    /**
     * Requests, the newest first, older than {@code before}.
     *
     * @param state null for any
     * @param dueBefore only those that are not completed and were due before; null for any
     */
    public List<ErasureRequestEntity> page(String state, Instant dueBefore, UUID before, int limit) {
        var where = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        if (state != null) {
            where.append(" and state = :state");
            parameters.put("state", state);
        }
        if (dueBefore != null) {
            where.append(" and completedAt is null and dueAt < :due");
            parameters.put("due", dueBefore);
        }
        if (before != null) {
            where.append(" and id < :before");
            parameters.put("before", before);
        }
        return find(where + " order by id desc", parameters).range(0, limit - 1).list();
    }
}

package org.affinity.profile.privacy.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

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

    /** An organisation that had received a creator's data; {@code toldAt} is null until it was told of the erasure. */
    public record Recipient(UUID organisationId, Instant toldAt) {}

    /** Organisations that a creator's data was disclosed to, or that keep records of the creator. */
    public List<UUID> recipientsOf(UUID creatorId) {
        List<?> organisations = getEntityManager()
                .createNativeQuery(
                        "select organisation_id from disclosure where creator_id = ?1"
                                + " union select organisation_id from partner_creator where creator_id = ?1 order by 1",
                        UUID.class)
                .setParameter(1, creatorId)
                .getResultList();
        return organisations.stream().map(UUID.class::cast).toList();
    }

    /** Adds a recipient to be told. */
    public void addRecipient(UUID erasureId, UUID organisationId, UUID noticeId) {
        getEntityManager()
                .createNativeQuery("insert into erasure_recipient (erasure_id, organisation_id, notice_id)"
                        + " values (?1, ?2, ?3) on conflict do nothing")
                .setParameter(1, erasureId)
                .setParameter(2, organisationId)
                .setParameter(3, noticeId)
                .executeUpdate();
    }

    /** The ids of the notices that recipients are to get, by organisation. */
    public Map<UUID, UUID> recipientsToTell(UUID erasureId) {
        Map<UUID, UUID> notices = new TreeMap<>();
        rows(
                        "select organisation_id, notice_id from erasure_recipient where erasure_id = ?1 and told_at is null",
                        erasureId)
                .forEach(row -> notices.put((UUID) row[0], (UUID) row[1]));
        return notices;
    }

    /** Notes that every recipient was told. */
    public void markTold(UUID erasureId, Instant at) {
        getEntityManager()
                .createNativeQuery(
                        "update erasure_recipient set told_at = ?2 where erasure_id = ?1 and told_at is null")
                .setParameter(1, erasureId)
                .setParameter(2, at)
                .executeUpdate();
    }

    /** The recipients, in the order of their ids. */
    public List<Recipient> recipients(UUID erasureId) {
        return rows(
                        "select organisation_id, told_at from erasure_recipient where erasure_id = ?1 order by 1",
                        erasureId)
                .map(row -> new Recipient((UUID) row[0], (Instant) row[1]))
                .toList();
    }

    private Stream<Object[]> rows(String query, UUID erasureId) {
        List<?> found = getEntityManager()
                .createNativeQuery(query, Object[].class)
                .setParameter(1, erasureId)
                .getResultList();
        return found.stream().map(Object[].class::cast);
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

package org.affinity.profile.partner.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Access to what partners say of creators; what the caller may not see is not there (row-level security). */
@ApplicationScoped
public class PartnerCreatorRepository implements PanacheRepositoryBase<PartnerCreatorEntity, PartnerCreatorEntity.Key> {

    /** The record under an external id, locked until the end of the transaction. */
    public Optional<PartnerCreatorEntity> lock(UUID organisationId, String externalId) {
        return lockAll(organisationId, List.of(externalId)).stream().findFirst();
    }

    /** The records under these external ids, locked in their order so that two batches cannot block each other. */
    public List<PartnerCreatorEntity> lockAll(UUID organisationId, Collection<String> externalIds) {
        return find("organisationId = ?1 and externalId in ?2 order by externalId", organisationId, externalIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The records of an organisation after an external id, in the order of external ids. */
    public List<PartnerCreatorEntity> page(UUID organisationId, String after, int limit) {
        return find("organisationId = ?1 and externalId > ?2 order by externalId", organisationId, after)
                .range(0, limit - 1)
                .list();
    }

    /**
     * Runs work within the present transaction as the service itself: a partner may not write creators, the service
     * does it for them under its own rules. The caller's rights are back when the work ends.
     */
    public <T> T asService(Supplier<T> work) {
        flush();
        String scope = scope(null);
        scope("system");
        T result = work.get();
        flush();
        scope(scope);
        return result;
    }

    /** The present scope, or the one that is put in its place until the end of the transaction. */
    private String scope(String replacement) {
        return replacement == null
                ? getEntityManager()
                        .createNativeQuery("select affinity_scope()", String.class)
                        .getSingleResult()
                        .toString()
                : getEntityManager()
                        .createNativeQuery("select set_config('affinity.scope', :scope, true)", String.class)
                        .setParameter("scope", replacement)
                        .getSingleResult()
                        .toString();
    }
}

package org.affinity.profile.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.problem.DomainException;
import org.affinity.profile.ProfileProblem;
import org.affinity.profile.creator.domain.AccountKey;
import org.affinity.profile.privacy.store.OptOutReleaseEntity;

/**
 * The way back for people who had their data erased: an operator who has checked who they are takes them off the list,
 * and they sign up under a new id. The old id stays erased in every service.
 */
@ApplicationScoped
public class OptOutReleases {

    private final EntityManager entities;
    private final OptOutList optOuts;
    private final IdGenerator ids;
    private final Clock clock;

    OptOutReleases(EntityManager entities, OptOutList optOuts, IdGenerator ids, Clock clock) {
        this.entities = entities;
        this.optOuts = optOuts;
        this.ids = ids;
        this.clock = clock;
    }

    /** The id under which a partner kept a person. */
    public record PartnerId(UUID organisationId, String externalId) {}

    /**
     * Takes accounts, and ids of partners, off the list; those that are not on it are passed over.
     *
     * @throws DomainException 409 when none of them is on the list
     */
    @Transactional
    public OptOutReleaseEntity release(
            Collection<AccountKey> accounts, Collection<PartnerId> partnerIds, String reference, String operator) {
        List<byte[]> digests = new ArrayList<>();
        accounts.forEach(account -> digests.add(optOuts.digest(account)));
        partnerIds.forEach(id -> digests.add(optOuts.digest(id.organisationId(), id.externalId())));
        List<byte[]> released = digests.stream().filter(optOuts::remove).toList();
        if (released.isEmpty()) {
            throw new DomainException(ProfileProblem.NOT_OPTED_OUT, "None of these is on the list.");
        }
        var release = new OptOutReleaseEntity();
        release.id = ids.next();
        release.releasedBy = operator;
        release.releasedAt = now();
        release.reference = reference;
        release.digests =
                new ArrayList<>(released.stream().map(HexFormat.of()::formatHex).toList());
        entities.persist(release);
        return release;
    }

    /** Releases, the newest first, older than {@code before}, which may be null. */
    @Transactional
    public List<OptOutReleaseEntity> list(UUID before, int limit) {
        String all = "from OptOutReleaseEntity r";
        var query = before == null
                ? entities.createQuery(all + " order by r.id desc", OptOutReleaseEntity.class)
                : entities.createQuery(all + " where r.id < :before order by r.id desc", OptOutReleaseEntity.class)
                        .setParameter("before", before);
        return query.setMaxResults(limit).getResultList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

package org.affinity.profile.creator;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import org.affinity.profile.creator.domain.Platforms;
import org.affinity.profile.creator.store.PlatformEntity;

/**
 * The platforms there are. Every search and every profile asks for them and they hardly ever change, so what was read
 * is kept for a moment: a change counts at once in the instance that made it, in others after a second.
 */
@ApplicationScoped
public class PlatformCatalogue {

    private static final long KEPT_NANOS = Duration.ofSeconds(1).toNanos();

    private final EntityManager entities;
    private volatile Reading latest;

    PlatformCatalogue(EntityManager entities) {
        this.entities = entities;
    }

    private record Reading(Platforms platforms, long nanos) {}

    /** The description of a platform was added or replaced; fired within the transaction. */
    public record Changed() {}

    /** Those that ship with the service, under what operators changed and added; at most a second old. */
    public Platforms known() {
        Reading known = latest;
        if (known == null || System.nanoTime() - known.nanos() > KEPT_NANOS) {
            long now = System.nanoTime();
            known = new Reading(QuarkusTransaction.joiningExisting().call(this::stored), now);
            latest = known;
        }
        return known.platforms();
    }

    /** The same as they are stored now, for who is about to change them; in the caller's transaction. */
    public Platforms stored() {
        return Platforms.shipped()
                .with(entities.createQuery("from PlatformEntity p order by p.createdAt, p.name", PlatformEntity.class)
                        .getResultStream()
                        .map(PlatformEntity::description)
                        .toList());
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed changed) {
        latest = null;
    }
}

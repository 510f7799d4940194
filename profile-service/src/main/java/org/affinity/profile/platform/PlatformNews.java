package org.affinity.profile.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.affinity.kit.outbox.Outbox;
import org.affinity.profile.creator.PlatformCatalogue;
import org.affinity.profile.platform.PlatformService.Versioned;

/** Tells other services of platforms, each version once, however many instances say so. */
@ApplicationScoped
class PlatformNews {

    private static final String TELL = """
            insert into platform_told as told (platform, version) values (:platform, :version)
            on conflict (platform) do update set version = excluded.version
            where told.version < excluded.version""";

    private final EntityManager entities;
    private final Outbox outbox;
    private final PlatformCatalogue catalogue;

    PlatformNews(EntityManager entities, Outbox outbox, PlatformCatalogue catalogue) {
        this.catalogue = catalogue;
        this.entities = entities;
        this.outbox = outbox;
    }

    /** Tells of a platform, unless this version or a later one was told. */
    @Transactional(Transactional.TxType.MANDATORY)
    void tell(Versioned platform) {
        String name = platform.description().platform().name();
        int told = entities.createNativeQuery(TELL)
                .setParameter("platform", name)
                .setParameter("version", platform.version())
                .executeUpdate();
        if (told == 1) {
            var state = new PlatformState(
                    platform.description().platform(),
                    platform.version(),
                    platform.description().title(),
                    catalogue.stored().all().size());
            outbox.publish(PlatformState.UPDATED, name, platform.version(), state);
        }
    }
}

package org.affinity.profile.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.LongConsumer;
import org.affinity.kit.problem.DomainException;
import org.affinity.profile.ProfileProblem;
import org.affinity.profile.creator.PlatformCatalogue;
import org.affinity.profile.creator.domain.BrokenRules;
import org.affinity.profile.creator.domain.Platform;
import org.affinity.profile.creator.domain.PlatformDescription;
import org.affinity.profile.creator.domain.Platforms;
import org.affinity.profile.creator.store.PlatformEntity;

/**
 * What operators say of platforms. One that ships with the service has version 1 until it is changed; a platform cannot
 * be removed, since accounts may be on it.
 */
@ApplicationScoped
public class PlatformService {

    private final PlatformCatalogue catalogue;
    private final PlatformNews news;
    private final EntityManager entities;
    private final Event<PlatformCatalogue.Changed> changes;
    private final Clock clock;

    PlatformService(
            PlatformCatalogue catalogue,
            PlatformNews news,
            EntityManager entities,
            Event<PlatformCatalogue.Changed> changes,
            Clock clock) {
        this.changes = changes;
        this.catalogue = catalogue;
        this.news = news;
        this.entities = entities;
        this.clock = clock;
    }

    /** A platform in one version. */
    public record Versioned(PlatformDescription description, long version) {}

    /** All platforms, always in the same order. */
    @Transactional
    public List<Versioned> all() {
        return catalogue.stored().all().stream()
                .map(description -> new Versioned(description, versionOf(description.platform())))
                .toList();
    }

    /** One platform. */
    @Transactional
    public Versioned find(Platform platform) {
        return catalogue
                .stored()
                .find(platform)
                .map(description -> new Versioned(description, versionOf(platform)))
                .orElseThrow(DomainException::notFound);
    }

    /** Adds a platform; from then on there can be accounts on it. */
    @Transactional
    public Versioned add(PlatformDescription description) {
        Platforms known = lock();
        if (known.find(description.platform()).isPresent()) {
            throw new DomainException(ProfileProblem.PLATFORM_EXISTS, "Change it with PUT instead.");
        }
        requireOwnWords(known, description);
        return store(new PlatformEntity(), description, 1);
    }

    /** Puts a description in place of the present one; {@code precondition} is told the present version. */
    @Transactional
    public Versioned replace(PlatformDescription description, LongConsumer precondition) {
        Platforms known = lock();
        if (known.find(description.platform()).isEmpty()) {
            throw DomainException.notFound();
        }
        long version = versionOf(description.platform());
        precondition.accept(version);
        requireOwnWords(known, description);
        PlatformEntity present = stored(description.platform());
        return store(present == null ? new PlatformEntity() : present, description, version + 1);
    }

    /** One change at a time: words are to lead to one platform only. */
    private Platforms lock() {
        entities.createNativeQuery("lock table platform in share row exclusive mode")
                .executeUpdate();
        return catalogue.stored();
    }

    private static void requireOwnWords(Platforms known, PlatformDescription description) {
        var rules = new BrokenRules();
        for (int i = 0; i < description.aliases().size(); i++) {
            Platform other = known.named(description.aliases().get(i)).orElse(description.platform());
            rules.check(other.equals(description.platform()), "/aliases/" + i, "unique", "leads to " + other);
        }
        rules.refuse();
    }

    private Versioned store(PlatformEntity entity, PlatformDescription description, long version) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        entity.describe(description);
        entity.version = version;
        entity.createdAt = entity.createdAt == null ? now : entity.createdAt;
        entity.updatedAt = now;
        entities.persist(entity);
        changes.fire(new PlatformCatalogue.Changed());
        var stored = new Versioned(description, version);
        news.tell(stored);
        return stored;
    }

    private long versionOf(Platform platform) {
        PlatformEntity stored = stored(platform);
        return stored == null ? 1 : stored.version;
    }

    private PlatformEntity stored(Platform platform) {
        return entities.find(PlatformEntity.class, platform.name());
    }
}

package org.affinity.profile.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.problem.DomainException;
import org.affinity.profile.ProfileProblem;
import org.affinity.profile.account.store.LinkEntity;
import org.affinity.profile.account.store.LinkRepository;
import org.affinity.profile.creator.CreatorService;
import org.affinity.profile.creator.domain.CreatorStatus;
import org.affinity.profile.creator.store.CreatorEntity;
import org.affinity.profile.creator.store.CreatorRepository;

/**
 * Links creators who are one person. The accounts with their history go over to the one; the other stays as it is,
 * profile and all, but withdrawn and without accounts, so that nobody is proposed twice. Nothing is copied, so undoing
 * the link restores both. For operators: row-level security lets nobody else.
 */
@ApplicationScoped
public class LinkService {

    private final LinkRepository links;
    private final CreatorRepository creators;
    private final CreatorService changes;
    private final IdGenerator ids;
    private final Clock clock;

    LinkService(
            LinkRepository links, CreatorRepository creators, CreatorService changes, IdGenerator ids, Clock clock) {
        this.links = links;
        this.creators = creators;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    /** Links a creator to the one that they are; {@code precondition} is told that one's version. */
    @Transactional
    public LinkEntity link(UUID creatorId, UUID absorbedId, String reason, LongConsumer precondition) {
        CreatorEntity absorbed = lockBoth(creatorId, absorbedId);
        if (links.hasAbsorbed(absorbedId)) {
            throw refused("The creator to be linked holds accounts of others; undo those links first.");
        }
        if (absorbed.linkedTo != null) {
            throw refused("The creator to be linked is linked already; undo that link first.");
        }
        var link = new LinkEntity();
        link.id = ids.next();
        link.creatorId = creatorId;
        link.absorbedId = absorbedId;
        link.reason = reason;
        link.linkedAt = now();
        links.persistAndFlush(link);
        changes.change(creatorId, precondition, holder -> links.handOver(absorbedId, creatorId));
        changes.change(absorbedId, LinkService::anyVersion, creator -> {
            creator.linkedTo = creatorId;
            creator.statusBeforeLink = creator.status;
            creator.status = CreatorStatus.WITHDRAWN;
        });
        return link;
    }

    /** Undoes a link: accounts and their history, also what came since, go back. */
    @Transactional
    public void unlink(UUID creatorId, UUID absorbedId, LongConsumer precondition) {
        CreatorEntity absorbed = lockBoth(creatorId, absorbedId);
        LinkEntity link = links.open(creatorId, absorbedId).orElseThrow(DomainException::notFound);
        link.unlinkedAt = now();
        changes.change(creatorId, precondition, holder -> links.giveBack(creatorId, absorbedId));
        absorbed.linkedTo = null;
        absorbed.status = absorbed.statusBeforeLink;
        absorbed.statusBeforeLink = null;
        changes.change(absorbedId, LinkService::anyVersion, creator -> {
            // Restored above; this tells it.
        });
    }

    /** All links of a creator, undone ones too, newest first. */
    @Transactional
    public List<LinkEntity> of(UUID creatorId) {
        if (creators.findByIdOptional(creatorId).isEmpty()) {
            throw DomainException.notFound();
        }
        return links.of(creatorId);
    }

    /** Locks both in the order of their ids, before their accounts are read. */
    private CreatorEntity lockBoth(UUID creatorId, UUID absorbedId) {
        Map<UUID, CreatorEntity> locked = creators.lockAll(Set.copyOf(List.of(creatorId, absorbedId)));
        if (!locked.containsKey(creatorId) || !locked.containsKey(absorbedId)) {
            throw DomainException.notFound();
        }
        return locked.get(absorbedId);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static DomainException refused(String detail) {
        return new DomainException(ProfileProblem.LINK_REFUSED, detail);
    }

    /** Operators change the one creator that they read; the other follows. */
    private static void anyVersion(long version) {
        // any will do
    }
}

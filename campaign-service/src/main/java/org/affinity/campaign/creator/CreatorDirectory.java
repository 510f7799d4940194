package org.affinity.campaign.creator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.affinity.campaign.creator.store.CreatorEntity;
import org.affinity.campaign.creator.store.CreatorRepository;
import org.affinity.kit.privacy.ErasedSubjects;

/** This service's copy of how to address creators, fed by the events of their profiles. */
@ApplicationScoped
@Transactional
public class CreatorDirectory {

    private static final String ACTIVE = "ACTIVE";
    private static final String WITHDRAWN = "WITHDRAWN";

    private final CreatorRepository creators;
    private final ErasedSubjects erased;

    CreatorDirectory(CreatorRepository creators, ErasedSubjects erased) {
        this.creators = creators;
        this.erased = erased;
    }

    /** The known ones among some creators, by id. */
    public Map<UUID, CreatorContact> find(Collection<UUID> creatorIds) {
        return creators.listAmong(creatorIds).stream()
                .map(CreatorDirectory::toContact)
                .collect(Collectors.toMap(CreatorContact::creatorId, Function.identity()));
    }

    /** Takes over a creator, unless the copy is as new already or the creator was erased. */
    public void store(CreatorContact contact) {
        erased.hold(List.of(contact.creatorId()));
        if (erased.contains(contact.creatorId())) {
            return;
        }
        CreatorEntity entity = creators.findById(contact.creatorId());
        if (entity == null) {
            entity = new CreatorEntity();
            entity.id = contact.creatorId();
            write(contact, entity);
            creators.persist(entity);
        } else if (contact.version() > entity.version) {
            write(contact, entity);
        }
    }

    /** Forgets a creator who is gone. */
    public void forget(UUID creatorId) {
        creators.deleteById(creatorId);
    }

    /** Forgets every creator, before they are all read again. */
    public void clear() {
        creators.deleteAll();
    }

    private static void write(CreatorContact contact, CreatorEntity entity) {
        entity.version = contact.version();
        entity.state = contact.active() ? ACTIVE : WITHDRAWN;
        entity.displayName = contact.displayName();
        entity.language = contact.language();
        entity.timeZone = contact.timeZone();
        entity.handles = contact.handles();
        entity.mayBeContacted = contact.mayBeContacted();
    }

    private static CreatorContact toContact(CreatorEntity entity) {
        return new CreatorContact(
                entity.id,
                entity.version,
                entity.state.equals(ACTIVE),
                entity.displayName,
                entity.language,
                entity.timeZone,
                entity.handles,
                entity.mayBeContacted);
    }
}

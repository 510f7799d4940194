package org.affinity.profile.willingness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.affinity.profile.creator.CreatorService;
import org.affinity.profile.creator.CreatorState;
import org.affinity.profile.willingness.domain.Appearance;
import org.affinity.profile.willingness.store.AppearanceRepository;

/** Keeps the events that creators organised or took part in. */
@ApplicationScoped
public class AppearanceService {

    private final CreatorService creators;
    private final AppearanceRepository appearances;

    AppearanceService(CreatorService creators, AppearanceRepository appearances) {
        this.creators = creators;
        this.appearances = appearances;
    }

    /** The events of a creator that the caller may see. */
    @Transactional
    public AppearancesPart of(UUID creatorId) {
        CreatorState creator = creators.find(creatorId);
        return new AppearancesPart(creatorId, creator.version(), appearances.of(creatorId));
    }

    /** Puts events in place of the present ones. */
    @Transactional
    public AppearancesPart replace(UUID creatorId, List<Appearance> replacement, LongConsumer precondition) {
        CreatorState creator =
                creators.change(creatorId, precondition, _ -> appearances.replace(creatorId, replacement));
        return new AppearancesPart(creatorId, creator.version(), replacement);
    }
}

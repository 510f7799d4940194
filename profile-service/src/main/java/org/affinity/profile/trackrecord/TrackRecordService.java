package org.affinity.profile.trackrecord;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.affinity.profile.creator.CreatorService;
import org.affinity.profile.trackrecord.store.CompletedCollaborationRepository;

/** Counts the collaborations of each creator that came to a measured result. */
@ApplicationScoped
public class TrackRecordService {

    private final CompletedCollaborationRepository collaborations;
    private final CreatorService creators;

    TrackRecordService(CompletedCollaborationRepository collaborations, CreatorService creators) {
        this.collaborations = collaborations;
        this.creators = creators;
    }

    /** Takes note of a result; the same collaboration counts once, however often its result comes. */
    @Transactional
    public void complete(UUID resultId, UUID collaborationId, UUID creatorId, Instant recordedAt) {
        if (collaborations.addIfNew(resultId, collaborationId, creatorId, recordedAt)) {
            creators.countCollaborations(creatorId);
        }
    }

    /** Forgets a result that was taken back. */
    @Transactional
    public void forget(UUID resultId) {
        collaborations.delete("resultId", resultId);
    }

    /** Forgets every result, before they are all read again. */
    @Transactional
    public void forgetAll() {
        collaborations.deleteAll();
    }
}

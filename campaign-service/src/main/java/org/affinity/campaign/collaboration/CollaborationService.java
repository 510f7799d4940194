package org.affinity.campaign.collaboration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.affinity.campaign.brief.CampaignClosed;
import org.affinity.campaign.collaboration.domain.Collaboration;
import org.affinity.campaign.collaboration.domain.CollaborationState;
import org.affinity.campaign.collaboration.store.CollaborationEntity;
import org.affinity.campaign.collaboration.store.CollaborationRepository;
import org.affinity.kit.outbox.Outbox;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.security.CurrentCaller;

/**
 * What happens to collaborations after the invitation.
 *
 * <p>The closure of a campaign raises the version of its collaborations, so that an answer at the same moment comes
 * either before it or not at all.
 */
@ApplicationScoped
@Transactional
public class CollaborationService {

    private final CollaborationRepository collaborations;
    private final CurrentCaller currentCaller;
    private final Outbox outbox;
    private final Clock clock;

    CollaborationService(
            CollaborationRepository collaborations, CurrentCaller currentCaller, Outbox outbox, Clock clock) {
        this.collaborations = collaborations;
        this.currentCaller = currentCaller;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** One collaboration; 404 when the caller is no party to one with this id. */
    public StoredCollaboration get(UUID collaborationId) {
        return StoredCollaboration.of(find(collaborationId));
    }

    /** A part of the caller's collaborations, newest first; null for any and for the start of the list. */
    public List<StoredCollaboration> list(UUID campaignId, CollaborationState state, UUID after, int rows) {
        return collaborations.page(campaignId, state, after, rows).stream()
                .map(StoredCollaboration::of)
                .toList();
    }

    /** The creator takes part. */
    public StoredCollaboration accept(UUID collaborationId) {
        return answer(collaborationId, Collaboration.Invited::accept);
    }

    /**
     * The creator does not take part.
     *
     * @param reason in the creator's words, or null
     */
    public StoredCollaboration decline(UUID collaborationId, String reason) {
        return answer(collaborationId, (invited, now) -> invited.decline(now, reason));
    }

    void onCampaignClosed(@Observes CampaignClosed closed) {
        collaborations.closeCampaign(closed.campaignId(), closed.closedAt());
    }

    private StoredCollaboration answer(
            UUID collaborationId, BiFunction<Collaboration.Invited, Instant, Collaboration.Answered> answer) {
        CollaborationEntity entity = find(collaborationId);
        // A caller may see it as a member of the organisation too; only the creator answers.
        if (!entity.creatorId().equals(currentCaller.caller().creatorId())) {
            throw DomainException.notFound();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        entity.write(answer.apply(entity.toDomain().requireInvited(), now));
        collaborations.flush();
        StoredCollaboration stored = StoredCollaboration.of(entity);
        outbox.publish(
                CollaborationEvent.typeOf(stored.collaboration()),
                collaborationId,
                stored.version(),
                CollaborationEvent.of(stored));
        return stored;
    }

    private CollaborationEntity find(UUID collaborationId) {
        return collaborations.findByIdOptional(collaborationId).orElseThrow(DomainException::notFound);
    }
}

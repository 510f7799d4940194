package org.affinity.campaign.brief;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.affinity.campaign.brief.domain.Brief;
import org.affinity.campaign.brief.domain.Campaign;
import org.affinity.campaign.brief.domain.CampaignIdentity;
import org.affinity.campaign.brief.domain.CampaignState;
import org.affinity.campaign.brief.store.CampaignEntity;
import org.affinity.campaign.brief.store.CampaignRepository;
import org.affinity.campaign.platform.PlatformDirectory;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.outbox.Outbox;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.security.Caller;
import org.affinity.kit.security.CurrentCaller;

/**
 * The life of campaigns, from draft to closure.
 *
 * <p>The database shows a caller the campaigns of its organisations only, so that a foreign campaign is a missing one.
 * Of two changes at once one wins; the other fails on the row's version.
 */
@ApplicationScoped
@Transactional
public class CampaignService {

    private final CampaignRepository campaigns;
    private final PlatformDirectory platforms;
    private final CurrentCaller currentCaller;
    private final Outbox outbox;
    private final Event<CampaignClosed> closures;
    private final IdGenerator ids;
    private final Clock clock;

    CampaignService(
            CampaignRepository campaigns,
            PlatformDirectory platforms,
            CurrentCaller currentCaller,
            Outbox outbox,
            Event<CampaignClosed> closures,
            IdGenerator ids,
            Clock clock) {
        this.campaigns = campaigns;
        this.platforms = platforms;
        this.currentCaller = currentCaller;
        this.outbox = outbox;
        this.closures = closures;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Creates a draft.
     *
     * @param organisationId whose campaign it is to be, or null for the caller's own organisation
     */
    public StoredCampaign create(UUID organisationId, String name, Brief brief) {
        requireSense(brief);
        CampaignIdentity identity = new CampaignIdentity(ids.next(), ownerOf(organisationId));
        CampaignEntity entity = new CampaignEntity(new Campaign.Draft(identity, name, brief), now());
        campaigns.persistAndFlush(entity);
        return StoredCampaign.of(entity);
    }

    /** One campaign; 404 when the caller sees none with this id. */
    public StoredCampaign get(UUID campaignId) {
        return StoredCampaign.of(find(campaignId));
    }

    /** A part of the caller's campaigns, newest first; null for any state and for the start of the list. */
    public List<StoredCampaign> list(CampaignState state, UUID after, int rows) {
        return campaigns.page(state, after, rows).stream()
                .map(StoredCampaign::of)
                .toList();
    }

    /**
     * Replaces name and brief of a draft.
     *
     * @param versionCheck fails when the caller changed another version than the one it is given
     */
    public StoredCampaign revise(UUID campaignId, LongConsumer versionCheck, String name, Brief brief) {
        CampaignEntity entity = find(campaignId);
        versionCheck.accept(entity.version());
        requireSense(brief);
        entity.write(entity.toDomain().requireDraft().revise(name, brief));
        campaigns.flush();
        return StoredCampaign.of(entity);
    }

    /** Makes the brief public and final. */
    public StoredCampaign publish(UUID campaignId) {
        CampaignEntity entity = find(campaignId);
        Campaign.Draft draft = entity.toDomain().requireDraft();
        // A draft may be older than what was heard of since.
        requireSense(draft.brief());
        Campaign.Published published = draft.publish(now());
        entity.write(published);
        campaigns.flush();
        outbox.publish(
                CampaignEvent.PUBLISHED, campaignId, entity.version(), CampaignEvent.of(published, entity.version()));
        return StoredCampaign.of(entity);
    }

    /** Ends a published campaign for good. */
    public StoredCampaign close(UUID campaignId) {
        CampaignEntity entity = find(campaignId);
        Campaign.Closed closed = entity.toDomain().requireRunning().close(now());
        entity.write(closed);
        campaigns.flush();
        closures.fire(new CampaignClosed(campaignId, closed.closedAt()));
        outbox.publish(CampaignEvent.CLOSED, campaignId, entity.version(), CampaignEvent.of(closed, entity.version()));
        return StoredCampaign.of(entity);
    }

    /**
     * Takes note that a campaign has a proposal.
     *
     * @param completedAt when the proposal was made
     * @return the campaign, or empty when there is none, it was never published, or it was closed before the proposal
     */
    public Optional<CampaignIdentity> matched(UUID campaignId, Instant completedAt) {
        return campaigns.findByIdOptional(campaignId).flatMap(entity -> switch (entity.toDomain()) {
            case Campaign.Draft _ -> Optional.empty();
            case Campaign.Running running -> {
                entity.write(running.match());
                yield Optional.of(running.identity());
            }
            case Campaign.Closed closed ->
                closed.wasOverAt(completedAt) ? Optional.empty() : Optional.of(closed.identity());
        });
    }

    /** One campaign, kept as it is until the transaction ends: neither closed nor worked on by another request. */
    public Campaign hold(UUID campaignId) {
        return Optional.ofNullable(campaigns.findById(campaignId, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(DomainException::notFound)
                .toDomain();
    }

    /**
     * Takes a creator who is erased out of the briefs that name them; campaigns that others know are told again.
     *
     * @return how many briefs there were
     */
    public int forget(UUID creatorId) {
        List<CampaignEntity> naming = campaigns.naming(creatorId);
        naming.forEach(entity -> entity.forget(creatorId));
        campaigns.flush();
        naming.forEach(this::tellAgain);
        return naming.size();
    }

    private void tellAgain(CampaignEntity entity) {
        switch (entity.toDomain()) {
            case Campaign.Draft _ -> {
                // Nobody else knows of it.
            }
            case Campaign.Running running ->
                outbox.publish(
                        CampaignEvent.PUBLISHED,
                        entity.id(),
                        entity.version(),
                        CampaignEvent.redacted(running, entity.version()));
            case Campaign.Closed closed ->
                outbox.publish(
                        CampaignEvent.CLOSED,
                        entity.id(),
                        entity.version(),
                        CampaignEvent.redacted(closed, entity.version()));
        }
    }

    /** A platform that exists nowhere finds nobody, and what contradicts itself finds whom nobody wants. */
    private void requireSense(Brief brief) {
        brief.requireSense();
        platforms.requireKnown(brief.platformsByPointer());
    }

    private CampaignEntity find(UUID campaignId) {
        return campaigns.findByIdOptional(campaignId).orElseThrow(DomainException::notFound);
    }

    private UUID ownerOf(UUID requested) {
        Caller caller = currentCaller.caller();
        UUID owner = requested == null ? caller.organisationId() : requested;
        if (owner == null) {
            throw DomainException.invalid(
                    "/organisationId", "organisation", "must be given, as the token names no organisation of its own");
        }
        if (!caller.organisations().contains(owner)) {
            throw DomainException.invalid(
                    "/organisationId", "organisation", "must be an organisation that the caller works for");
        }
        return owner;
    }

    /** As exact as the database keeps it, so that a reply and a later read say the same. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

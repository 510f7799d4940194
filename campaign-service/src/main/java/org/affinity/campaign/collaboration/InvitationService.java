package org.affinity.campaign.collaboration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.affinity.campaign.CampaignProblem;
import org.affinity.campaign.brief.CampaignService;
import org.affinity.campaign.brief.domain.Brief;
import org.affinity.campaign.brief.domain.Campaign;
import org.affinity.campaign.collaboration.domain.Addressee;
import org.affinity.campaign.collaboration.domain.Collaboration;
import org.affinity.campaign.collaboration.domain.Invitation;
import org.affinity.campaign.collaboration.domain.Invitee;
import org.affinity.campaign.collaboration.domain.MessageTemplate;
import org.affinity.campaign.collaboration.domain.Terms;
import org.affinity.campaign.collaboration.store.CollaborationEntity;
import org.affinity.campaign.collaboration.store.CollaborationRepository;
import org.affinity.campaign.creator.CreatorContact;
import org.affinity.campaign.creator.CreatorDirectory;
import org.affinity.campaign.proposal.ProposalService;
import org.affinity.campaign.proposal.StoredProposal;
import org.affinity.campaign.proposal.domain.PanelPlace;
import org.affinity.campaign.proposal.domain.Proposal;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.outbox.Outbox;
import org.affinity.kit.problem.CommonProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;

/**
 * Invites creators of a campaign's proposal, each with a message of their own and at most once.
 *
 * <p>The campaign is held while creators are invited, so that two requests at once do not invite anyone twice and none
 * invites to a campaign that is being closed.
 */
@ApplicationScoped
@Transactional
public class InvitationService {

    private final CampaignService campaigns;
    private final ProposalService proposals;
    private final CreatorDirectory creators;
    private final CollaborationRepository collaborations;
    private final Outbox outbox;
    private final IdGenerator ids;
    private final Clock clock;

    InvitationService(
            CampaignService campaigns,
            ProposalService proposals,
            CreatorDirectory creators,
            CollaborationRepository collaborations,
            Outbox outbox,
            IdGenerator ids,
            Clock clock) {
        this.campaigns = campaigns;
        this.proposals = proposals;
        this.creators = creators;
        this.collaborations = collaborations;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Invites creators.
     *
     * @param creatorIds creators of the panel, or null for the whole panel
     * @param message template written by the organisation, or null for the standard one in each creator's language
     */
    public InvitationOutcome invite(UUID campaignId, List<UUID> creatorIds, String message) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Campaign.Running campaign = campaigns.hold(campaignId).requireRunning();
        Proposal proposal = proposals
                .find(campaignId)
                .map(StoredProposal::proposal)
                .orElseThrow(() -> new DomainException(
                        CampaignProblem.CAMPAIGN_NOT_MATCHED,
                        "The campaign has no panel yet; try again a little later."));
        Terms terms = termsOf(campaign, now);
        MessageTemplate written = message == null ? null : MessageTemplate.written(message);
        List<PanelPlace> places = placesOf(proposal, creatorIds);

        Map<UUID, CollaborationEntity> existing = collaborations.listOfCampaign(campaignId).stream()
                .collect(Collectors.toMap(CollaborationEntity::creatorId, Function.identity()));
        Map<UUID, CreatorContact> contacts =
                creators.find(places.stream().map(PanelPlace::creatorId).toList());
        List<CollaborationEntity> asked = new ArrayList<>();
        List<CollaborationEntity> invited = new ArrayList<>();
        List<UUID> alreadyInvited = new ArrayList<>();
        List<UUID> withdrawn = new ArrayList<>();
        List<UUID> notContactable = new ArrayList<>();
        List<UUID> notYetKnown = new ArrayList<>();
        for (PanelPlace place : places) {
            CreatorContact contact = contacts.get(place.creatorId());
            CollaborationEntity before = existing.get(place.creatorId());
            if (before != null) {
                alreadyInvited.add(place.creatorId());
                asked.add(before);
            } else if (contact == null) {
                // While the copy is built again it cannot tell who left or closed every channel.
                notYetKnown.add(place.creatorId());
            } else if (contact.active() && !contact.mayBeContacted()) {
                notContactable.add(place.creatorId());
            } else if (contact.active()) {
                CollaborationEntity entity =
                        new CollaborationEntity(new Collaboration.Invited(write(terms, place, contact, written, now)));
                invited.add(entity);
                asked.add(entity);
            } else {
                withdrawn.add(place.creatorId());
            }
        }
        collaborations.persist(invited);
        collaborations.flush();
        invited.forEach(entity -> publish(StoredCollaboration.of(entity)));
        return new InvitationOutcome(
                asked.stream().map(StoredCollaboration::of).toList(),
                alreadyInvited,
                withdrawn,
                notContactable,
                notYetKnown);
    }

    private static Terms termsOf(Campaign.Running campaign, Instant now) {
        Brief brief = campaign.brief();
        if (brief.endedBefore(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            throw new DomainException(
                    CampaignProblem.CAMPAIGN_ENDED,
                    "The campaign ended on " + brief.endsOn() + "; nobody can join it.");
        }
        return new Terms(
                campaign.identity().campaignId(),
                campaign.identity().organisationId(),
                brief.brand(),
                campaign.name(),
                brief.startsOn(),
                brief.endsOn(),
                null);
    }

    private static List<PanelPlace> placesOf(Proposal proposal, List<UUID> creatorIds) {
        if (creatorIds == null) {
            return proposal.panel();
        }
        List<FieldError> errors = new ArrayList<>();
        Set<UUID> wanted = new LinkedHashSet<>();
        for (int i = 0; i < creatorIds.size(); i++) {
            UUID creatorId = creatorIds.get(i);
            wanted.add(creatorId);
            if (proposal.placeOf(creatorId).isEmpty()) {
                errors.add(FieldError.at("/creatorIds/" + i, "inPanel", "must be a creator of the campaign's panel"));
            }
        }
        if (!errors.isEmpty()) {
            throw new DomainException(
                    CommonProblem.VALIDATION_FAILED, "Only creators of the campaign's panel can be invited.", errors);
        }
        return proposal.panel().stream()
                .filter(place -> wanted.contains(place.creatorId()))
                .toList();
    }

    private Invitation write(
            Terms terms, PanelPlace place, CreatorContact contact, MessageTemplate written, Instant now) {
        Invitee invitee = new Invitee(
                place.creatorId(),
                place.accountId(),
                place.platform(),
                contact.handles().getOrDefault(place.accountId(), place.handle()),
                place.price());
        MessageTemplate template = written == null ? MessageTemplate.standard(contact.language()) : written;
        String message = template.render(new Addressee(contact.displayName(), invitee, terms));
        return new Invitation(ids.next(), terms, invitee, message, now);
    }

    private void publish(StoredCollaboration invited) {
        outbox.publish(
                CollaborationEvent.typeOf(invited.collaboration()),
                invited.collaboration().invitation().collaborationId(),
                invited.version(),
                CollaborationEvent.of(invited));
    }
}

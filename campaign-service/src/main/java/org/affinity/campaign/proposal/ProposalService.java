package org.affinity.campaign.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.affinity.campaign.brief.CampaignService;
import org.affinity.campaign.proposal.domain.PanelPlace;
import org.affinity.campaign.proposal.domain.Proposal;
import org.affinity.campaign.proposal.store.ProposalEntity;
import org.affinity.campaign.proposal.store.ProposalRepository;
import org.affinity.kit.privacy.ErasedSubjects;

/** Keeps, for each campaign, the latest proposal of matching. */
@ApplicationScoped
@Transactional
public class ProposalService {

    private final ProposalRepository proposals;
    private final CampaignService campaigns;
    private final ErasedSubjects erased;

    ProposalService(ProposalRepository proposals, CampaignService campaigns, ErasedSubjects erased) {
        this.proposals = proposals;
        this.campaigns = campaigns;
        this.erased = erased;
    }

    /** The proposal for a campaign, if there is one that the caller may see. */
    public Optional<StoredProposal> find(UUID campaignId) {
        return proposals
                .findByIdOptional(campaignId)
                .map(entity -> new StoredProposal(entity.content(), entity.version()));
    }

    /**
     * Keeps a proposal, unless the campaign is unknown, has a later one, or was closed before the proposal was made.
     * One made before the closure is kept even now, so that a rebuild finds it again.
     *
     * @throws IllegalArgumentException when the proposal names another organisation than its campaign, whose panel it
     *     would give away
     */
    public void keep(Proposal proposal) {
        campaigns.matched(proposal.campaignId(), proposal.completedAt()).ifPresent(campaign -> {
            if (!campaign.organisationId().equals(proposal.organisationId())) {
                throw new IllegalArgumentException("The match names another organisation than its campaign");
            }
            List<UUID> creatorIds =
                    proposal.panel().stream().map(PanelPlace::creatorId).toList();
            erased.hold(creatorIds);
            replaceOlder(proposal.without(erased.among(creatorIds)));
        });
    }

    private void replaceOlder(Proposal proposal) {
        ProposalEntity kept = proposals.findById(proposal.campaignId());
        if (kept == null) {
            proposals.persist(new ProposalEntity(proposal));
        } else if (proposal.supersedes(kept.content())) {
            kept.replace(proposal);
        }
    }

    /** Forgets every proposal, before they are all read again. */
    public void clear() {
        proposals.deleteAll();
    }
}

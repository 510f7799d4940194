package org.affinity.reporting.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.affinity.reporting.campaign.domain.Campaign;
import org.affinity.reporting.campaign.domain.Collaboration;
import org.affinity.reporting.campaign.store.CampaignRepository;
import org.affinity.reporting.campaign.store.CollaborationRepository;

/** What other services told of campaigns and collaborations: full states, of which the newest version stays. */
@ApplicationScoped
public class CampaignCopies {

    private final CampaignRepository campaigns;
    private final CollaborationRepository collaborations;

    CampaignCopies(CampaignRepository campaigns, CollaborationRepository collaborations) {
        this.campaigns = campaigns;
        this.collaborations = collaborations;
    }

    /** Keeps that state unless a newer one is known. */
    @Transactional
    public void store(Campaign campaign) {
        campaigns.store(campaign);
    }

    /** Keeps that state unless a newer one is known. */
    @Transactional
    public void store(Collaboration collaboration) {
        collaborations.store(collaboration);
    }

    /** The campaign, as far as the caller may see it. */
    @Transactional
    public Optional<Campaign> campaign(UUID campaignId) {
        return campaigns.campaign(campaignId);
    }

    /** The campaign of a collaboration, as far as the caller may see it; nothing else of it is read. */
    @Transactional
    public Optional<UUID> campaignOf(UUID collaborationId) {
        return collaborations.campaignOf(collaborationId);
    }

    /** The collaboration, as far as the caller may see it. */
    @Transactional
    public Optional<Collaboration> collaboration(UUID collaborationId) {
        return collaborations.collaboration(collaborationId);
    }

    /** The accepted collaborations of a campaign. */
    @Transactional
    public List<Collaboration> accepted(UUID campaignId) {
        return collaborations.accepted(campaignId);
    }

    /** Forgets a collaboration that is nobody's any more. */
    @Transactional
    public void forgetCollaboration(UUID collaborationId) {
        collaborations.deleteById(collaborationId);
    }

    /** Forgets all campaigns, to be told again. */
    @Transactional
    public void clearCampaigns() {
        campaigns.deleteAll();
    }

    /** Forgets all collaborations, to be told again. */
    @Transactional
    public void clearCollaborations() {
        collaborations.deleteAll();
    }
}

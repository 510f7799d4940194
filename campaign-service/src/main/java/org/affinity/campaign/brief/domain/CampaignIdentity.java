package org.affinity.campaign.brief.domain;

import java.util.Objects;
import java.util.UUID;

/**
 * What a campaign keeps for its whole life.
 *
 * @param campaignId the campaign
 * @param organisationId the organisation it belongs to, which alone sees it
 */
public record CampaignIdentity(UUID campaignId, UUID organisationId) {

    public CampaignIdentity {
        Objects.requireNonNull(campaignId, "campaignId");
        Objects.requireNonNull(organisationId, "organisationId");
    }
}

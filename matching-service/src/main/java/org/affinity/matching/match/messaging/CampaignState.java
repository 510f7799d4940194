package org.affinity.matching.match.messaging;

import java.util.UUID;
import org.affinity.matching.match.CampaignToMatch;

/** What {@code campaign.campaign} events say of a campaign, as far as matching reads it. */
record CampaignState(UUID campaignId, long version, UUID organisationId, String state, BriefState brief) {

    CampaignToMatch toMatch() {
        return new CampaignToMatch(campaignId, version, organisationId, brief.toDomain(), brief.panelOptions());
    }
}

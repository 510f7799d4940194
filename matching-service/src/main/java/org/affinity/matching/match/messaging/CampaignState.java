package org.affinity.matching.match.messaging;

import java.util.UUID;
import org.affinity.matching.match.CampaignToMatch;

/**
 * What {@code campaign.campaign} events say of a campaign, as far as matching reads it.
 *
 * @param redaction not null when the campaign is told again because somebody who was erased left its brief
 */
record CampaignState(
        UUID campaignId, long version, UUID organisationId, String state, BriefState brief, String redaction) {

    CampaignToMatch toMatch() {
        return new CampaignToMatch(campaignId, version, organisationId, brief.toDomain(), brief.panelOptions());
    }
}

package org.affinity.matching.match;

import java.util.UUID;
import org.affinity.matching.match.domain.Brief;
import org.affinity.matching.match.domain.PanelOptions;

/**
 * A version of a campaign, as far as matching needs it.
 *
 * @param options what its panel has to keep to besides the brief
 */
public record CampaignToMatch(UUID campaignId, long version, UUID organisationId, Brief brief, PanelOptions options) {}

package org.affinity.matching.match;

import java.util.UUID;
import org.affinity.matching.match.domain.Brief;

/** A version of a campaign, as far as matching needs it. */
public record CampaignToMatch(UUID campaignId, long version, UUID organisationId, Brief brief) {}

package org.affinity.campaign.brief;

import java.time.Instant;
import java.util.UUID;

/**
 * Tells other features, within the transaction, that a campaign is being closed.
 *
 * @param campaignId the campaign
 * @param closedAt since when
 */
public record CampaignClosed(UUID campaignId, Instant closedAt) {}

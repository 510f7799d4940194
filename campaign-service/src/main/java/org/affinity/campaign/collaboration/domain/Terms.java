package org.affinity.campaign.collaboration.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a collaboration takes over from its campaign.
 *
 * @param campaignId the campaign
 * @param organisationId whose campaign it is
 * @param brand in whose name the campaign speaks
 * @param campaignName the campaign's name
 * @param startsOn first day
 * @param endsOn last day, included
 * @param campaignClosedAt when the campaign was closed, or null while it runs
 */
public record Terms(
        UUID campaignId,
        UUID organisationId,
        String brand,
        String campaignName,
        LocalDate startsOn,
        LocalDate endsOn,
        Instant campaignClosedAt) {}

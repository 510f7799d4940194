package org.affinity.matching.match.domain;

import java.time.Instant;
import java.util.UUID;
import org.affinity.matching.candidate.domain.Money;

/**
 * A match that was answered, kept for audit and replay; never changes.
 *
 * @param campaignId null for a brief that came with the request
 * @param campaignVersion null for a brief that came with the request
 * @param announced whether other services were told of it: at the publication of a campaign
 * @param brief the brief as JSON
 * @param document the answer, byte for byte as it was sent
 */
public record MatchRun(
        UUID matchId,
        UUID organisationId,
        UUID campaignId,
        Long campaignVersion,
        boolean announced,
        String modelVersion,
        long indexSnapshot,
        int eligibleCount,
        int panelSize,
        Money panelCost,
        String brief,
        SavedJson document,
        Instant completedAt) {}

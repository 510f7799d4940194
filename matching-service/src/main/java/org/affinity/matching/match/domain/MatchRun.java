package org.affinity.matching.match.domain;

import java.time.Instant;
import java.util.UUID;
import org.affinity.matching.candidate.domain.Money;

/**
 * A match that was answered, kept for audit and replay; never changes, except that creators whose data was erased are
 * redacted.
 *
 * @param campaignId null for a brief that came with the request
 * @param campaignVersion null for a brief that came with the request
 * @param askedAgain whether a published campaign was matched once more because somebody asked; nobody else is told
 * @param withPanel whether a panel was asked for; without one its size and its cost are 0 and mean nothing
 * @param brief the brief as JSON
 * @param document the answer, byte for byte as it was sent but for redactions
 */
public record MatchRun(
        UUID matchId,
        UUID organisationId,
        UUID campaignId,
        Long campaignVersion,
        boolean askedAgain,
        String modelVersion,
        long indexSnapshot,
        int eligibleCount,
        boolean withPanel,
        int panelSize,
        Money panelCost,
        String brief,
        SavedJson document,
        Instant completedAt) {

    /** Whether other services are told of it: it was made at the publication of a campaign. */
    public boolean isTold() {
        return campaignId != null && !askedAgain;
    }
}

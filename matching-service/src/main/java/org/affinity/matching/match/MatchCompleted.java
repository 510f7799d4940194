package org.affinity.matching.match;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.json.Money;

/** Payload of {@code matching.match.completed.v1}: what was proposed for a campaign. */
record MatchCompleted(
        UUID matchId,
        long version,
        UUID campaignId,
        long campaignVersion,
        UUID organisationId,
        String modelVersion,
        long indexSnapshot,
        int eligibleCount,
        List<RejectedCount> rejected,
        ProposedMechanic mechanic,
        List<MatchedCreator> panel,
        Money panelCost,
        Instant completedAt) {

    static final String TYPE = "matching.match.completed.v1";

    static MatchCompleted of(MatchDocument match) {
        return new MatchCompleted(
                match.matchId(),
                match.version(),
                match.campaignId(),
                match.campaignVersion(),
                match.organisationId(),
                match.modelVersion(),
                match.indexSnapshot(),
                match.eligibleCount(),
                match.rejected(),
                match.mechanic(),
                match.panel(),
                match.panelCost(),
                match.completedAt());
    }
}

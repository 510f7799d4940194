package org.affinity.matching.match;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.json.Money;
import org.affinity.matching.candidate.domain.ContentFormat;
import org.affinity.matching.candidate.domain.Platform;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.match.domain.PriceSource;

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
        List<Place> panel,
        Money panelCost,
        Instant completedAt) {

    static final String TYPE = "matching.match.completed.v1";

    /** A proposed creator: of what the answer says of one only what can be said of who is in the panel. */
    record Place(
            int rank,
            UUID creatorId,
            UUID accountId,
            Platform platform,
            String handle,
            Tier tier,
            double score,
            Double scoreLow,
            Double scoreHigh,
            List<MatchedCreator.ScorePart> contributions,
            Money price,
            PriceSource priceSource,
            ContentFormat priceFormat) {

        private static Place of(MatchedCreator creator) {
            return new Place(
                    creator.rank(),
                    creator.creatorId(),
                    creator.accountId(),
                    creator.platform(),
                    creator.handle(),
                    creator.tier(),
                    creator.score(),
                    creator.scoreLow(),
                    creator.scoreHigh(),
                    creator.contributions(),
                    creator.price(),
                    creator.priceSource(),
                    creator.priceFormat());
        }
    }

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
                match.panel().stream().map(Place::of).toList(),
                match.panelCost(),
                match.completedAt());
    }
}

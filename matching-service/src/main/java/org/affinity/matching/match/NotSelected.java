package org.affinity.matching.match;

import java.time.Instant;
import java.util.UUID;
import org.affinity.matching.match.domain.EligibilityRule;
import org.affinity.matching.match.domain.Ranked;

/**
 * Why a match did not name a creator, as its brief and the creator's data of this moment say: the match itself only
 * counts those whom it does not name.
 *
 * @param rejectedBy the rule; null when the creator is eligible
 * @param facts what the rule looked at of the creator; null when eligible
 * @param scored the parts of the score; null when a rule rejects the creator
 * @param lastScore score of the last who was ranked; null where everybody eligible was ranked
 * @param modelVersion of this moment
 */
public record NotSelected(
        UUID matchId,
        Instant completedAt,
        int eligibleCount,
        EligibilityRule rejectedBy,
        String facts,
        Ranked scored,
        Double lastScore,
        String modelVersion,
        Instant assessedAt) {}

package org.affinity.matching.match;

import java.util.List;
import org.affinity.matching.match.domain.MatchResult;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many creators one rule kept out. */
@Schema(description = "How many creators one eligibility rule kept out; each is counted under the first that failed.")
public record RejectedCount(
        @Schema(description = "Stable name of the rule; more may be added.", examples = "country")
        String rule,

        @Schema(description = "Creators it kept out.", examples = "128")
        int count) {

    static List<RejectedCount> of(MatchResult result) {
        return result.rejected().entrySet().stream()
                .map(entry -> new RejectedCount(entry.getKey().id(), entry.getValue()))
                .toList();
    }
}

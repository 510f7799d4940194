package org.affinity.matching.match;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a creator stood in a match, and where the same brief would put them now. */
@Schema(
        name = "CandidateStanding",
        description = "Where a creator stood in a match, and where its brief would put them now. The match itself is"
                + " not changed; what has changed since is the creators, the model and the day.")
public record CandidateStanding(
        @Schema(description = "The match.", examples = "01977b7e-5a00-7d4e-b1c2-3f4e5d6c7b8a")
        UUID matchId,

        @Schema(description = "The creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11")
        UUID creatorId,

        @Schema(description = "What the match said when it was made.")
        Then then,

        @Schema(description = "What the same brief says of the creator at this moment.")
        Now now) {

    /** As it was. */
    @Schema(name = "StandingThen", description = "What the match said when it was made.")
    public record Then(
            @Schema(description = "When the match was made.", examples = "2026-03-01T09:30:00Z")
            Instant matchedAt,

            @Schema(description = "Version of its scoring model.", examples = "scoring-model-v3")
            String modelVersion,

            @Schema(
                    description = "Place in its ranking; null when the creator was not in it.",
                    nullable = true,
                    examples = "7")
            Integer rank,

            @Schema(
                    description = "Place among the creators that the match kept to choose panels from, 1,000 at most;"
                            + " null when the creator was not among them: further behind, rejected, unknown, or erased"
                            + " since.",
                    nullable = true,
                    examples = "143")
            Integer placeKept,

            @Schema(description = "Whether the creator was in its panel.", examples = "false")
            boolean proposed,

            @Schema(
                    description =
                            "Why the creator was not in its panel, with the facts; null for who was, where no panel"
                                    + " was asked for, and in matches from before they told their brief.",
                    nullable = true)
            LeftOutView leftOut) {}

    /** As it is. */
    @Schema(name = "StandingNow", description = "What the brief of the match says of the creator at this moment.")
    public record Now(
            @Schema(description = "This moment.", examples = "2026-03-02T10:00:00Z")
            Instant asOf,

            @Schema(description = "Version of the scoring model of this moment.", examples = "scoring-model-v3")
            String modelVersion,

            @Schema(description = "Last change of a creator that is taken into account.", examples = "4800")
            long indexSnapshot,

            @Schema(
                    description =
                            "RANKED: among the top; BEYOND: eligible, further behind; REJECTED: by a rule; WITHDRAWN:"
                                    + " has left the platform; UNKNOWN: no such creator. More may be added.",
                    examples = "BEYOND")
            Status status,

            @Schema(description = "Creators that pass every rule now.", examples = "312")
            int eligibleCount,

            @Schema(
                    description = "The creator with place, score and every contribution; null when not eligible.",
                    nullable = true)
            MatchedCreator creator,

            @Schema(
                    description = "The rule that rejects the creator; null when eligible or unknown.",
                    nullable = true,
                    examples = "country")
            String rule,

            @Schema(
                    description = "What the rule looked at; null when there is none.",
                    nullable = true,
                    examples = "wanted BE, lives in FR")
            String facts,

            @Schema(description = "How many places the counterfactuals are about.", examples = "20")
            int top,

            @Schema(
                    description = "Smallest changes of one thing that would bring the creator into these places, all"
                            + " else and everybody else as they are; empty when in already, or when no such change"
                            + " does.")
            List<CounterfactualView> counterfactuals) {}

    /** Where the creator stands. */
    public enum Status {
        RANKED,
        BEYOND,
        REJECTED,
        WITHDRAWN,
        UNKNOWN
    }
}

package org.affinity.matching.match.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.matching.match.MatchedCreator.ScorePart;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one match decided about a creator. */
@Schema(name = "SelectionDecision", description = "What one match decided about a creator, and why.")
record SelectionDecisionView(
        @Schema(description = "The match.", examples = "01977b7e-5a00-7d4e-b1c2-3f4e5d6c7b8a")
        UUID matchId,

        @Schema(
                description = "Organisation that asked for it; null where the match does not name the creator, as the"
                        + " brief is the organisation's own business then.",
                nullable = true,
                examples = "01977b7e-1a30-7f60-91a2-b3c4d5e6f708")
        UUID organisationId,

        @Schema(
                description = "Its campaign; null when it asked without one, or does not name the creator.",
                nullable = true,
                examples = "01977b7e-2b41-7e5f-a0b1-c2d3e4f5a6b7")
        UUID campaignId,

        @Schema(description = "When the match was made.", examples = "2026-03-01T09:30:00Z")
        Instant completedAt,

        @Schema(
                description = "PROPOSED: in the panel that was proposed; RANKED: among the best, but not in the panel,"
                        + " which is limited by the budget and by the number of creators; REJECTED: a rule keeps the"
                        + " creator out; NOT_AMONG_BEST: eligible, but the places went to others; ELIGIBLE_SINCE:"
                        + " everybody eligible was ranked, and the creator is eligible as of now. More may be added.",
                examples = "PROPOSED")
        String outcome,

        @Schema(
                description =
                        "Place among all eligible creators, as it was drawn where the brief's exposure is ROTATE; null"
                                + " when it is below the places that are kept.",
                nullable = true,
                examples = "4")
        Integer rank,

        @Schema(description = "How many creators were eligible.", examples = "312")
        int eligibleCount,

        @Schema(
                description = "The score: exact sum of the contributions; null when a rule keeps the creator out.",
                nullable = true,
                examples = "0.2125")
        Double score,

        @Schema(
                description = "Score of the last who was ranked; only with NOT_AMONG_BEST.",
                nullable = true,
                examples = "0.3425")
        Double lastRankedScore,

        @Schema(
                description = "The rule that keeps the creator out; only with REJECTED.",
                nullable = true,
                examples = "country")
        String rule,

        @Schema(
                description = "What the rule looked at of the creator; only with REJECTED.",
                nullable = true,
                examples = "lives in FR")
        String facts,

        @Schema(
                description = "The named parts of the score: the reasons. Without evidence where the match does not"
                        + " name the creator, as it tells of the brief; empty with REJECTED.")
        List<ScorePart> contributions,

        @Schema(
                description = "Account that was looked at; null with REJECTED.",
                nullable = true,
                examples = "01977b7e-4f10-7c3a-8e21-5d6c7b8a9f00")
        UUID accountId,

        @Schema(description = "Version of the scoring model.", examples = "scoring-model-v3")
        String modelVersion,

        @Schema(
                description = "When this was found, from the saved brief and the creator's data of that moment: the"
                        + " moment of the request where the match does not name the creator, who is only counted"
                        + " there; null where the match does, as it says what was found then.",
                nullable = true,
                examples = "2026-03-02T10:00:00Z")
        Instant assessedAt) {}

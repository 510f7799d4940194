package org.affinity.matching.match;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.json.Money;
import org.affinity.matching.match.domain.ExposureReport;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a brief, as it is sent, saved, and shown again byte for byte. */
@Schema(
        name = "Match",
        description =
                "The answer to a brief. It changes in one case alone: creators whose data is erased are taken out of"
                        + " its brief, and a place they had is redacted. Otherwise reading it again gives the same"
                        + " bytes.")
public record MatchDocument(
        @Schema(description = "Id of the match.", examples = "01977b7e-5a00-7d4e-b1c2-3f4e5d6c7b8a")
        UUID matchId,

        @Schema(
                description = "1, and one more with each creator who was erased from it; else a match does not change.",
                examples = "1")
        long version,

        @Schema(
                description = "Campaign whose brief was matched; null when the brief came with the request.",
                nullable = true,
                examples = "01977b7e-2b41-7e5f-a0b1-c2d3e4f5a6b7")
        UUID campaignId,

        @Schema(description = "Version of that campaign, or null.", nullable = true, examples = "2")
        Long campaignVersion,

        @Schema(description = "Organisation that asked.", examples = "01977b7e-1a30-7f60-91a2-b3c4d5e6f708")
        UUID organisationId,

        @Schema(
                ref = "MatchBrief",
                description = "The brief that it answers, that of the campaign where there is one: as a request carries"
                        + " it, with empty lists for what it does not name. Its panel is what the panel had to keep to,"
                        + " the request's own fields over the brief's. Who was erased since is taken out of it.",
                extensions = @Extension(name = "x-since", value = "2026-11-23"))
        BriefView brief,

        @Schema(
                description = "Version of the scoring model; signalWeights says where the request weighs otherwise.",
                examples = "scoring-model-v3")
        String modelVersion,

        @Schema(
                description =
                        "How heavily each signal weighs, in a fixed order, also those that the brief does not ask for.",
                extensions = @Extension(name = "x-since", value = "2026-11-23"))
        List<SignalWeight> signalWeights,

        @Schema(
                description = "Version of the table of usual engagement rates, and of what formats bring.",
                examples = "engagement-benchmarks-v2")
        String benchmarkVersion,

        @Schema(description = "Version of the table of usual prices.", examples = "price-table-v1")
        String priceTableVersion,

        @Schema(description = "Version of the data that rules of eligibility go by.", examples = "eligibility-rules-v2")
        String rulesVersion,

        @Schema(
                description = "Number of the last change of a creator that the match took into account.",
                examples = "4711")
        long indexSnapshot,

        @Schema(description = "Creators that pass every rule of eligibility.", examples = "312")
        int eligibleCount,

        @Schema(description = "Creators kept out, by the first rule that failed.")
        List<RejectedCount> rejected,

        @Schema(description = "How the campaign should work.")
        ProposedMechanic mechanic,

        @Schema(
                description =
                        "Signals that the brief does not ask for; contributions name all others, and all signals in"
                                + " answers that lack it.",
                nullable = true,
                extensions = @Extension(name = "x-since", value = "2026-11-23"))
        List<NotAskedSignal> notAsked,

        @Schema(description = "The best creators one by one, by score, then by id.")
        List<MatchedCreator> ranking,

        @Schema(
                description =
                        "Creators proposed together: as much expected result as the budget buys, best score first."
                                + " Empty when nobody can be proposed, panelPlan says why, and when no panel was asked for.")
        List<MatchedCreator> panel,

        @Schema(
                description = "What the panel costs; never more than the budget. Null when no panel was asked for;"
                        + " matches from before 2026-11-23 say 0 then.",
                nullable = true)
        Money panelCost,

        @Schema(
                description = "What the panel should bring, what is proven of it, and each creator's part in it; null"
                        + " when no panel was asked for.",
                nullable = true)
        PanelReport panelPlan,

        @Schema(
                description = "How nearly equal creators in the ranking came to their places, and what it cost; null in"
                        + " matches from before it was told.",
                nullable = true)
        ExposureReport exposure,

        @Schema(description = "When the match was made.", examples = "2026-03-01T09:30:00Z")
        Instant completedAt,

        @Schema(
                description = "Only when creators were erased from the match: how many, also those without a place whom"
                        + " only its brief or its infeasibilities named. Places they had say so; counts and cost are"
                        + " those of the match as it was made.",
                nullable = true,
                examples = "1")
        Integer redactedCreators) {}

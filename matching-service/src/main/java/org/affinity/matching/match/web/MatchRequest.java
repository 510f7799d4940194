package org.affinity.matching.match.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.problem.DomainException;
import org.affinity.matching.match.MatchService;
import org.affinity.matching.match.domain.PanelOptions;
import org.affinity.matching.match.domain.RankingOptions;
import org.affinity.matching.match.domain.ScoringModel;
import org.affinity.matching.match.domain.Signal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Asks who fits a brief. */
@Schema(description = "Asks who fits a brief.")
record MatchRequest(
        @Schema(description = "What is looked for; left out when campaignId says it.", nullable = true) @Valid
        BriefRequest brief,

        @Schema(
                description =
                        "Published campaign of the caller whose brief is matched, with the creators of this moment;"
                                + " left out when brief says it. The proposal of the campaign stays as it is.",
                nullable = true,
                examples = "01977b7e-2b41-7e5f-a0b1-c2d3e4f5a6b7")
        UUID campaignId,

        @Schema(description = "Length of the ranking; 20 when left out.", nullable = true, examples = "20")
        @Min(1)
        @Max(1000)
        Integer k,

        @Schema(
                description = "Organisation that asks, one the caller works for; the caller's own when left out.",
                nullable = true,
                examples = "01977b7e-1a30-7f60-91a2-b3c4d5e6f708")
        UUID organisationId,

        @Schema(
                description = "Whether a panel is chosen; true when left out. Without one the answer comes sooner, and"
                        + " POST /v1/matches/{matchId}/panels can be asked for one later.",
                nullable = true,
                examples = "true")
        Boolean withPanel,

        @Schema(
                description = "What the panel has to keep to. Each of its fields that is left out, or null, stays as in"
                        + " brief.panel; one that is given takes the place of the brief's, and an empty list lifts it.",
                nullable = true)
        @Valid
        PanelRequest panel,

        @Schema(
                description = "Weights of signals by name, where they are to differ from those of the campaign's type:"
                        + " 0 to 1, at most three decimals.",
                nullable = true,
                examples = "{\"credibility\": 0.2}")
        @Size(max = 50)
        Map<@NotNull String, @NotNull BigDecimal> weights,

        @Schema(
                description = "Asks what would bring each creator of the ranking who is behind the first places into"
                        + " these; nothing when left out. It costs time for each of them.",
                nullable = true)
        @Valid
        CounterfactualRequest counterfactuals) {

    /** Refuses a request that has both a brief and a campaign, or neither. */
    void requireOneBrief() {
        if (brief == null && campaignId == null) {
            throw DomainException.invalid("/brief", "briefOrCampaign", "is needed, or campaignId in its place");
        }
        if (brief != null && campaignId != null) {
            throw DomainException.invalid(
                    "/campaignId", "briefOrCampaign", "must be left out when there is a brief, or take its place");
        }
    }

    /** Where the request names each creator who has to be in the panel. */
    Map<UUID, String> requiredCreators() {
        Map<UUID, String> pointers =
                new HashMap<>(brief == null ? Map.of() : PanelRequest.required(brief.panel(), "/brief/panel"));
        pointers.putAll(PanelRequest.required(panel, "/panel"));
        return pointers;
    }

    /** The weights in thousandths. */
    Map<Signal, Integer> signalWeights() {
        Map<Signal, Integer> asked = new EnumMap<>(Signal.class);
        if (weights != null) {
            weights.forEach((name, weight) -> asked.put(signal(name), thousandths(name, weight)));
        }
        return asked;
    }

    private static Signal signal(String name) {
        return Signal.named(name)
                .orElseThrow(() -> DomainException.invalid(
                        pointer(name), "signal", "is not a signal; the weights of any match name them all"));
    }

    private static int thousandths(String name, BigDecimal weight) {
        BigDecimal thousandths = weight.movePointRight(3);
        if (thousandths.signum() < 0
                || thousandths.compareTo(BigDecimal.valueOf(ScoringModel.HEAVIEST)) > 0
                || thousandths.stripTrailingZeros().scale() > 0) {
            throw DomainException.invalid(pointer(name), "weight", "must be from 0 to 1 with at most three decimals");
        }
        return thousandths.intValueExact();
    }

    /** JSON pointers write ~ and / in names as ~0 and ~1. */
    private static String pointer(String name) {
        return "/weights/" + name.replace("~", "~0").replace("/", "~1");
    }

    boolean wantsPanel() {
        return !Boolean.FALSE.equals(withPanel);
    }

    /**
     * Those of the request over those of the brief, field by field.
     *
     * @param ofBrief what the brief asks of the panel
     * @param places of the brief
     */
    PanelOptions panelOptions(PanelOptions ofBrief, int places) {
        if (!wantsPanel() && panel != null) {
            throw DomainException.invalid("/panel", "notWithoutPanel", "must be left out when withPanel is false");
        }
        return PanelRequest.over(ofBrief, panel, "/panel", places);
    }

    RankingOptions ranking() {
        return new RankingOptions(
                k == null ? MatchService.DEFAULT_RANKING : k, counterfactuals == null ? 0 : counterfactuals.top());
    }
}

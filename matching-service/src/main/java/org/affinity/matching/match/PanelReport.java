package org.affinity.matching.match;

import java.util.List;
import org.affinity.kit.json.Money;
import org.affinity.matching.match.domain.Brief;
import org.affinity.matching.match.domain.Kpi;
import org.affinity.matching.match.domain.PanelPlan;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a panel should bring, what is proven of it, and what each creator adds. */
@Schema(
        name = "PanelPlan",
        description = "What a panel should bring, what is proven of it, and what each creator adds. All figures are"
                + " expectations for one post per creator, or one piece of the expected format, if everybody accepts;"
                + " fewer accept in practice. They are those of"
                + " the match, not corrected by measured results as forecasts are.")
public record PanelReport(
        @Schema(description = "Version of populations and assumptions.", examples = "panel-model-v1")
        String panelModelVersion,

        @Schema(description = "What was maximised: the KPI of the first objective.", examples = "IMPRESSIONS")
        Kpi kpi,

        @Schema(
                description = "What the objective value counts, in words.",
                examples =
                        "Impressions on people in the target, each creator's times the fit; a person may give several.")
        String definition,

        @Schema(
                description = "Expected result in the target, each creator's times the fit, in the unit of the KPI.",
                examples = "48210.5")
        double objectiveValue,

        @Schema(
                description = "No panel from this pool under these constraints is worth more; proven.",
                examples = "49100.2")
        double upperBound,

        @Schema(
                description = "Share of the upper bound that is missing: (upperBound - objectiveValue) / upperBound.",
                examples = "0.018")
        double gap,

        @Schema(description = "Whether it is proven that no panel is worth more.", examples = "false")
        boolean optimal,

        @Schema(
                description = "Creators the panel was chosen from: the best by score, without those who are excluded,"
                        + " speak against the brief (score below 0), or would take too much of the budget.",
                examples = "312")
        int poolSize,

        @Schema(
                description =
                        "Creators who pass the rules of the brief, under the budget of the pool; null where it was"
                                + " not kept. upperBound, gap and optimal hold among the pool, the best of these by score, and"
                                + " not among those who are not in it.",
                nullable = true,
                examples = "4120",
                extensions = @Extension(name = "x-since", value = "2026-11-23"))
        Integer eligibleCount,

        @Schema(description = "Budget that the panel had to keep to.")
        Money budget,

        @Schema(description = "Places that the panel could fill.", examples = "10")
        int maxCreators,

        @Schema(description = "Most of the budget that one creator could take, from 0 to 1.", examples = "0.4")
        double maxShareOfBudget,

        @Schema(description = "Different people in the target whom the panel reaches.")
        NetReachView netReach,

        @Schema(description = "Each creator's part, in the order of the panel.")
        List<PanelMemberView> members,

        @Schema(description = "How much of what is shown comes from which size of creator, smallest first.")
        List<TierExposureView> exposureByTier,

        @Schema(
                description = "How many creators count towards each quota, and of how many it is not known.",
                nullable = true,
                extensions = @Extension(name = "x-since", value = "2026-11-23"))
        List<PanelQuotaView> quotas,

        @Schema(
                description = "What it cost that nearly equal creators took turns; null when they did not.",
                nullable = true,
                extensions = @Extension(name = "x-since", value = "2026-11-23"))
        PanelRotationView rotation,

        @Schema(
                description =
                        "Why the panel is empty; null when it is not. NOBODY_ELIGIBLE: no creator passes the rules;"
                                + " NOBODY_FITS: more speaks against than for each of them, or nothing is expected of them in"
                                + " the target; NOBODY_LEFT: nobody is left after exclusions, prices and withdrawals"
                                + " since the match; CONSTRAINTS: see infeasibilities. More may be added.",
                nullable = true,
                examples = "CONSTRAINTS")
        PanelPlan.EmptyReason emptyReason,

        @Schema(description = "Constraints that cannot be kept, with what would make it possible; empty when all are.")
        List<PanelInfeasibilityView> infeasibilities) {

    static PanelReport of(PanelPlan plan, Brief brief, String panelModelVersion) {
        return new PanelReport(
                panelModelVersion,
                plan.kpi(),
                definition(plan.kpi()),
                plan.objectiveValue(),
                plan.upperBound(),
                plan.gap(),
                plan.optimal(),
                plan.poolSize(),
                plan.eligible(),
                money(brief.budget()),
                brief.maxCreators(),
                plan.maxShareOfBudget(),
                NetReachView.of(plan.netReach()),
                plan.members().stream().map(PanelMemberView::of).toList(),
                plan.exposure().stream().map(TierExposureView::of).toList(),
                plan.quotas().stream().map(PanelQuotaView::of).toList(),
                PanelRotationView.of(plan.rotation()),
                plan.emptyReason(),
                plan.infeasibilities().stream().map(PanelInfeasibilityView::of).toList());
    }

    private static String definition(Kpi kpi) {
        return switch (kpi) {
            case REACH ->
                "Different people in the target, each counted once, each creator's reach times the fit; no more than"
                        + " overlaps that the request states allow.";
            case DONATIONS ->
                "Different people in the target who are likely to act, each counted once, times the fit; interactions"
                        + " stand for donations, of which no rate is known.";
            case IMPRESSIONS ->
                "Impressions on people in the target, each creator's times the fit; a person may give several.";
            case ENGAGEMENTS ->
                "Interactions of people in the target, each creator's times the fit; a person may give several.";
            case ENGAGEMENT_RATE ->
                "Interactions of people in the target, each creator's times the fit: they raise the rate; a rate alone"
                        + " would be best with one tiny creator.";
            case POSTS -> "Posts that come about: the sum of the fits.";
        };
    }

    static Money money(org.affinity.matching.candidate.domain.Money money) {
        return Money.of(money.amount(), money.currency());
    }
}

package org.affinity.matching.match;

import java.util.List;
import java.util.UUID;
import org.affinity.kit.json.Money;
import org.affinity.matching.candidate.domain.Tier;
import org.affinity.matching.match.domain.Brief;
import org.affinity.matching.match.domain.Kpi;
import org.affinity.matching.match.domain.NetReach;
import org.affinity.matching.match.domain.PanelPlan;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a panel should bring, what is proven of it, and what each creator adds. */
@Schema(
        name = "PanelPlan",
        description = "What a panel should bring, what is proven of it, and what each creator adds. All figures are"
                + " expectations for one post per creator if everybody accepts; fewer accept in practice.")
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

        @Schema(description = "Budget that the panel had to keep to.")
        Money budget,

        @Schema(description = "Places that the panel could fill.", examples = "10")
        int maxCreators,

        @Schema(description = "Most of the budget that one creator could take, from 0 to 1.", examples = "0.4")
        double maxShareOfBudget,

        @Schema(description = "Different people in the target whom the panel reaches.")
        NetReachView netReach,

        @Schema(description = "Each creator's part, in the order of the panel.")
        List<MemberView> members,

        @Schema(description = "How much of what is shown comes from which size of creator, smallest first.")
        List<ExposureView> exposureByTier,

        @Schema(
                description = "What it cost that nearly equal creators took turns; null when they did not.",
                nullable = true)
        RotationView rotation,

        @Schema(
                description =
                        "Why the panel is empty; null when it is not. NOBODY_ELIGIBLE: no creator passes the rules;"
                                + " NOBODY_FITS: more speaks against than for each of them, or nothing is expected of them in"
                                + " the target; NOBODY_LEFT: nobody is left after exclusions and prices; CONSTRAINTS: see"
                                + " infeasibilities. More may be added.",
                nullable = true,
                examples = "CONSTRAINTS")
        PanelPlan.EmptyReason emptyReason,

        @Schema(description = "Constraints that cannot be kept, with what would make it possible; empty when all are.")
        List<InfeasibilityView> infeasibilities) {

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
                money(brief.budget()),
                brief.maxCreators(),
                plan.maxShareOfBudget(),
                NetReachView.of(plan.netReach()),
                plan.members().stream().map(MemberView::of).toList(),
                plan.exposure().stream().map(ExposureView::of).toList(),
                RotationView.of(plan.rotation()),
                plan.emptyReason(),
                plan.infeasibilities().stream().map(InfeasibilityView::of).toList());
    }

    private static String definition(Kpi kpi) {
        return switch (kpi) {
            case REACH -> "Different people in the target, each counted once, each creator's reach times the fit.";
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

    /** What a panel costs; nothing without one. */
    static Money cost(PanelPlan plan, Brief brief) {
        return money(
                plan == null
                        ? org.affinity.matching.candidate.domain.Money.zero(
                                brief.budget().currency())
                        : plan.cost());
    }

    static Money money(org.affinity.matching.candidate.domain.Money money) {
        return Money.of(money.amount(), money.currency());
    }

    /** Different people, as an interval. */
    @Schema(
            name = "NetReach",
            description =
                    "Different people in the target, each counted once: the value of the model (people of a country"
                            + " and topic see creators independently of each other), between what is certain if audiences overlap"
                            + " as much as possible and as little as possible. Known overlaps narrow the interval.")
    public record NetReachView(
            @Schema(description = "As if audiences overlapped as much as what is known allows.", examples = "9800")
            double lower,

            @Schema(description = "Of the reach model.", examples = "41200")
            double value,

            @Schema(
                    description = "As if they overlapped as little as what is known allows; never more than there are.",
                    examples = "42100")
            double upper,

            @Schema(description = "People in the target, by the panel model.", examples = "3704834")
            double population) {

        static NetReachView of(NetReach reach) {
            return new NetReachView(reach.lower(), reach.value(), reach.upper(), reach.population());
        }
    }

    /** One creator's part in the panel. */
    @Schema(name = "PanelMember", description = "What one creator adds to the panel, and at what cost.")
    public record MemberView(
            @Schema(description = "The creator.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11")
            UUID creatorId,

            @Schema(
                    description = "Chance that the expected result comes about for this brief: logistic of the score.",
                    examples = "0.85")
            double fit,

            @Schema(description = "Different people in the target whom the creator reaches alone.", examples = "2150")
            double reachInTarget,

            @Schema(
                    description = "What the creator would be worth without the others, in the unit of the objective.",
                    examples = "1830.2")
            double aloneResult,

            @Schema(description = "What the panel would lose without the creator.", examples = "1795.7")
            double marginalResult,

            @Schema(description = "What the creator's part costs.")
            Money cost,

            @Schema(
                    description =
                            "Cost by marginal result, a decimal string in the currency of the cost; null when nothing"
                                    + " would be lost.",
                    nullable = true,
                    examples = "0.1002")
            String costPerResult) {

        static MemberView of(PanelPlan.Member member) {
            return new MemberView(
                    member.candidate().creatorId(),
                    member.fit(),
                    member.reachInTarget(),
                    member.aloneResult(),
                    member.marginalResult(),
                    money(member.candidate().price()),
                    member.costPerResult() == null
                            ? null
                            : member.costPerResult().toPlainString());
        }
    }

    /** What one size of creator shows. */
    @Schema(name = "TierExposure", description = "How much of what the panel shows comes from one size of creator.")
    public record ExposureView(
            @Schema(description = "Audience-size class; more may be added.", examples = "NANO")
            Tier tier,

            @Schema(description = "Creators of that size in the panel.", examples = "6")
            int creators,

            @Schema(description = "Their share of the panel's expected impressions.", examples = "0.42")
            double share,

            @Schema(description = "What they cost together.")
            Money cost) {

        static ExposureView of(PanelPlan.TierExposure exposure) {
            return new ExposureView(exposure.tier(), exposure.creators(), exposure.share(), money(exposure.cost()));
        }
    }

    /** Turns of nearly equal creators. */
    @Schema(
            name = "PanelRotation",
            description = "Nearly equal creators took turns: members made room for others whose turn was earlier. Every"
                    + " constraint is kept, and so is the upper bound.")
    public record RotationView(
            @Schema(
                    description = "The seed that gives these turns again; without one in the brief, the day.",
                    examples = "42")
            long seed,

            @Schema(
                    description = "Difference in score up to which creators are nearly equal, and most that turns may"
                            + " cost: this share of the objective value of the best panel found.",
                    examples = "0.02")
            double tolerance,

            @Schema(description = "Members who are in because it is their turn.", examples = "3")
            int exchangedMembers,

            @Schema(
                    description = "Cost: objective value of the best panel found, less that of this one.",
                    examples = "312.4")
            double objectiveLost) {

        static RotationView of(PanelPlan.Rotation rotation) {
            return rotation == null
                    ? null
                    : new RotationView(
                            rotation.seed(), rotation.tolerance(), rotation.exchanged(), rotation.valueLost());
        }
    }

    /** A constraint that cannot be kept. */
    @Schema(name = "PanelInfeasibility", description = "A constraint that cannot be kept, and what would help.")
    public record InfeasibilityView(
            @Schema(
                    description =
                            "The constraint: budget, maxCreators, mustInclude, minSmallShare, combination, or a quota"
                                    + " with its dimension and value; more may be added.",
                    examples = "quota TIER NANO")
            String constraint,

            @Schema(
                    description = "What is asked and what there is.",
                    examples = "At least 5 are asked for; of the 40 creators in question 2 are known to be TIER NANO.")
            String detail,

            @Schema(
                    description = "What would make it possible.",
                    examples = "Lower the minimum to 2, or widen the brief.")
            String remedy) {

        static InfeasibilityView of(PanelPlan.Infeasibility infeasibility) {
            return new InfeasibilityView(infeasibility.constraint(), infeasibility.detail(), infeasibility.remedy());
        }
    }
}

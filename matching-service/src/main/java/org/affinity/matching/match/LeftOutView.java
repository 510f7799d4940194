package org.affinity.matching.match;

import java.util.List;
import java.util.UUID;
import org.affinity.kit.json.Money;
import org.affinity.matching.match.domain.LeftOut;
import org.affinity.matching.match.domain.LeftOutReason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a creator is not in a panel, with the facts. */
@Schema(name = "PanelLeftOut", description = "Why a creator is not in a panel: what came of trying them in it.")
public record LeftOutView(
        @Schema(
                description = REASONS + " Null when it can no longer be told; detail says why.",
                nullable = true,
                examples = "OUTWEIGHED")
        LeftOutReason reason,

        @Schema(
                description = "The facts in words; results are in the unit of the panel's KPI.",
                examples = "For 180.00 EUR the creator would add 812.4 in the place of the member who could best make"
                        + " room; for 150.00 EUR that one adds 902.1.")
        String detail,

        @Schema(
                description = "What joining the panel as it was would break: budget, maxCreators, minSmallShare, or a"
                        + " quota with its dimension and value, as infeasibilities name it; more may be added. Empty"
                        + " where budgetLeft is null.",
                examples = "[\"maxCreators\"]")
        List<String> constraints,

        @Schema(
                description =
                        "What the creator cost; null for NOT_IN_POOL, for EXCLUDED where the panel was chosen from"
                                + " others anyway, and when the facts can no longer be told.",
                nullable = true)
        Money price,

        @Schema(
                description = "What the panel left of the budget; null for EXCLUDED, NOT_IN_POOL, SCORE_BELOW_ZERO,"
                        + " PRICE_ABOVE_SHARE and NO_PANEL, and when the facts can no longer be told.",
                nullable = true)
        Money budgetLeft,

        @Schema(
                description = "What the creator would have added to the panel as it was, constraints aside; null where"
                        + " budgetLeft is.",
                nullable = true,
                examples = "790.3")
        Double result,

        @Schema(
                description = "The creator beside the member whose place they could best have taken, of the places"
                        + " that were tried, every constraint kept. Only for TURN, where the turn of the member is"
                        + " earlier, OUTWEIGHED, and UNPROVEN unless the creator could simply have joined; else null.",
                nullable = true)
        InsteadView instead) {

    static final String REASONS = "EXCLUDED: asked for; NOT_IN_POOL: the panel was chosen from others;"
            + " SCORE_BELOW_ZERO: more speaks against than for; PRICE_ABOVE_SHARE: costs more than one creator may take of"
            + " the budget; NO_PANEL: nobody is proposed; ADDS_NOTHING: could join, and would add nothing; BUDGET, PLACES,"
            + " QUOTA, SMALL_SHARE, COMBINATION (several): neither joining nor taking the place of one member keeps every"
            + " constraint, and this is what the way in that breaks fewest would break; TURN: a nearly equal creator whose"
            + " turn is earlier has the place; OUTWEIGHED: adds no more than each member in whose place every constraint is"
            + " kept; UNPROVEN: would make the panel better, as the one found is not proven to be the best or others took"
            + " their turn, or not every place could be tried, as overlaps are stated; detail says which. More may be"
            + " added.";

    /** A creator beside a member. */
    @Schema(name = "PanelInstead", description = "A creator beside the member whose place they could best have taken.")
    public record InsteadView(
            @Schema(description = "The member.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b12")
            UUID memberId,

            @Schema(description = "What the member cost.") Money memberPrice,

            @Schema(description = "What the member added to the others.", examples = "902.1")
            double memberResult,

            @Schema(description = "What the creator would have added to the others.", examples = "812.4")
            double creatorResult) {

        private static InsteadView of(LeftOut.Instead instead) {
            return instead == null
                    ? null
                    : new InsteadView(
                            instead.memberId(),
                            PanelReport.money(instead.memberPrice()),
                            instead.memberResult(),
                            instead.creatorResult());
        }
    }

    static LeftOutView of(LeftOut leftOut) {
        return new LeftOutView(
                leftOut.reason(),
                leftOut.detail(),
                leftOut.constraints(),
                leftOut.price() == null ? null : PanelReport.money(leftOut.price()),
                leftOut.budgetLeft() == null ? null : PanelReport.money(leftOut.budgetLeft()),
                leftOut.result(),
                InsteadView.of(leftOut.instead()));
    }

    /** What is left when the facts are gone: the reason, or not even that. */
    static LeftOutView withoutFacts(LeftOutReason reason, String detail) {
        return new LeftOutView(reason, detail, List.of(), null, null, null, null);
    }
}

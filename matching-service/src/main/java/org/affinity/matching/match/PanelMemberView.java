package org.affinity.matching.match;

import java.util.UUID;
import org.affinity.kit.json.Money;
import org.affinity.matching.match.domain.PanelPlan;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One creator's part in the panel. */
@Schema(name = "PanelMember", description = "What one creator adds to the panel, and at what cost.")
public record PanelMemberView(
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
                description = "Cost by marginal result, a decimal string in the currency of the cost; null when nothing"
                        + " would be lost.",
                nullable = true,
                examples = "0.1002")
        String costPerResult) {

    static PanelMemberView of(PanelPlan.Member member) {
        return new PanelMemberView(
                member.candidate().creatorId(),
                member.fit(),
                member.reachInTarget(),
                member.aloneResult(),
                member.marginalResult(),
                PanelReport.money(member.candidate().price()),
                member.costPerResult() == null ? null : member.costPerResult().toPlainString());
    }
}

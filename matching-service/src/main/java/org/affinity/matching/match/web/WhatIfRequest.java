package org.affinity.matching.match.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.affinity.kit.json.Money;
import org.affinity.kit.problem.DomainException;
import org.affinity.matching.match.PanelService;
import org.affinity.matching.match.WhatIf;
import org.affinity.matching.match.domain.Brief;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Asks for another panel from the creators of a match. */
@Schema(description = "What is to be different in another panel; what is left out stays as in the match.")
record WhatIfRequest(
        @Schema(
                description =
                        "Another budget, in the currency of the brief; a larger one adds creators who were too dear.",
                nullable = true)
        @Valid
        Money budget,

        @Schema(description = "Another number of places.", nullable = true, examples = "15") @Min(1) @Max(1000)
        Integer maxCreators,

        @Schema(
                description =
                        "What the panel has to keep to. Each of its fields that is left out, or null, stays as the"
                                + " match had it (its panel, or else that of its brief); one that is given takes its place, and an"
                                + " empty list lifts it. Matches from before 2026-11-23 did not keep theirs: there nothing holds"
                                + " but what is given.",
                nullable = true)
        @Valid
        PanelRequest panel) {

    WhatIf toWhatIf(PanelService.Asked asked) {
        Brief brief = asked.brief();
        if (budget != null && !budget.currency().equals(brief.budget().currency())) {
            throw DomainException.invalid(
                    "/budget/currency",
                    "currencyOfBrief",
                    "must be " + brief.budget().currency());
        }
        if (budget != null) {
            BudgetCheck.refuseParts(budget, "/budget");
        }
        int places = maxCreators == null ? brief.maxCreators() : maxCreators;
        return new WhatIf(
                budget == null
                        ? null
                        : new org.affinity.matching.candidate.domain.Money(budget.decimal(), budget.currency()),
                maxCreators,
                PanelRequest.over(asked.options(), panel, "/panel", places));
    }
}

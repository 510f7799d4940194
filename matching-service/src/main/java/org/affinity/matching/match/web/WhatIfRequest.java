package org.affinity.matching.match.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.affinity.kit.json.Money;
import org.affinity.kit.problem.DomainException;
import org.affinity.matching.match.WhatIf;
import org.affinity.matching.match.domain.Brief;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Asks for another panel from the creators of a match. */
@Schema(description = "What is to be different in another panel; what is left out stays as in the brief.")
record WhatIfRequest(
        @Schema(description = "Another budget, in the currency of the brief.", nullable = true) @Valid
        Money budget,

        @Schema(description = "Another number of places.", nullable = true, examples = "15") @Min(1) @Max(1000)
        Integer maxCreators,

        @Schema(description = "What the panel has to keep to; nothing besides when left out.", nullable = true) @Valid
        PanelRequest panel) {

    WhatIf toWhatIf(Brief brief) {
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
                PanelRequest.toDomain(panel, "/panel", places));
    }
}

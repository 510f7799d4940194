package org.affinity.matching.match.web;

import java.util.Currency;
import org.affinity.kit.json.Money;
import org.affinity.kit.problem.DomainException;

/** Refuses budgets that nobody can pay: yen have no decimals, euros two. */
final class BudgetCheck {

    private BudgetCheck() {}

    /** @param pointer where the budget is in the request */
    static void refuseParts(Money budget, String pointer) {
        int decimals = Currency.getInstance(budget.currency()).getDefaultFractionDigits();
        if (budget.decimal().stripTrailingZeros().scale() > decimals) {
            throw DomainException.invalid(
                    pointer + "/amount",
                    "decimals",
                    "must have at most " + decimals + " decimals in " + budget.currency());
        }
    }
}

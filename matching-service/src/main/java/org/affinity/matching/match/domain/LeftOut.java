package org.affinity.matching.match.domain;

import java.util.List;
import java.util.UUID;
import org.affinity.matching.candidate.domain.Money;

/**
 * Why a creator is not in a panel.
 *
 * @param detail the facts, in words
 * @param constraints what joining the panel as it is would break, as infeasibilities name it; empty where the creator
 *     was not tried
 * @param price of the creator; null when not in the pool
 * @param budgetLeft what the panel leaves of the budget; null where the creator was not tried: for {@code EXCLUDED},
 *     {@code NOT_IN_POOL}, {@code SCORE_BELOW_ZERO}, {@code PRICE_ABOVE_SHARE} and {@code NO_PANEL}
 * @param result what the creator would add to the panel as it is, constraints aside; null likewise
 * @param instead the member whose place the creator would take best; only for {@code TURN}, {@code OUTWEIGHED} and
 *     {@code UNPROVEN}, and null there for who could simply join
 */
public record LeftOut(
        LeftOutReason reason,
        String detail,
        List<String> constraints,
        Money price,
        Money budgetLeft,
        Double result,
        Instead instead) {

    public LeftOut {
        constraints = List.copyOf(constraints);
    }

    /**
     * A creator beside the member whose place they would take best.
     *
     * @param memberPrice what the member costs
     * @param memberResult what the member adds to the others
     * @param creatorResult what the creator would add to the others
     */
    public record Instead(UUID memberId, Money memberPrice, double memberResult, double creatorResult) {}
}

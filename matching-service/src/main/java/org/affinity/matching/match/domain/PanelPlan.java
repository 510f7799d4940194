package org.affinity.matching.match.domain;

import java.math.BigDecimal;
import java.util.List;
import org.affinity.matching.candidate.domain.Money;
import org.affinity.matching.candidate.domain.Tier;

/**
 * Who should be proposed together, what that should bring, and what is proven of it.
 *
 * @param kpi what was maximised
 * @param objectiveValue expected amount of what the KPI counts, in the target, times each one's fit; see
 *     {@link PanelPlanner}
 * @param upperBound no panel from this pool under these constraints is worth more
 * @param optimal whether it is proven that none is worth more than this one
 * @param poolSize creators the panel was chosen from
 * @param eligible creators who pass the rules, of whom the pool are the best by score
 * @param maxShareOfBudget most of the budget that one creator could take
 * @param quotas whom each quota counts, in their order
 * @param rotation what it cost that nearly equal creators took turns; null when they did not
 * @param emptyReason why there is no panel; null when there is one
 * @param infeasibilities constraints that cannot be kept, or not together; empty when all are kept
 */
public record PanelPlan(
        Kpi kpi,
        double objectiveValue,
        double upperBound,
        double gap,
        boolean optimal,
        int poolSize,
        int eligible,
        double maxShareOfBudget,
        Money cost,
        NetReach netReach,
        List<Member> members,
        List<TierExposure> exposure,
        List<QuotaCount> quotas,
        Rotation rotation,
        EmptyReason emptyReason,
        List<Infeasibility> infeasibilities) {

    /**
     * A creator in the panel.
     *
     * @param fit chance that the expected result comes about, from the score
     * @param reachInTarget people in the target that the creator reaches alone
     * @param aloneResult what the creator would be worth without the others
     * @param marginalResult what the panel would lose without the creator
     * @param costPerResult cost by marginal result; null when nothing is lost
     */
    public record Member(
            PanelCandidate candidate,
            double fit,
            double reachInTarget,
            double aloneResult,
            double marginalResult,
            BigDecimal costPerResult) {}

    /** How much of what the panel shows comes from one size of creator. */
    public record TierExposure(Tier tier, int creators, double share, Money cost) {}

    /**
     * Whom a quota counts, and of whom it is not known whether it should.
     *
     * @param inPool of those the panel was chosen from
     */
    public record QuotaCount(Quota quota, int inPanel, int unknownInPanel, int inPool, int unknownInPool) {}

    /**
     * Turns that nearly equal creators took.
     *
     * @param seed gives the same turns again
     * @param tolerance difference in score up to which they are nearly equal, and share of the objective value that
     *     turns may cost at most
     * @param exchanged members who are in it because it is their turn
     * @param valueLost objective value of the best panel found, less that of this one
     */
    public record Rotation(long seed, double tolerance, int exchanged, double valueLost) {}

    /** A constraint that cannot be kept, and what would make it possible. */
    public record Infeasibility(String constraint, String detail, String remedy) {}

    /** Why nobody is proposed. */
    public enum EmptyReason {
        /** No creator passes the rules of eligibility. */
        NOBODY_ELIGIBLE,
        /** More speaks against than for each of them, or none is expected to bring anything in the target. */
        NOBODY_FITS,
        /** Not even the cheapest can be paid, or everybody was excluded or has been out since the match. */
        NOBODY_LEFT,
        /** The constraints cannot be kept together. */
        CONSTRAINTS
    }
}

package org.affinity.matching.match.domain.panel;

import java.util.BitSet;

/**
 * A linear function that is nowhere below the value of a panel: {@code constant + Σ slope(i)} over the members that are
 * not required, with the prices of money and place at which {@code bound} was proven. What the limits of quotas are
 * worth is in the constant, and what counting towards them costs is taken off the slopes.
 */
final class Tangent {

    private final double constant;
    private final double[] slopes;
    private final double[] quotaPrices;
    private final double[] shareOfBudget;
    private final double moneyPrice;
    private final double placePrice;
    private final double bound;
    private final BitSet whole;

    Tangent(
            double constant,
            double[] slopes,
            double[] quotaPrices,
            double[] shareOfBudget,
            double moneyPrice,
            double placePrice,
            double bound,
            BitSet whole) {
        this.constant = constant;
        this.slopes = slopes;
        this.quotaPrices = quotaPrices;
        this.shareOfBudget = shareOfBudget;
        this.moneyPrice = moneyPrice;
        this.placePrice = placePrice;
        this.bound = bound;
        this.whole = whole;
    }

    double constant() {
        return constant;
    }

    double slope(int creator) {
        return slopes[creator];
    }

    /** No panel with that creator in it is worth more. */
    double boundWith(int creator) {
        return bound + Math.min(0, reduced(creator));
    }

    /** What somebody costs in money, a place and quotas. */
    double price(int creator) {
        return quotaPrices[creator] + moneyPrice * shareOfBudget[creator] + placePrice;
    }

    /** Whom its best has, when creators may be had in part, without those of whom it has only a part. */
    BitSet whole() {
        return (BitSet) whole.clone();
    }

    double bound() {
        return bound;
    }

    /** What somebody is worth once money and place are paid for. */
    double reduced(int creator) {
        return slopes[creator] - moneyPrice * shareOfBudget[creator] - placePrice;
    }

    /** What the first {@code count} of the creators can add at most with that part of the money and those places. */
    double rest(int[] creators, int count, double money, int places) {
        double sum = moneyPrice * money + placePrice * places;
        for (int k = 0; k < count; k++) {
            sum += Math.max(0, reduced(creators[k]));
        }
        return sum;
    }
}

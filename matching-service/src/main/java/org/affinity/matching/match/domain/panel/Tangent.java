package org.affinity.matching.match.domain.panel;

/**
 * A linear function that is nowhere below the value of a panel: {@code constant + Σ slope(i)} over the members that are
 * not required, with the prices of money and place at which {@code bound} was proven.
 */
final class Tangent {

    private final double constant;
    private final double[] slopes;
    private final double[] shareOfBudget;
    private final double moneyPrice;
    private final double placePrice;
    private final double bound;

    Tangent(double constant, double[] slopes, Relaxation relaxation, double bound) {
        this.constant = constant;
        this.slopes = slopes;
        this.moneyPrice = relaxation.moneyPrice();
        this.placePrice = relaxation.placePrice();
        this.bound = bound;
        this.shareOfBudget = new double[slopes.length];
        for (int i = 0; i < slopes.length; i++) {
            shareOfBudget[i] = relaxation.shareOfBudget(i);
        }
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

    double[] slopes() {
        return slopes.clone();
    }

    double moneyPrice() {
        return moneyPrice;
    }

    double placePrice() {
        return placePrice;
    }

    double bound() {
        return bound;
    }

    /** What somebody is worth once money and place are paid for. */
    double reduced(int creator) {
        return slopes[creator] - moneyPrice * shareOfBudget[creator] - placePrice;
    }

    /** What the creators from {@code from} on can add at most with that part of the money and those places. */
    double rest(int[] creators, int from, double money, int places) {
        double sum = moneyPrice * money + placePrice * places;
        for (int k = from; k < creators.length; k++) {
            if (shareOfBudget[creators[k]] <= money) {
                sum += Math.max(0, reduced(creators[k]));
            }
        }
        return sum;
    }
}

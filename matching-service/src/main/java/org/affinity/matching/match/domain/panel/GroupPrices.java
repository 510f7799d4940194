package org.affinity.matching.match.domain.panel;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a place for somebody of a group is worth more, or less, than any place, for groups that have no member in
 * common.
 *
 * <p>At a price of money, the best panel by places and such groups is found by sorting: the minimum of each group
 * first, then the best of all who are left and whom no maximum keeps out. Where that order stops are the prices: below
 * zero for a group that is in only because it has to be, above for one that is held back. They are Lagrange multipliers
 * of the groups' limits, so worths that were changed by them bound every panel, however well the prices were found.
 */
final class GroupPrices {

    private static final int DOUBLINGS = 30;
    private static final int BISECTIONS = 10;

    private final Relaxation relaxation;
    private final int[][] members;
    private final int[] least;
    private final int[] most;
    private final int[] others;

    GroupPrices(PanelProblem problem, Relaxation relaxation, List<PanelProblem.Group> groups) {
        this.relaxation = relaxation;
        this.members = new int[groups.size()][];
        this.least = new int[groups.size()];
        this.most = new int[groups.size()];
        BitSet rest = new BitSet();
        IntStream.range(0, problem.size()).filter(relaxation::isFree).forEach(rest::set);
        for (int g = 0; g < members.length; g++) {
            BitSet inside = problem.required();
            inside.and(groups.get(g).members());
            members[g] = groups.get(g).members().stream()
                    .filter(creator -> creator < problem.size() && relaxation.isFree(creator))
                    .toArray();
            least[g] = Math.clamp(groups.get(g).min() - inside.cardinality(), 0, members[g].length);
            most[g] = Math.max(0, groups.get(g).max() - inside.cardinality());
            rest.andNot(groups.get(g).members());
        }
        this.others = rest.stream().toArray();
    }

    /** Worths less the prices of groups, and what the limits of the groups are worth at these prices. */
    static final class Adjusted {

        private final double[] worths;
        private final double constant;

        Adjusted(double[] worths, double constant) {
            this.worths = worths;
            this.constant = constant;
        }

        double[] worths() {
            return worths;
        }

        double constant() {
            return constant;
        }
    }

    /**
     * Changes worths by the prices of the groups.
     *
     * @param moneyPrice what the whole budget is worth at the margin without them, to begin with
     */
    Adjusted adjusted(double[] worths, double moneyPrice) {
        double[] prices = prices(worths, moneyPrice);
        double[] changed = worths.clone();
        double constant = 0;
        for (int g = 0; g < members.length; g++) {
            for (int creator : members[g]) {
                changed[creator] -= prices[g];
            }
            // Nothing but a limit may have a price: the most when it is dear, the least when it is subsidised.
            constant += prices[g] == 0 ? 0 : prices[g] * (prices[g] > 0 ? most[g] : least[g]);
        }
        return new Adjusted(changed, constant);
    }

    /** The prices at which as much is spent as there is. */
    private double[] prices(double[] worths, double moneyPrice) {
        double[] prices = new double[members.length];
        if (spent(worths, 0, prices) <= 1) {
            return prices;
        }
        double lowest = 0;
        double highest =
                moneyPrice > 0 ? moneyPrice : Arrays.stream(worths).max().orElse(0);
        for (int step = 0; step < DOUBLINGS && spent(worths, highest, prices) > 1; step++) {
            lowest = highest;
            highest *= 2;
        }
        for (int step = 0; step < BISECTIONS; step++) {
            double middle = (lowest + highest) / 2;
            if (spent(worths, middle, prices) > 1) {
                lowest = middle;
            } else {
                highest = middle;
            }
        }
        return prices;
    }

    /** Fills in the prices of the groups at a price of money; the part of the budget that the best panel costs. */
    private double spent(double[] worths, double money, double[] prices) {
        double[][] values = new double[members.length][];
        int owed = 0;
        for (int g = 0; g < values.length; g++) {
            values[g] = sorted(worths, money, members[g]);
            owed += least[g];
        }
        double place = placePrice(values, sorted(worths, money, others), relaxation.places() - owed);
        for (int g = 0; g < values.length; g++) {
            prices[g] = price(values[g], least[g], most[g], place);
        }
        double spent = 0;
        for (int g = 0; g < values.length; g++) {
            spent += spent(worths, money, members[g], place + prices[g]);
        }
        return spent + spent(worths, money, others, place);
    }

    /** Highest first. */
    private double[] sorted(double[] worths, double money, int[] creators) {
        double[] values = new double[creators.length];
        for (int at = 0; at < values.length; at++) {
            values[at] = money * relaxation.shareOfBudget(creators[at]) - worths[creators[at]];
        }
        Arrays.sort(values);
        for (int at = 0; at < values.length; at++) {
            values[at] = -values[at];
        }
        return values;
    }

    /** Between the last who still gets one of the places that no group is owed, and the first who does not. */
    private double placePrice(double[][] values, double[] ofOthers, int places) {
        double[] asking = Arrays.copyOf(
                ofOthers,
                ofOthers.length
                        + Arrays.stream(values).mapToInt(any -> any.length).sum());
        int count = ofOthers.length;
        for (int g = 0; g < values.length; g++) {
            for (int at = least[g]; at < Math.min(most[g], values[g].length); at++) {
                asking[count++] = values[g][at];
            }
        }
        Arrays.sort(asking, 0, count);
        int first = count - 1 - Math.max(0, places);
        if (first < 0 || asking[first] <= 0) {
            return 0;
        }
        return places <= 0 ? asking[first] : (asking[first] + asking[first + 1]) / 2;
    }

    private static double price(double[] values, int least, int most, double place) {
        if (most < values.length && values[most] > place) {
            return (most == 0 ? values[0] : (values[most - 1] + values[most]) / 2) - place;
        }
        if (least > 0 && values[least - 1] < place) {
            return (least == values.length ? values[least - 1] : (values[least - 1] + values[least]) / 2) - place;
        }
        return 0;
    }

    private double spent(double[] worths, double money, int[] creators, double price) {
        double spent = 0;
        for (int creator : creators) {
            double share = relaxation.shareOfBudget(creator);
            if (worths[creator] - money * share > price) {
                spent += share;
            }
        }
        return spent;
    }
}

package org.affinity.matching.match.domain.panel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The constraints as a linear programme whose creators may be had in part: {@code max Σ d·x} with rows {@code Σ a·x ≤
 * b} and 0 ≤ x ≤ 1, bounded from above by Lagrange multipliers.
 *
 * <p>For any multipliers λ ≥ 0, {@code Σ λ·b + Σ max(0, d − Σ λ·a)} is an upper bound (weak duality), so nothing rests
 * on how well they were found. Money and places are searched by nested bisection, which is exact up to its tolerance;
 * quotas and covers by Polyak's subgradient steps. A cover says that of those who cost more than 1/(k + 1) of the money
 * at most k can be had: true of whole creators, and it removes the half ones of which a fractional optimum is made.
 */
final class Relaxation {

    private static final int BISECTIONS = 22;
    private static final int SUBGRADIENT_STEPS = 80;
    private static final int LARGEST_COVER = 3;

    private final PanelProblem problem;
    private final boolean[] free;
    private final double budget;
    private final int places;
    private final double[] shareOfBudget;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> limits = new ArrayList<>();

    private double moneyPrice;
    private double placePrice;

    Relaxation(PanelProblem problem) {
        this.problem = problem;
        PanelState start = PanelState.ofRequired(problem);
        this.budget = Math.max(0, start.left());
        this.free = new boolean[problem.size()];
        this.shareOfBudget = new double[problem.size()];
        for (int i = 0; i < free.length; i++) {
            free[i] = start.fits(i);
            shareOfBudget[i] = budget == 0 ? 0 : problem.cost(i) / budget;
        }
        this.places = Math.min(problem.places() - start.count(), mostThatCanBePaid());
        addCovers();
        addQuotas(start);
    }

    private int mostThatCanBePaid() {
        double left = 1 + 1e-12;
        int most = 0;
        for (double share : sortedShares()) {
            left -= share;
            if (left < 0) {
                return most;
            }
            most++;
        }
        return most;
    }

    private double[] sortedShares() {
        return IntStream.range(0, free.length)
                .filter(i -> free[i])
                .mapToDouble(i -> shareOfBudget[i])
                .sorted()
                .toArray();
    }

    private void addCovers() {
        for (int k = 1; k <= LARGEST_COVER; k++) {
            double[] row = new double[free.length];
            int members = 0;
            for (int i = 0; i < free.length; i++) {
                if (free[i] && shareOfBudget[i] * (k + 1) > 1 + 1e-12) {
                    row[i] = 1;
                    members++;
                }
            }
            if (members > k) {
                add(row, k);
            }
        }
    }

    private void addQuotas(PanelState start) {
        for (PanelProblem.Group group : problem.groups()) {
            BitSet inside = start.members();
            inside.and(group.members());
            if (group.max() < problem.places()) {
                add(membership(group.members(), 1), group.max() - inside.cardinality());
            }
            if (group.min() > 0) {
                add(membership(group.members(), -1), inside.cardinality() - group.min());
            }
        }
        PanelProblem.MinimumShare share = problem.minimumShare();
        if (share != null) {
            double[] row = new double[free.length];
            for (int i = 0; i < row.length; i++) {
                row[i] = share.share() - (share.members().get(i) ? 1 : 0);
            }
            BitSet inside = start.members();
            inside.and(share.members());
            add(row, inside.cardinality() - share.share() * start.count());
        }
    }

    private double[] membership(BitSet members, double sign) {
        double[] row = new double[free.length];
        members.stream().filter(i -> i < row.length).forEach(i -> row[i] = sign);
        return row;
    }

    private void add(double[] row, double limit) {
        rows.add(row);
        limits.add(limit);
    }

    /** What the whole budget is worth at the margin, and what one place is, as the last bound found them. */
    double moneyPrice() {
        return moneyPrice;
    }

    double placePrice() {
        return placePrice;
    }

    /** What somebody is worth once money and places are paid for. */
    double reduced(double[] worth, int creator) {
        return worth[creator] - moneyPrice * shareOfBudget[creator] - placePrice;
    }

    boolean isFree(int creator) {
        return free[creator];
    }

    double shareOfBudget(int creator) {
        return shareOfBudget[creator];
    }

    int places() {
        return places;
    }

    /** An upper bound on what the free creators can add together. */
    double bound(double[] worth) {
        double lowest = 0;
        double highest = 0;
        for (int i = 0; i < free.length; i++) {
            highest = free[i] ? Math.max(highest, worth[i]) : highest;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int step = 0; step <= BISECTIONS; step++) {
            double price = step == 0 ? 0 : (lowest + highest) / 2;
            double money = moneyPriceFor(worth, price);
            double bound = dual(worth, money, price);
            if (bound < best) {
                best = bound;
                moneyPrice = money;
                placePrice = price;
            }
            if (taken > places) {
                lowest = price;
            } else {
                highest = price;
            }
            if (step == 0 && taken <= places) {
                break;
            }
        }
        return best;
    }

    private int taken;

    /** The price of money at which as much is spent as there is, when a place costs that much. */
    private double moneyPriceFor(double[] worth, double price) {
        double highest = 0;
        double spent = 0;
        for (int i = 0; i < free.length; i++) {
            if (free[i] && worth[i] > price) {
                spent += shareOfBudget[i];
                if (shareOfBudget[i] > 0) {
                    highest = Math.max(highest, (worth[i] - price) / shareOfBudget[i]);
                }
            }
        }
        if (spent <= 1) {
            return 0;
        }
        double lowest = 0;
        for (int step = 0; step < BISECTIONS; step++) {
            double money = (lowest + highest) / 2;
            if (spentAt(worth, money, price) > 1) {
                lowest = money;
            } else {
                highest = money;
            }
        }
        return highest;
    }

    private double spentAt(double[] worth, double money, double price) {
        double spent = 0;
        for (int i = 0; i < free.length; i++) {
            if (free[i] && worth[i] - money * shareOfBudget[i] > price) {
                spent += shareOfBudget[i];
            }
        }
        return spent;
    }

    private double dual(double[] worth, double money, double price) {
        double sum = money + price * places;
        taken = 0;
        for (int i = 0; i < free.length; i++) {
            double reduced = worth[i] - money * shareOfBudget[i] - price;
            if (free[i] && reduced > 0) {
                sum += reduced;
                taken++;
            }
        }
        return sum;
    }

    /**
     * A tighter bound on what the free creators can add by a tangent, that also uses quotas and covers.
     *
     * @param reached a value that is known to be reached
     */
    double tightened(Tangent tangent, double reached) {
        double target = reached - tangent.constant();
        double best = tangent.bound() - tangent.constant();
        int count = rows.size();
        if (count == 0) {
            return best;
        }
        double[] worth = tangent.slopes();
        double[] prices = new double[count + 2];
        prices[count] = tangent.moneyPrice();
        prices[count + 1] = tangent.placePrice();
        for (int step = 0; step < SUBGRADIENT_STEPS; step++) {
            double[] slack = new double[count + 2];
            double dual = dual(worth, prices, slack);
            best = Math.min(best, dual);
            double length = 0;
            for (double value : slack) {
                length += value * value;
            }
            if (length < 1e-18 || dual <= target) {
                break;
            }
            // Polyak's step, towards a value between what is reached and what is bounded.
            double aim = target + 0.5 * Math.max(0, best - target);
            double by = Math.max(dual - aim, 1e-3 * dual) / length / (1 + step / 20.0);
            for (int row = 0; row < prices.length; row++) {
                prices[row] = Math.max(0, prices[row] - by * slack[row]);
            }
        }
        return best;
    }

    private double dual(double[] worth, double[] prices, double[] slack) {
        int count = rows.size();
        double sum = prices[count] + prices[count + 1] * places;
        slack[count] = 1;
        slack[count + 1] = places;
        for (int row = 0; row < count; row++) {
            sum += prices[row] * limits.get(row);
            slack[row] = limits.get(row);
        }
        for (int i = 0; i < free.length; i++) {
            if (free[i]) {
                double reduced = worth[i] - prices[count] * shareOfBudget[i] - prices[count + 1];
                for (int row = 0; row < count; row++) {
                    reduced -= prices[row] == 0 ? 0 : prices[row] * rows.get(row)[i];
                }
                if (reduced > 0) {
                    sum += reduced;
                    slack[count] -= shareOfBudget[i];
                    slack[count + 1] -= 1;
                    for (int row = 0; row < count; row++) {
                        slack[row] -= rows.get(row)[i];
                    }
                }
            }
        }
        return sum;
    }
}

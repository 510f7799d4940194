package org.affinity.matching.match.domain.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The constraints as rows of a linear programme whose creators may be had in part, with a price for each.
 *
 * <p>For any prices, what the limits are worth at them and what is left of every creator's worth above zero is an upper
 * bound (weak duality), so nothing rests on how well they were found. A cover says that of those who cost more than
 * 1/(k + 1) of the money at most k can be had: true of whole creators, and it removes the half ones of which a
 * fractional optimum is made.
 */
final class Relaxation {

    private static final int LARGEST_COVER = 3;
    private static final int MONEY = 0;
    private static final int PLACES = 1;
    private static final double ROUNDING = 1e-12;
    private static final double WHOLE = 1e-9;

    private final PanelProblem problem;
    /** Whom there is money, a place and no maximum against. */
    private final int[] free;

    private final double[] shareOfBudget;
    private final int places;
    private final List<LinearProgramme.Row> rows = new ArrayList<>();
    private final LinearProgramme programme;

    Relaxation(PanelProblem problem) {
        this.problem = problem;
        PanelState start = PanelState.ofRequired(problem);
        double budget = Math.max(0, start.left());
        this.free = IntStream.range(0, problem.size()).filter(start::fits).toArray();
        this.shareOfBudget = new double[problem.size()];
        for (int i = 0; i < shareOfBudget.length; i++) {
            shareOfBudget[i] = budget == 0 ? 0 : problem.cost(i) / budget;
        }
        this.places = Math.max(0, Math.min(problem.places() - start.count(), mostThatCanBePaid()));
        add(IntStream.of(free).mapToDouble(i -> shareOfBudget[i]).toArray(), 0, 1);
        add(ones(), 0, places);
        addCovers();
        addQuotas(start);
        this.programme = new LinearProgramme(free.length, rows);
    }

    private int mostThatCanBePaid() {
        double left = 1 + ROUNDING;
        int most = 0;
        double[] cheapestFirst =
                IntStream.of(free).mapToDouble(i -> shareOfBudget[i]).sorted().toArray();
        for (double share : cheapestFirst) {
            left -= share;
            if (left < 0) {
                return most;
            }
            most++;
        }
        return most;
    }

    private double[] ones() {
        double[] ones = new double[free.length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private void addCovers() {
        for (int k = 1; k <= LARGEST_COVER; k++) {
            double least = (1 + ROUNDING) / (k + 1);
            double[] row = IntStream.of(free)
                    .mapToDouble(i -> shareOfBudget[i] > least ? 1 : 0)
                    .toArray();
            if (Arrays.stream(row).sum() > k) {
                add(row, 0, k);
            }
        }
    }

    private void addQuotas(PanelState start) {
        for (PanelProblem.Group group : problem.groups()) {
            int inside = start.members(group.members());
            double[] row = IntStream.of(free)
                    .mapToDouble(i -> group.members().get(i) ? 1 : 0)
                    .toArray();
            double most = Arrays.stream(row).sum();
            if (group.min() > inside || group.max() - inside < Math.min(most, places)) {
                add(row, Math.max(0, group.min() - inside), Math.min(most, group.max() - inside));
            }
        }
        PanelProblem.MinimumShare share = problem.minimumShare();
        if (share != null) {
            double[] row = IntStream.of(free)
                    .mapToDouble(i -> share.share() - (share.members().get(i) ? 1 : 0))
                    .toArray();
            add(row, -free.length, start.members(share.members()) - share.share() * start.count());
        }
    }

    private void add(double[] row, double least, double most) {
        rows.add(new LinearProgramme.Row(row, least, most));
    }

    /** What a linear function is worth at most, with the prices at which that was found. */
    Tangent priced(double constant, double[] slopes) {
        double[] prices =
                programme.prices(IntStream.of(free).mapToDouble(i -> slopes[i]).toArray());
        double[] quotaPrices = new double[slopes.length];
        double limits = constant;
        for (int row = PLACES + 1; row < prices.length; row++) {
            double price = prices[row];
            if (Double.isFinite(price) && price != 0) {
                limits += price
                        * (price > 0 ? rows.get(row).most() : rows.get(row).least());
                for (int at = 0; at < free.length; at++) {
                    quotaPrices[free[at]] += price * rows.get(row).coefficients()[at];
                }
            }
        }
        double[] rest = new double[slopes.length];
        Arrays.setAll(rest, i -> slopes[i] - quotaPrices[i]);
        double money = Double.isFinite(prices[MONEY]) ? Math.max(0, prices[MONEY]) : 0;
        double place = Double.isFinite(prices[PLACES]) ? Math.max(0, prices[PLACES]) : 0;
        double bound = limits + money + place * places;
        for (int i : free) {
            bound += Math.max(0, rest[i] - money * shareOfBudget[i] - place);
        }
        double[] optimum = optimum();
        BitSet whole = new BitSet();
        IntStream.range(0, optimum.length).filter(i -> optimum[i] > 1 - WHOLE).forEach(whole::set);
        return new Tangent(limits, rest, quotaPrices, shareOfBudget, money, place, bound, whole);
    }

    /** How much of each creator the best of the last linear function has; all of the required. */
    double[] optimum() {
        double[] parts = programme.parts();
        double[] optimum = new double[problem.size()];
        for (int at = 0; at < free.length; at++) {
            optimum[free[at]] = parts[at];
        }
        problem.required().stream().forEach(i -> optimum[i] = 1);
        return optimum;
    }

    /** Those who may be had beside the required. */
    int[] free() {
        return free.clone();
    }
}

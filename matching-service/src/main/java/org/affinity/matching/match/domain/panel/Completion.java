package org.affinity.matching.match.domain.panel;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Meets the minimums that a panel still owes, as cheaply as it can.
 *
 * <p>Several minimums that overlap make this a covering problem; three greedy orders are tried (cheapest per minimum
 * met, most minimums met, cheapest). For minimums that do not overlap the result is the cheapest there is.
 */
final class Completion {

    private final PanelProblem problem;
    private final int[] cheapestFirst;

    Completion(PanelProblem problem) {
        this.problem = problem;
        this.cheapestFirst = IntStream.range(0, problem.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(problem::cost).thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** How candidates that meet unmet minimums are ordered; smaller is better, and dearer is never better. */
    private interface Order {
        double of(long cost, int deficitsMet);
    }

    private static final List<Order> ORDERS = List.of(
            (cost, met) -> (cost + 1.0) / met, (cost, met) -> cost - met * 1e18, (cost, met) -> cost + 1.0 / met);

    /** The cheapest way found to meet every minimum; empty when none was found. */
    Optional<PanelState> cheapest(BitSet members) {
        return ways(members).stream().min(Comparator.comparingLong(PanelState::cost));
    }

    /** Every way found to meet every minimum. */
    List<PanelState> ways(BitSet members) {
        return ORDERS.stream()
                .map(order -> {
                    PanelState state = PanelState.of(problem, members);
                    return complete(state, order) ? state : null;
                })
                .filter(Objects::nonNull)
                .toList();
    }

    /** The cheapest of a kind of whom one fits. */
    int cheapestOf(int kind, PanelState state) {
        return IntStream.of(cheapestFirst)
                .filter(creator -> problem.kind(creator) == kind && state.fits(creator))
                .findFirst()
                .orElseThrow();
    }

    private boolean complete(PanelState state, Order order) {
        while (!state.meetsMinimums()) {
            int next = next(state, order);
            if (next < 0) {
                return false;
            }
            state.add(next);
        }
        return state.isFeasible();
    }

    private int next(PanelState state, Order order) {
        int best = -1;
        double bestOrder = Double.POSITIVE_INFINITY;
        int most = state.deficits();
        for (int creator : cheapestFirst) {
            if (order.of(problem.cost(creator), most) >= bestOrder) {
                break;
            }
            int met = state.deficitsMetBy(creator);
            if (met > 0 && state.fits(creator)) {
                double rank = order.of(problem.cost(creator), met);
                if (rank < bestOrder) {
                    best = creator;
                    bestOrder = rank;
                }
            }
        }
        return best;
    }
}

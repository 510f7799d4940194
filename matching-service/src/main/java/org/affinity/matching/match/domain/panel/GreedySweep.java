package org.affinity.matching.match.domain.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Fills a panel greedily by what somebody adds per cost^a, once for each exponent a.
 *
 * <p>Gain per cost wastes places on the cheap when places are scarce, gain alone wastes money; the exponents between
 * find the middle. Minimums are met first, each choice made so that the others can still be met.
 */
final class GreedySweep {

    private static final List<Double> AFTER_MINIMUMS = List.of(0.0, 0.5, 1.0);
    /** Part of a gain that counts for whom the prices ask for more: what is left of the money buys them, if anybody. */
    private static final double LEFT_OVER = 1e-9;

    private static final long UNKNOWN = Long.MAX_VALUE;

    private final PanelProblem problem;
    private final Completion completion;
    private final double[] firstGains;
    private final double smallestCost;

    GreedySweep(PanelProblem problem, Completion completion) {
        this.problem = problem;
        this.completion = completion;
        PanelState start = PanelState.ofRequired(problem);
        this.firstGains =
                IntStream.range(0, problem.size()).mapToDouble(start::gain).toArray();
        // The free come first without dividing by zero.
        this.smallestCost = Math.max(problem.budget() * 1e-6, 1e-3);
    }

    /** How much is thought of somebody who adds that much. */
    private interface Promise {

        double of(double gain, int creator);
    }

    /**
     * One panel per exponent; where minimums are owed, instead some that meet these with as little money, or as few
     * places, as they can. Every one keeps all constraints.
     */
    List<PanelState> panels(List<Double> exponents) {
        List<PanelState> panels = new ArrayList<>();
        PanelState required = PanelState.ofRequired(problem);
        boolean owes = !required.meetsMinimums();
        Set<BitSet> beginnings = new LinkedHashSet<>();
        if (owes) {
            completion.ways(required.members()).forEach(way -> beginnings.add(way.members()));
        } else {
            beginnings.add(required.members());
        }
        for (BitSet beginning : beginnings) {
            for (double exponent : owes ? AFTER_MINIMUMS : exponents) {
                PanelState state = PanelState.of(problem, beginning);
                fill(state, perCost(exponent));
                if (state.isFeasible()) {
                    panels.add(state);
                }
            }
        }
        return panels;
    }

    /** Those whom the best of a tangent has wholly, and whoever adds most for their price in the places of the rest. */
    Optional<PanelState> rounded(Tangent tangent) {
        PanelState state = PanelState.of(problem, tangent.whole());
        Promise promise = (gain, creator) -> Math.max(gain * LEFT_OVER, gain - tangent.price(creator));
        meetMinimums(state, promise);
        fill(state, promise);
        return state.isFeasible() ? Optional.of(state) : Optional.empty();
    }

    private void meetMinimums(PanelState state, Promise promise) {
        while (!state.meetsMinimums()) {
            int next = nextForMinimums(state, promise);
            if (next < 0) {
                completion
                        .cheapest(state.members())
                        .ifPresent(completed -> completed.members().stream()
                                .filter(creator -> !state.contains(creator))
                                .forEach(state::add));
                return;
            }
            state.add(next);
        }
    }

    /** Who promises most of those who meet a minimum and leave enough money to meet the others. */
    private int nextForMinimums(PanelState state, Promise promise) {
        long[] mostForKinds = new long[problem.kinds()];
        Arrays.fill(mostForKinds, UNKNOWN);
        double[] promises = new double[problem.size()];
        for (int creator = 0; creator < promises.length; creator++) {
            promises[creator] = state.deficitsMetBy(creator) > 0 && state.fits(creator)
                    ? promise.of(state.gain(creator), creator)
                    : -1;
        }
        while (true) {
            int best = -1;
            for (int creator = 0; creator < promises.length; creator++) {
                int kind = problem.kind(creator);
                if (promises[creator] > (best < 0 ? -1 : promises[best])
                        && (mostForKinds[kind] == UNKNOWN || problem.cost(creator) <= mostForKinds[kind])) {
                    best = creator;
                }
            }
            if (best < 0 || mostForKinds[problem.kind(best)] != UNKNOWN) {
                return best;
            }
            mostForKinds[problem.kind(best)] = mostFor(problem.kind(best), state);
        }
    }

    /** What one of a kind may cost, so that the money that is left meets the other minimums; negative for nothing. */
    private long mostFor(int kind, PanelState state) {
        int cheapest = completion.cheapestOf(kind, state);
        BitSet members = state.members();
        members.set(cheapest);
        return completion
                .cheapest(members)
                .map(completed -> completed.left() + problem.cost(cheapest))
                .orElse(-1L);
    }

    /** Adds whoever promises most for as long as anybody fits and adds something. */
    private void fill(PanelState state, Promise promise) {
        PanelProblem.MinimumShare share = problem.minimumShare();
        LazyHeap inShare = new LazyHeap(problem.size());
        LazyHeap others = new LazyHeap(problem.size());
        for (int creator = 0; creator < problem.size(); creator++) {
            if (firstGains[creator] > 0 && state.fits(creator)) {
                LazyHeap heap = share != null && share.members().get(creator) ? inShare : others;
                heap.add(creator, promise.of(firstGains[creator], creator), -1);
            }
        }
        while (true) {
            refresh(inShare, state, promise);
            refresh(others, state, promise);
            boolean mayBeOther = !others.isEmpty() && state.keepsShare(others.top());
            boolean isOther = mayBeOther && (inShare.isEmpty() || others.topPromise() > inShare.topPromise());
            LazyHeap heap = isOther ? others : inShare;
            if (heap.isEmpty() || heap.topPromise() <= 0) {
                return;
            }
            state.add(heap.top());
            heap.removeTop();
        }
    }

    /** Until the one on top fits and was looked at since somebody joined. */
    private static void refresh(LazyHeap heap, PanelState state, Promise promise) {
        while (!heap.isEmpty()) {
            int creator = heap.top();
            if (!state.fits(creator)) {
                heap.removeTop();
            } else if (heap.topSeenAt() == state.count()) {
                return;
            } else {
                heap.lowerTop(Math.min(heap.topPromise(), promise.of(state.gain(creator), creator)), state.count());
            }
        }
    }

    private Promise perCost(double exponent) {
        if (exponent == 0) {
            return (gain, _) -> gain;
        }
        return (gain, creator) -> gain / Math.pow(Math.max((double) problem.cost(creator), smallestCost), exponent);
    }
}

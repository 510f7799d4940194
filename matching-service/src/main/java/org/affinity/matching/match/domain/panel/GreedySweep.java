package org.affinity.matching.match.domain.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fills a panel greedily by what somebody adds per cost^a, once for each exponent a.
 *
 * <p>Gain per cost wastes places on the cheap when places are scarce, gain alone wastes money; the exponents between
 * find the middle. Minimums are met first, each choice made so that the others can still be met.
 */
final class GreedySweep {

    private static final double[] AFTER_MINIMUMS = {0, 0.5, 1};

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

    /**
     * One panel per exponent, and where minimums are owed also some that meet these with as little money, or as few
     * places, as they can; every one of them keeps all constraints.
     */
    List<PanelState> panels(List<Double> exponents) {
        List<PanelState> panels = new ArrayList<>();
        PanelState required = PanelState.ofRequired(problem);
        if (!required.meetsMinimums()) {
            for (PanelState way : completion.ways(required.members())) {
                for (double exponent : AFTER_MINIMUMS) {
                    PanelState state = PanelState.of(problem, way.members());
                    fill(state, exponent);
                    panels.add(state);
                }
            }
        }
        for (double exponent : exponents) {
            PanelState state = PanelState.ofRequired(problem);
            if (!state.meetsMinimums()) {
                meetMinimums(state, exponent);
            }
            fill(state, exponent);
            if (state.isFeasible()) {
                panels.add(state);
            }
        }
        return panels;
    }

    private void meetMinimums(PanelState state, double exponent) {
        while (!state.meetsMinimums()) {
            int next = nextForMinimums(state, exponent);
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

    private int nextForMinimums(PanelState state, double exponent) {
        double[] promises = new double[problem.size()];
        int[] ordered = IntStream.range(0, problem.size())
                .filter(creator -> state.deficitsMetBy(creator) > 0 && state.fits(creator))
                .peek(creator -> promises[creator] = promise(state.gain(creator), creator, exponent))
                .boxed()
                .sorted((one, other) -> Double.compare(promises[other], promises[one]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int creator : ordered) {
            state.add(creator);
            boolean possible = completion.cheapest(state.members()).isPresent();
            state.remove(creator);
            if (possible) {
                return creator;
            }
        }
        return -1;
    }

    /** Adds whoever promises most for as long as anybody fits and adds something. */
    void fill(PanelState state, double exponent) {
        LazyHeap heap = new LazyHeap(problem.size());
        for (int creator = 0; creator < problem.size(); creator++) {
            if (firstGains[creator] > 0 && state.fits(creator)) {
                heap.add(creator, promise(firstGains[creator], creator, exponent), -1);
            }
        }
        List<Integer> waiting = new ArrayList<>();
        while (!heap.isEmpty()) {
            int creator = heap.top();
            if (!state.fits(creator)) {
                heap.removeTop();
            } else if (heap.topSeenAt() != state.count()) {
                heap.lowerTop(
                        Math.min(heap.topPromise(), promise(state.gain(creator), creator, exponent)), state.count());
            } else if (heap.topPromise() <= 0) {
                return;
            } else if (!state.keepsShare(creator)) {
                heap.removeTop();
                waiting.add(creator);
            } else {
                heap.removeTop();
                state.add(creator);
                waiting.forEach(again -> heap.add(again, promise(firstGains[again], again, exponent), -1));
                waiting.clear();
            }
        }
    }

    private double promise(double gain, int creator, double exponent) {
        return exponent == 0 ? gain : gain / Math.pow(Math.max((double) problem.cost(creator), smallestCost), exponent);
    }
}

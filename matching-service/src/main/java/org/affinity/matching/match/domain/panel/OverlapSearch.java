package org.affinity.matching.match.domain.panel;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Makes a panel better by exchanges where known overlaps keep it from being worth its value: who shares much of an
 * audience makes room for somebody who does not, one for one, for as long as that helps and there is work left to do.
 */
final class OverlapSearch {

    private static final double NOTABLY = 1 + 1e-9;
    /** What looking at any panel takes, as much as so many members. */
    private static final int WORK_PER_TRIAL = 20;

    private final PanelProblem problem;
    private final int[] newcomers;
    /** Of whom overlaps are known: pairs of them make it slow to tell what a panel is worth. */
    private final BitSet concerned = new BitSet();

    private long workLeft;
    private PanelState best;
    private double bestWorth;

    /** @param mostWork members and pairs looked at, and {@value #WORK_PER_TRIAL} more for each panel */
    OverlapSearch(PanelProblem problem, int[] newcomers, long mostWork) {
        this.problem = problem;
        this.newcomers = newcomers.clone();
        this.workLeft = mostWork;
        IntStream.of(newcomers).filter(problem::isCapped).forEach(concerned::set);
    }

    PanelState improve(PanelState start) {
        best = start;
        bestWorth = start.worth();
        start.members().stream().filter(problem::isCapped).forEach(concerned::set);
        boolean isBetter = true;
        while (isBetter && workLeft > 0) {
            PanelState before = best;
            // First with a place that is left, then in the place of each.
            exchange(-1);
            before.members().stream()
                    .filter(member -> concerned.get(member) && !problem.isRequired(member))
                    .forEach(this::exchange);
            isBetter = best != before;
        }
        return best;
    }

    /** What is left of the work for another search. */
    long workLeft() {
        return workLeft;
    }

    /** Keeps the best of all newcomers in the place of one member, or nobody there, where that helps. */
    private void exchange(int out) {
        BitSet members = best.members();
        if (out >= 0) {
            members.clear(out);
        }
        PanelState without = PanelState.of(problem, members);
        keepIfBetter(without);
        for (int newcomer : newcomers) {
            if (workLeft > 0 && newcomer != out && without.fits(newcomer)) {
                members.set(newcomer);
                keepIfBetter(PanelState.of(problem, members));
                members.clear(newcomer);
            }
        }
    }

    private void keepIfBetter(PanelState trial) {
        BitSet known = trial.members();
        known.and(concerned);
        long pairs = (long) known.cardinality() * known.cardinality() / 2;
        workLeft -= WORK_PER_TRIAL + trial.count() + pairs;
        double least = bestWorth * NOTABLY;
        // Its value is quick to tell and never less than what it is worth.
        if (trial.value() > least && trial.isFeasible()) {
            double worth = trial.worth();
            if (worth > least) {
                best = trial;
                bestWorth = worth;
            }
        }
    }
}

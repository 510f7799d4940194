package org.affinity.matching.match.domain.panel;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Makes a panel better by exchanges where known overlaps keep it from being worth its value: who shares much of an
 * audience makes room for somebody who does not, one for one, for as long as that helps.
 */
final class OverlapSearch {

    private static final double NOTABLY = 1 + 1e-9;
    private static final int ROUNDS = 60;

    private final PanelProblem problem;
    private final int[] newcomers;

    OverlapSearch(PanelProblem problem, int[] newcomers) {
        this.problem = problem;
        this.newcomers = newcomers.clone();
    }

    PanelState improve(PanelState start) {
        PanelState best = start;
        for (int round = 0; round < ROUNDS; round++) {
            PanelState better = better(best);
            if (better == null) {
                return best;
            }
            best = better;
        }
        return best;
    }

    /**
     * The best of all exchanges of one member of whom overlaps are known, and of all newcomers; null when none helps.
     */
    private PanelState better(PanelState panel) {
        PanelState best = panel;
        int[] leaving = IntStream.concat(
                        IntStream.of(-1),
                        panel.members().stream().filter(problem::isCapped).filter(i -> !problem.isRequired(i)))
                .toArray();
        for (int out : leaving) {
            BitSet members = panel.members();
            if (out >= 0) {
                members.clear(out);
            }
            PanelState without = PanelState.of(problem, members);
            best = better(best, without);
            for (int newcomer : newcomers) {
                if (newcomer != out && without.fits(newcomer)) {
                    members.set(newcomer);
                    best = better(best, PanelState.of(problem, members));
                    members.clear(newcomer);
                }
            }
        }
        return best == panel ? null : best;
    }

    private static PanelState better(PanelState best, PanelState trial) {
        // Its value is quick to tell and never less than what it is worth.
        double least = best.worth() * NOTABLY;
        return trial.value() > least && trial.isFeasible() && trial.worth() > least ? trial : best;
    }
}

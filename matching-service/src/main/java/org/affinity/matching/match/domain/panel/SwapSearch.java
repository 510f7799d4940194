package org.affinity.matching.match.domain.panel;

import java.util.BitSet;

/**
 * Makes a panel better by letting one member go and filling up again, until no such exchange helps.
 *
 * <p>Looks only at a short list of newcomers, those who are worth most after money and places are paid for at the
 * prices that the upper bound found. Whoever is required stays.
 */
final class SwapSearch {

    private static final double NOTABLY = 1 + 1e-9;
    private static final int ROUNDS = 30;

    private final PanelProblem problem;
    private final int[] newcomers;
    private final double moneyPrice;

    SwapSearch(PanelProblem problem, int[] newcomers, double moneyPrice) {
        this.problem = problem;
        this.newcomers = newcomers.clone();
        this.moneyPrice = moneyPrice;
    }

    PanelState improve(PanelState start) {
        PanelState best = start;
        for (int round = 0; round < ROUNDS; round++) {
            PanelState better = bestExchange(best);
            if (better == null) {
                return best;
            }
            best = better;
        }
        return best;
    }

    /** Goes through every member, keeping each exchange that helps; null when none does. */
    private PanelState bestExchange(PanelState start) {
        PanelState best = start;
        double bestValue = start.value();
        BitSet leaving = start.members();
        for (int out = leaving.nextSetBit(0); out >= 0; out = leaving.nextSetBit(out + 1)) {
            if (problem.isRequired(out) || !best.contains(out)) {
                continue;
            }
            for (boolean thrifty : new boolean[] {false, true}) {
                BitSet without = best.members();
                without.clear(out);
                PanelState trial = PanelState.of(problem, without);
                refill(trial, out, thrifty);
                if (trial.isFeasible() && trial.value() > bestValue * NOTABLY) {
                    best = trial;
                    bestValue = trial.value();
                    break;
                }
            }
        }
        return best == start ? null : best;
    }

    private void refill(PanelState trial, int out, boolean thrifty) {
        while (true) {
            int best = -1;
            double bestWorth = 0;
            boolean owes = !trial.meetsMinimums();
            for (int creator : newcomers) {
                if (creator != out && trial.fits(creator) && mayJoin(trial, creator, owes)) {
                    double gain = trial.gain(creator);
                    double worth = thrifty ? Math.max(gain * 1e-9, gain - moneyPrice * problem.cost(creator)) : gain;
                    if (worth > bestWorth) {
                        best = creator;
                        bestWorth = worth;
                    }
                }
            }
            if (best < 0) {
                return;
            }
            trial.add(best);
        }
    }

    private static boolean mayJoin(PanelState trial, int creator, boolean owes) {
        return owes ? trial.deficitsMetBy(creator) > 0 : trial.keepsShare(creator);
    }
}

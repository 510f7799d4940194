package org.affinity.matching.match.domain.panel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Makes a panel better by exchanges, until none helps: one member goes and the panel is filled up again; a newcomer
 * comes in and those who are missed least make room; two members go.
 *
 * <p>Looks only at a short list of newcomers, those who are worth most after money and places are paid for at the
 * prices that the upper bound found. Whoever is required stays.
 */
final class SwapSearch {

    private static final double NOTABLY = 1 + 1e-9;
    private static final int ROUNDS = 30;
    /** One more minimum met goes before whatever anybody adds. */
    private static final double DUTY = 1e12;

    /** Larger panels have too many pairs to try, and lose little by it. */
    private static final int LARGEST_PANEL_FOR_PAIRS = 12;

    private final PanelProblem problem;
    private final int[] newcomers;
    private final Tangent prices;

    SwapSearch(PanelProblem problem, int[] newcomers, Tangent prices) {
        this.problem = problem;
        this.newcomers = newcomers.clone();
        this.prices = prices;
    }

    /** Only by letting one member go: quick, to see which of several panels is worth more work. */
    PanelState improveQuickly(PanelState start) {
        PanelState best = start;
        PanelState better = withOneLess(best);
        for (int round = 0; round < ROUNDS && better != null; round++) {
            best = better;
            better = withOneLess(best);
        }
        return best;
    }

    PanelState improve(PanelState start) {
        PanelState best = start;
        for (int round = 0; round < ROUNDS; round++) {
            PanelState better = withOneLess(best);
            better = better == null ? withNewcomer(best) : better;
            better = better == null ? withTwoLess(best) : better;
            if (better == null) {
                return best;
            }
            best = better;
        }
        return best;
    }

    /** Goes through every member, keeping each exchange that helps; null when none does. */
    private PanelState withOneLess(PanelState start) {
        PanelState best = start;
        for (int out : leaving(start)) {
            if (best.contains(out)) {
                best = better(best, without(best, out, out));
            }
        }
        return best == start ? null : best;
    }

    /** Goes through the newcomers, making room for each, keeping each exchange that helps; null when none does. */
    private PanelState withNewcomer(PanelState start) {
        PanelState best = start;
        for (int newcomer : newcomers) {
            if (!best.contains(newcomer) && problem.cost(newcomer) <= problem.budget()) {
                best = better(best, List.of(roomFor(newcomer, best)));
            }
        }
        return best == start ? null : best;
    }

    /** The first exchange of two members that helps; null when none does. */
    private PanelState withTwoLess(PanelState start) {
        List<Integer> leaving = leaving(start);
        if (start.count() > LARGEST_PANEL_FOR_PAIRS) {
            return null;
        }
        for (int first = 0; first < leaving.size(); first++) {
            for (int second = first + 1; second < leaving.size(); second++) {
                PanelState better = better(start, without(start, leaving.get(first), leaving.get(second)));
                if (better != start) {
                    return better;
                }
            }
        }
        return null;
    }

    private List<Integer> leaving(PanelState panel) {
        return panel.members().stream()
                .filter(member -> !problem.isRequired(member))
                .boxed()
                .toList();
    }

    private static PanelState better(PanelState best, List<PanelState> trials) {
        PanelState better = best;
        for (PanelState trial : trials) {
            if (trial.isFeasible() && trial.value() > better.value() * NOTABLY) {
                better = trial;
            }
        }
        return better;
    }

    /** How a panel is filled up again. */
    private enum Refill {
        /** By what somebody adds. */
        LAVISH,
        /** By that less its price. */
        THRIFTY,
        /** By how many of the minimums that are owed somebody meets first, then by what they add. */
        DUTIFUL
    }

    /** The panel filled up again without these two (or this one), in every way that may make a difference. */
    private List<PanelState> without(PanelState panel, int one, int other) {
        BitSet members = panel.members();
        members.clear(one);
        members.clear(other);
        boolean owes = !PanelState.of(problem, members).meetsMinimums();
        List<PanelState> trials = new ArrayList<>();
        for (Refill how : Refill.values()) {
            if (owes || how != Refill.DUTIFUL) {
                PanelState trial = PanelState.of(problem, members);
                refill(trial, one, other, how);
                trials.add(trial);
            }
        }
        return trials;
    }

    /** Whoever is missed least for the money that is short leaves first, or for the place when money is not short. */
    private PanelState roomFor(int newcomer, PanelState panel) {
        BitSet members = panel.members();
        members.set(newcomer);
        PanelState trial = PanelState.of(problem, members);
        while (trial.left() < 0 || trial.count() > problem.places()) {
            int out = leastMissed(trial, newcomer);
            if (out < 0) {
                break;
            }
            members.clear(out);
            trial = PanelState.of(problem, members);
        }
        refill(trial, newcomer, newcomer, Refill.DUTIFUL);
        return trial;
    }

    private int leastMissed(PanelState trial, int newcomer) {
        int least = -1;
        double leastLoss = Double.POSITIVE_INFINITY;
        for (int member : leaving(trial)) {
            if (member != newcomer) {
                double money = trial.left() < 0 ? Math.clamp(problem.cost(member), 1, -trial.left()) : 1;
                double loss = trial.loss(member) / money;
                if (loss < leastLoss) {
                    least = member;
                    leastLoss = loss;
                }
            }
        }
        return least;
    }

    private void refill(PanelState trial, int out, int alsoOut, Refill how) {
        while (true) {
            int best = -1;
            double bestWorth = 0;
            boolean owes = !trial.meetsMinimums();
            for (int creator : newcomers) {
                if (creator != out && creator != alsoOut && trial.fits(creator) && mayJoin(trial, creator, owes)) {
                    double gain = trial.gain(creator);
                    double worth = how == Refill.THRIFTY ? Math.max(gain * 1e-9, gain - prices.price(creator)) : gain;
                    if (owes && how == Refill.DUTIFUL) {
                        worth = (worth + 1) * Math.pow(DUTY, trial.deficitsMetBy(creator));
                    }
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

package org.affinity.matching.match.domain.panel;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gives nearly equal creators their turn in a panel. Members whose turn is late make room, one for one, for nearly
 * equal creators whose turn is earlier, as long as every constraint is kept and the panel stays worth a share of the
 * best one found. Who is required stays. The upper bound holds for every panel, so it holds for this one too.
 */
public final class PanelRotation {

    private final PanelProblem problem;
    private final long[] turns;
    private final Pairs pairs;

    /**
     * A rotation of the creators of a problem.
     *
     * @param turns drawn for each creator: the lower, the earlier
     * @param pairs who is nearly equal to whom
     */
    public PanelRotation(PanelProblem problem, long[] turns, Pairs pairs) {
        this.problem = problem;
        this.turns = turns.clone();
        this.pairs = pairs;
    }

    /** Says whether a newcomer may have the place of a member. */
    @FunctionalInterface
    public interface Pairs {

        boolean nearlyEqual(int member, int newcomer);
    }

    /**
     * The panel after everybody's turn.
     *
     * @param tolerance share of its value, 0 to 1, that the panel may lose at most
     */
    public PanelSolution rotate(PanelSolution best, double tolerance) {
        List<Integer> firstToLast = IntStream.range(0, problem.size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer creator) -> turns[creator])
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        double least = best.value() * (1 - tolerance);
        BitSet members = (BitSet) best.members().clone();
        for (int member : firstToLast.reversed()) {
            if (best.members().get(member) && !problem.isRequired(member)) {
                exchange(members, member, firstToLast, least);
            }
        }
        if (members.equals(best.members())) {
            return best;
        }
        return PanelSolution.of(members, problem.value(members), best.upperBound());
    }

    /** Puts the earliest who may have the place of a member there; nobody when it is the member's own turn. */
    private void exchange(BitSet members, int member, List<Integer> firstToLast, double least) {
        members.clear(member);
        PanelState others = PanelState.of(problem, members);
        for (int newcomer : firstToLast) {
            if (newcomer == member) {
                break;
            }
            if (others.fits(newcomer) && pairs.nearlyEqual(member, newcomer)) {
                members.set(newcomer);
                PanelState trial = PanelState.of(problem, members);
                if (trial.isFeasible() && trial.worth() >= least) {
                    return;
                }
                members.clear(newcomer);
            }
        }
        members.set(member);
    }
}

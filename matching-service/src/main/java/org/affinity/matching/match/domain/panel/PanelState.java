package org.affinity.matching.match.domain.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** A panel in the making: who is in, what that costs and is worth, and what one more would add. */
final class PanelState {

    private final PanelProblem problem;
    private final List<PanelProblem.Group> groups;
    private final double[] missed;
    private final int[] inGroup;
    private final BitSet members = new BitSet();
    private int count;
    private int inShare;
    private long cost;

    PanelState(PanelProblem problem) {
        this.problem = problem;
        this.groups = problem.groups();
        this.missed = new double[problem.cells()];
        this.inGroup = new int[groups.size()];
        Arrays.fill(missed, 1);
    }

    /** The panel of those who have to be in. */
    static PanelState ofRequired(PanelProblem problem) {
        return of(problem, problem.required());
    }

    static PanelState of(PanelProblem problem, BitSet members) {
        PanelState state = new PanelState(problem);
        members.stream().forEach(state::add);
        return state;
    }

    PanelProblem problem() {
        return problem;
    }

    /** A copy: changing it changes nothing else. */
    BitSet members() {
        return (BitSet) members.clone();
    }

    /** How many of these are in. */
    int members(BitSet some) {
        BitSet inside = members();
        inside.and(some);
        return inside.cardinality();
    }

    boolean contains(int creator) {
        return members.get(creator);
    }

    int count() {
        return count;
    }

    long cost() {
        return cost;
    }

    long left() {
        return problem.budget() - cost;
    }

    double gain(int creator) {
        double gain = problem.additive(creator);
        for (int e = problem.firstEntry(creator), end = problem.firstEntry(creator + 1); e < end; e++) {
            int cell = problem.cellOf(e);
            gain += problem.population(cell) * missed[cell] * problem.rateOf(e);
        }
        return gain;
    }

    /** What the panel would be worth less without that member. */
    double loss(int member) {
        double loss = problem.additive(member);
        for (int e = problem.firstEntry(member), end = problem.firstEntry(member + 1); e < end; e++) {
            int cell = problem.cellOf(e);
            double rate = problem.rateOf(e);
            loss += problem.population(cell) * missed[cell] * rate / (1 - rate);
        }
        return loss;
    }

    /** Whether there is money, a place, and no maximum against it. */
    boolean fits(int creator) {
        return !members.get(creator)
                && count < problem.places()
                && problem.cost(creator) <= left()
                && breaksNoMaximum(creator);
    }

    private boolean breaksNoMaximum(int creator) {
        for (int g : problem.groupsOf(creator)) {
            if (inGroup[g] >= groups.get(g).max()) {
                return false;
            }
        }
        return true;
    }

    /** Whether the least share would hold with one more: joining now must not wait for somebody who may never come. */
    boolean keepsShare(int creator) {
        PanelProblem.MinimumShare share = problem.minimumShare();
        return share == null || share.members().get(creator) || inShare >= share.needed(count + 1);
    }

    void add(int creator) {
        count(creator);
        for (int e = problem.firstEntry(creator), end = problem.firstEntry(creator + 1); e < end; e++) {
            missed[problem.cellOf(e)] *= 1 - problem.rateOf(e);
        }
    }

    private void count(int creator) {
        members.set(creator);
        count++;
        cost += problem.cost(creator);
        for (int g : problem.groupsOf(creator)) {
            inGroup[g]++;
        }
        PanelProblem.MinimumShare share = problem.minimumShare();
        if (share != null && share.members().get(creator)) {
            inShare++;
        }
    }

    /** How many of the unmet minimums this creator would bring nearer. */
    int deficitsMetBy(int creator) {
        int met = 0;
        for (int g : problem.groupsOf(creator)) {
            if (inGroup[g] < groups.get(g).min()) {
                met++;
            }
        }
        PanelProblem.MinimumShare share = problem.minimumShare();
        return share != null && inShare < share.needed(count) && share.members().get(creator) ? met + 1 : met;
    }

    /** How many minimums are not met. */
    int deficits() {
        int unmet = 0;
        for (int g = 0; g < inGroup.length; g++) {
            if (inGroup[g] < groups.get(g).min()) {
                unmet++;
            }
        }
        PanelProblem.MinimumShare share = problem.minimumShare();
        return share != null && inShare < share.needed(count) ? unmet + 1 : unmet;
    }

    boolean meetsMinimums() {
        return deficits() == 0;
    }

    /** What the panel would break with one more. */
    Broken brokenWith(int creator) {
        List<Integer> broken = new ArrayList<>();
        for (int g = 0; g < inGroup.length; g++) {
            PanelProblem.Group group = groups.get(g);
            int inside = inGroup[g] + (group.members().get(creator) ? 1 : 0);
            if (inside < group.min() || inside > group.max()) {
                broken.add(g);
            }
        }
        PanelProblem.MinimumShare share = problem.minimumShare();
        return new Broken(
                problem.cost(creator) > left(),
                count >= problem.places(),
                broken,
                share != null && inShare + (share.members().get(creator) ? 1 : 0) < share.needed(count + 1));
    }

    /** Whether it is a panel that may be proposed. */
    boolean isFeasible() {
        if (count > problem.places() || cost > problem.budget() || !meetsMinimums()) {
            return false;
        }
        for (int g = 0; g < inGroup.length; g++) {
            if (inGroup[g] > groups.get(g).max()) {
                return false;
            }
        }
        return true;
    }

    /** What it is worth with all that is known: its value, or the problem's cap where that is less. */
    double worth() {
        return problem.isCapped() ? problem.capped(value(), members) : value();
    }

    /** What it is worth as far as creators reach people independently: bounds what any panel is worth. */
    double value() {
        double value = 0;
        for (int creator = members.nextSetBit(0); creator >= 0; creator = members.nextSetBit(creator + 1)) {
            value += problem.additive(creator);
        }
        for (int cell = 0; cell < missed.length; cell++) {
            value += problem.population(cell) * (1 - missed[cell]);
        }
        return value;
    }
}

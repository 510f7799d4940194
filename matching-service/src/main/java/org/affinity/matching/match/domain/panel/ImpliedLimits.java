package org.affinity.matching.match.domain.panel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * States what minimums leave to others. Where at least 5 of 6 places are for one kind of creators, one place is left
 * for all who are not of that kind; where all 6 are, nobody else can be in. The same panels keep the constraints with
 * and without it, but the choice need not try whom there is no place for, and the bound does not count them.
 */
final class ImpliedLimits {

    private final PanelProblem problem;
    private final int places;
    private final List<PanelProblem.Group> groups;

    private ImpliedLimits(PanelProblem problem) {
        this.problem = problem;
        this.places = mostMembers(problem);
        this.groups = new ArrayList<>(problem.groups());
    }

    /** The same problem with every limit stated. */
    static PanelProblem stated(PanelProblem problem) {
        if (problem.groups().isEmpty() && problem.minimumShare() == null) {
            return problem;
        }
        ImpliedLimits limits = new ImpliedLimits(problem);
        limits.byMinimums();
        limits.byShare();
        limits.byMoney();
        return problem.under(problem.budget(), problem.places(), limits.groups, problem.minimumShare());
    }

    /** How many can be had at all: the required, and the cheapest beside them. */
    private static int mostMembers(PanelProblem problem) {
        long left = problem.budget()
                - problem.required().stream().mapToLong(problem::cost).sum();
        int most = problem.required().cardinality();
        long[] costs = IntStream.range(0, problem.size())
                .filter(creator -> !problem.isRequired(creator))
                .mapToLong(problem::cost)
                .sorted()
                .toArray();
        for (long cost : costs) {
            left -= cost;
            if (left < 0) {
                break;
            }
            most++;
        }
        return Math.min(most, problem.places());
    }

    private void byMinimums() {
        for (List<Integer> family : families(groups)) {
            int owed = family.stream().mapToInt(g -> groups.get(g).min()).sum();
            int spare = places - owed;
            if (spare >= 0) {
                BitSet others = all();
                for (int g : family) {
                    PanelProblem.Group group = groups.get(g);
                    others.andNot(group.members());
                    groups.set(
                            g,
                            new PanelProblem.Group(
                                    group.members(), group.min(), Math.min(group.max(), group.min() + spare)));
                }
                limit(others, spare);
            }
        }
    }

    private void byShare() {
        PanelProblem.MinimumShare share = problem.minimumShare();
        if (share != null) {
            BitSet others = all();
            others.andNot(share.members());
            limit(others, places - share.needed(places));
        }
    }

    /** Whoever leaves too little money for what minimums ask for beside them cannot be in. */
    private void byMoney() {
        BitSet tooDear = new BitSet();
        for (List<Integer> family : families(problem.groups())) {
            new CheapestMinimums(
                            problem, family.stream().map(problem.groups()::get).toList())
                    .addTooDear(tooDear);
        }
        PanelProblem.MinimumShare share = problem.minimumShare();
        if (share != null && share.share() < 1) {
            BitSet others = all();
            others.andNot(share.members());
            BitSet dear = new BitSet();
            new CheapestMinimums(
                            problem, List.of(new PanelProblem.Group(share.members(), share.beside(1, places), places)))
                    .addTooDear(dear);
            dear.and(others);
            tooDear.or(dear);
        }
        tooDear.andNot(problem.required());
        limit(tooDear, 0);
    }

    private void limit(BitSet members, int most) {
        if (most < Math.min(places, members.cardinality())) {
            groups.add(new PanelProblem.Group(members, 0, most));
        }
    }

    private BitSet all() {
        BitSet all = new BitSet();
        all.set(0, problem.size());
        return all;
    }

    /**
     * Numbers of groups with a minimum that have no member in common, such as the tiers: one list begun at each group,
     * each once.
     */
    private static List<List<Integer>> families(List<PanelProblem.Group> groups) {
        List<List<Integer>> families = new ArrayList<>();
        for (int seed = 0; seed < groups.size(); seed++) {
            if (groups.get(seed).min() > 0) {
                List<Integer> family = new ArrayList<>(List.of(seed));
                BitSet taken = (BitSet) groups.get(seed).members().clone();
                for (int g = 0; g < groups.size(); g++) {
                    if (groups.get(g).min() > 0 && !groups.get(g).members().intersects(taken) && !family.contains(g)) {
                        family.add(g);
                        taken.or(groups.get(g).members());
                    }
                }
                List<Integer> sorted = family.stream().sorted().toList();
                if (!families.contains(sorted)) {
                    families.add(sorted);
                }
            }
        }
        return families;
    }
}

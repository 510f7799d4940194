package org.affinity.matching.match.domain.panel;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** What it costs at least to meet the minimums of groups that have no creator in common, with somebody in the panel. */
final class CheapestMinimums {

    private final PanelProblem problem;
    /** Those who meet the minimums for the least money, the required apart. */
    private final BitSet cheapest = new BitSet();

    private final List<PanelProblem.Group> groups;
    /** Of each group what the dearest of the cheapest costs: whom somebody else of the group takes the place of. */
    private final long[] replaced;

    private long cost;

    CheapestMinimums(PanelProblem problem, List<PanelProblem.Group> groups) {
        this.problem = problem;
        this.groups = groups;
        this.replaced = new long[groups.size()];
        this.cost = problem.required().stream().mapToLong(problem::cost).sum();
        for (int g = 0; g < replaced.length; g++) {
            BitSet inside = problem.required();
            inside.and(groups.get(g).members());
            List<Integer> needed = groups.get(g).members().stream()
                    .filter(creator -> !problem.isRequired(creator))
                    .boxed()
                    .sorted(Comparator.comparingLong(problem::cost))
                    .limit(Math.max(0, groups.get(g).min() - inside.cardinality()))
                    .toList();
            needed.forEach(cheapest::set);
            cost += needed.stream().mapToLong(problem::cost).sum();
            replaced[g] = needed.isEmpty() ? 0 : problem.cost(needed.getLast());
        }
    }

    /** Adds those with whom not even the cheapest can be paid who meet the minimums beside them. */
    void addTooDear(BitSet tooDear) {
        for (int creator = 0; creator < problem.size(); creator++) {
            if (!cheapest.get(creator)
                    && !problem.isRequired(creator)
                    && cost - replacedBy(creator) + problem.cost(creator) > problem.budget()) {
                tooDear.set(creator);
            }
        }
    }

    private long replacedBy(int creator) {
        for (int g = 0; g < replaced.length; g++) {
            if (groups.get(g).members().get(creator)) {
                return replaced[g];
            }
        }
        return 0;
    }
}

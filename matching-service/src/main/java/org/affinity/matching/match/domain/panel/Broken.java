package org.affinity.matching.match.domain.panel;

import java.util.List;

/**
 * Constraints that a panel breaks.
 *
 * @param groups numbers of the groups of which it has too few or too many
 */
public record Broken(boolean budget, boolean places, List<Integer> groups, boolean minimumShare) {

    public Broken {
        groups = List.copyOf(groups);
    }

    /** Whether it keeps every constraint. */
    public boolean isNothing() {
        return count() == 0;
    }

    /** How many constraints. */
    public int count() {
        return (budget ? 1 : 0) + (places ? 1 : 0) + groups.size() + (minimumShare ? 1 : 0);
    }
}

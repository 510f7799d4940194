package org.affinity.matching.match.domain;

import java.util.List;

/**
 * The mechanic proposed for a brief, and why.
 *
 * @param rulesVersion version of the rules that chose it
 * @param points how much speaks for it
 * @param reasons what speaks for it, the weightiest first
 * @param alternatives what else is possible, the best first
 */
public record Mechanic(
        MechanicType type, String rulesVersion, int points, List<String> reasons, List<Alternative> alternatives) {

    public Mechanic {
        reasons = List.copyOf(reasons);
        alternatives = List.copyOf(alternatives);
    }

    /**
     * A mechanic that is possible too.
     *
     * @param whyNotFirst why it comes after the one that is proposed
     */
    public record Alternative(MechanicType type, int points, List<String> reasons, String whyNotFirst) {

        public Alternative {
            reasons = List.copyOf(reasons);
        }
    }
}

package org.affinity.matching.engine.domain;

import java.util.Comparator;
import java.util.UUID;

/**
 * A creator that was found.
 *
 * @param row the creator's best eligible row: most points, then first in the profile
 * @param points of that row
 * @param version of the state that was found
 */
public record Hit(UUID id, int row, int points, long version) {

    /** Most points, then the smallest id, compared as unsigned: the order of PostgreSQL. */
    public static final Comparator<Hit> BEST_FIRST =
            Comparator.comparingInt(Hit::points).reversed().thenComparing(Hit::id, Hit::compareIds);

    /** Compares ids as unsigned numbers. */
    public static int compareIds(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}

package org.affinity.profile.audience.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How many people follow both of two accounts.
 *
 * @param followers followers of the one when both were compared
 * @param otherFollowers followers of the other
 * @param shared followers of both, at most the smaller of the two
 */
public record Overlap(long followers, long otherFollowers, long shared) {

    public Overlap {
        if (shared < 0 || shared > Math.min(followers, otherFollowers)) {
            throw new IllegalArgumentException("more shared followers than followers");
        }
    }

    /** Shared followers over followers of the smaller account; null when that has none. */
    public BigDecimal pairwise() {
        long smaller = Math.min(followers, otherFollowers);
        return smaller == 0
                ? null
                : BigDecimal.valueOf(shared)
                        .divide(BigDecimal.valueOf(smaller), new MathContext(8, RoundingMode.HALF_EVEN));
    }

    /** People who follow at least one of the two. */
    public long netReach() {
        return followers + otherFollowers - shared;
    }

    /** People who follow exactly one of the two. */
    public long exclusiveReach() {
        return netReach() - shared;
    }
}

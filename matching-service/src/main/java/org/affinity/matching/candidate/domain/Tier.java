package org.affinity.matching.candidate.domain;

/**
 * Audience-size class of an account, by followers. Bounds of NANO to MEGA are those of Bpifrance, the French public
 * investment bank; PROXIMITY, the consumer with fewer than 1,000 followers, is this product's own.
 */
public enum Tier {
    PROXIMITY,
    NANO,
    MICRO,
    MACRO,
    MEGA;

    public static Tier of(long followers) {
        if (followers < 1_000) {
            return PROXIMITY;
        }
        if (followers < 10_000) {
            return NANO;
        }
        if (followers <= 100_000) {
            return MICRO;
        }
        return followers <= 1_000_000 ? MACRO : MEGA;
    }
}

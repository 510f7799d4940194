package org.affinity.profile.creator.domain;

/**
 * Audience-size class of an account. The bounds are those of Bpifrance's pyramid; {@code PROXIMITY} adds plain
 * consumers below one thousand followers. To be read together with engagement, never alone.
 */
public enum Tier {
    PROXIMITY(0, 999),
    NANO(1_000, 9_999),
    MICRO(10_000, 100_000),
    MACRO(100_001, 1_000_000),
    MEGA(1_000_001, Long.MAX_VALUE);

    private final long fewestFollowers;
    private final long mostFollowers;

    Tier(long fewestFollowers, long mostFollowers) {
        this.fewestFollowers = fewestFollowers;
        this.mostFollowers = mostFollowers;
    }

    /** Lowest number of followers in this tier. */
    public long fewestFollowers() {
        return fewestFollowers;
    }

    /** Highest number of followers in this tier. */
    public long mostFollowers() {
        return mostFollowers;
    }

    /** The tier of an account with so many followers; null when the number is not known. */
    public static Tier of(Long followers) {
        if (followers == null) {
            return null;
        }
        for (Tier tier : values()) {
            if (followers <= tier.mostFollowers) {
                return tier;
            }
        }
        return MEGA;
    }
}

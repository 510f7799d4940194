package org.affinity.profile.tier.domain;

/**
 * One class of a tier scheme.
 *
 * @param tier its name
 * @param fewestFollowers lowest number of followers in it
 * @param mostFollowers highest number of followers in it, or null when there is no bound
 */
public record TierBand(String tier, long fewestFollowers, Long mostFollowers) {

    public TierBand {
        if (fewestFollowers < 0 || (mostFollowers != null && mostFollowers < fewestFollowers)) {
            throw new IllegalArgumentException("a tier without followers");
        }
    }

    /** Highest number of followers in it, as a number also when there is no bound. */
    public long highest() {
        return mostFollowers == null ? Long.MAX_VALUE : mostFollowers;
    }

    boolean holds(long followers) {
        return followers >= fewestFollowers && followers <= highest();
    }
}

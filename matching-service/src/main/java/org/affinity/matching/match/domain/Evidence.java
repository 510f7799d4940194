package org.affinity.matching.match.domain;

import java.time.Instant;

/**
 * What a contribution rests on.
 *
 * @param text the facts, in words
 * @param source who says so: {@code NETWORK}, {@code DECLARED}, {@code ESTIMATED}, {@code PROFILE} for what the profile
 *     says, whoever wrote it there, or {@code NONE} when nothing is known
 * @param observedAt when it was so; null where no moment is known
 * @param lowers what keeps the value below the highest, in words; null when it is the highest, or unknown
 */
public record Evidence(String text, String source, Instant observedAt, String lowers) {

    static final String PROFILE = "PROFILE";

    static Evidence none(String text) {
        return new Evidence(text, "NONE", null, null);
    }

    static Evidence profile(String text, String lowers) {
        return new Evidence(text, PROFILE, null, lowers);
    }

    /** In one line, with the day in UTC, such as {@code 4.10 % of 8200 followers … [NETWORK, 2026-01-15]}. */
    public String inWords() {
        return observedAt == null
                ? text + " [" + source + "]"
                : text + " [" + source + ", " + DayInWords.of(observedAt) + "]";
    }
}

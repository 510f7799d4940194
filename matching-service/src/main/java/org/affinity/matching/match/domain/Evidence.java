package org.affinity.matching.match.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What a contribution rests on.
 *
 * @param text the facts, in words
 * @param source who says so: {@code NETWORK}, {@code DECLARED}, {@code ESTIMATED}, or {@code PROFILE} for what the
 *     profile says, whoever wrote it there; null when nothing is known
 * @param observedAt when it was so; null where no moment is known
 * @param lowers what keeps the value below the highest, in words; null when it is the highest, or unknown
 */
public record Evidence(String text, String source, Instant observedAt, String lowers) {

    static final String PROFILE = "PROFILE";

    static Evidence none(String text) {
        return new Evidence(text, null, null, null);
    }

    static Evidence profile(String text, String lowers) {
        return new Evidence(text, PROFILE, null, lowers);
    }

    /** The day it was so, in UTC; null where no moment is known. */
    public LocalDate observedOn() {
        return observedAt == null ? null : LocalDate.ofInstant(observedAt, ZoneOffset.UTC);
    }
}

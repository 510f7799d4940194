package org.affinity.matching.candidate.domain;

import java.util.Arrays;
import java.util.Optional;

/** A kind of content, as in rate cards. */
public enum ContentFormat {
    POST,
    CAROUSEL,
    REEL,
    SHORT,
    STORY,
    VIDEO,
    LIVE,
    ARTICLE,
    EPISODE;

    /**
     * Whether it is gone after a day; an account's figures are of other content, save where a platform has no other.
     */
    public boolean isPassing() {
        return this == STORY;
    }

    /** The format of that name; empty for one this version does not know, which readers skip. */
    public static Optional<ContentFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().equals(name))
                .findFirst();
    }
}

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

    /** Whether it is gone after a day, and so not among what the figures of an account are of. */
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

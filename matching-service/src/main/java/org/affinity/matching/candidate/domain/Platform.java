package org.affinity.matching.candidate.domain;

import java.util.Arrays;
import java.util.Optional;

/** A network or medium on which a creator publishes. */
public enum Platform {
    INSTAGRAM,
    TIKTOK,
    YOUTUBE,
    X,
    TWITCH,
    SNAPCHAT,
    FACEBOOK,
    LINKEDIN,
    PINTEREST,
    BLOG,
    PODCAST;

    /** The platform of that name; empty for one this version does not know, which readers skip. */
    public static Optional<Platform> named(String name) {
        return Arrays.stream(values())
                .filter(platform -> platform.name().equals(name))
                .findFirst();
    }
}

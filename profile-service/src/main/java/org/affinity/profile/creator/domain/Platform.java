package org.affinity.profile.creator.domain;

/** A network or medium on which a creator holds an account. */
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

    /** Whether a channel can be known by its name alone, without a handle. */
    public boolean hasNamedChannels() {
        return this == YOUTUBE || this == BLOG || this == PODCAST;
    }
}

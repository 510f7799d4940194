package org.affinity.matching.candidate.domain;

/** A kind of content that has a price of its own in rate cards. */
public enum ContentFormat {
    POST,
    CAROUSEL,
    REEL,
    SHORT,
    STORY,
    VIDEO,
    LIVE,
    ARTICLE,
    EPISODE
}

package org.affinity.profile.creator.domain;

/** A kind of content that has a price of its own. */
public enum ContentFormat {
    /** A picture or text in the feed. */
    POST,
    /** Several pictures in one post. */
    CAROUSEL,
    /** Vertical video in the feed of Instagram or Facebook. */
    REEL,
    /** Vertical video of up to a few minutes on other platforms. */
    SHORT,
    /** Content that is gone after a day. */
    STORY,
    /** Longer video. */
    VIDEO,
    /** Live stream. */
    LIVE,
    /** Written article. */
    ARTICLE,
    /** Podcast episode, or a segment in one. */
    EPISODE
}

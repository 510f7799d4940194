package org.affinity.campaign.brief.domain;

/** A kind of content, as in creators' rate cards. */
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

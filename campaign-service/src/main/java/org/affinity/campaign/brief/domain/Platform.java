package org.affinity.campaign.brief.domain;

/** A social network, or another place where a creator publishes. */
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
    PODCAST
}

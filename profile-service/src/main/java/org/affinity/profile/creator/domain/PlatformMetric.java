package org.affinity.profile.creator.domain;

/** A figure that a platform tells of accounts or posts. */
public enum PlatformMetric {
    FOLLOWERS,
    FOLLOWING,
    POSTS,
    VIEWS,
    REACH,
    LIKES,
    COMMENTS,
    SHARES,
    SAVES
}

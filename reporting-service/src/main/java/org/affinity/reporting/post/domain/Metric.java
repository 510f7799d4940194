package org.affinity.reporting.post.domain;

import java.util.Set;

/** A figure of one post, cumulative from its publication to the moment it was observed. */
public enum Metric {
    IMPRESSIONS("Times the post was displayed, repeated displays included"),
    REACH("Distinct accounts that saw the post"),
    LIKES("Likes and other positive reactions to the post"),
    COMMENTS("Comments under the post"),
    SHARES("Shares and reposts of the post"),
    SAVES("Times the post was saved or bookmarked"),
    VIEWS("Video plays, as the platform counts them"),
    DONATIONS("Money given through the post");

    /** The metrics that add up to the engagements of a post. */
    public static final Set<Metric> ENGAGEMENTS = Set.of(LIKES, COMMENTS, SHARES, SAVES);

    private final String definition;

    Metric(String definition) {
        this.definition = definition;
    }

    public String definition() {
        return definition;
    }
}

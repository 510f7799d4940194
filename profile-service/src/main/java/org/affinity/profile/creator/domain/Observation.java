package org.affinity.profile.creator.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What was seen of an account at one moment; null means unknown.
 *
 * @param following number of accounts that it follows
 * @param posts number of posts it has published so far
 * @param lastPostAt when it published last
 * @param postFigures what its latest posts brought
 */
public record Observation(
        AccountMetrics metrics, Long following, Long posts, Instant lastPostAt, PostFigures postFigures) {

    public static final String FOLLOWERS = "followers";
    public static final String ENGAGEMENT_RATE = "engagementRate";
    public static final String AVERAGE_VIEWS = "averageViews";
    public static final String FOLLOWING = "following";
    public static final String POSTS = "posts";
    public static final String LAST_POST_AT = "lastPostAt";
    public static final String POST_FIGURES = "postFigures";

    /** Nothing known. */
    public static final Observation NOTHING = of(AccountMetrics.UNKNOWN);

    public Observation {
        // As precise as the database keeps it, so that the same observation is recognised.
        lastPostAt = lastPostAt == null ? null : lastPostAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** An observation of the three figures that every list has. */
    public static Observation of(AccountMetrics metrics) {
        return new Observation(metrics, null, null, null, null);
    }

    /** The figures that are known, by the names under which events tell them. */
    Map<String, Object> byName() {
        Map<String, Object> known = new HashMap<>();
        known.put(FOLLOWERS, metrics.followers());
        known.put(ENGAGEMENT_RATE, metrics.engagementRate());
        known.put(AVERAGE_VIEWS, metrics.averageViews());
        known.put(FOLLOWING, following);
        known.put(POSTS, posts);
        known.put(LAST_POST_AT, lastPostAt);
        known.put(POST_FIGURES, postFigures);
        known.values().removeIf(Objects::isNull);
        return known;
    }

    /** These figures, with what {@code newer} knows put over them. */
    public Observation overlaidWith(Observation newer) {
        return new Observation(
                metrics.overlaidWith(newer.metrics),
                newer.following == null ? following : newer.following,
                newer.posts == null ? posts : newer.posts,
                newer.lastPostAt == null ? lastPostAt : newer.lastPostAt,
                newer.postFigures == null ? postFigures : newer.postFigures);
    }

    /** These figures after a statement; a complete one ends followers, rate and views that it leaves out. */
    public Observation after(Observation newer, boolean complete) {
        Observation overlaid = overlaidWith(newer);
        return complete
                ? new Observation(
                        newer.metrics, overlaid.following, overlaid.posts, overlaid.lastPostAt, overlaid.postFigures)
                : overlaid;
    }
}

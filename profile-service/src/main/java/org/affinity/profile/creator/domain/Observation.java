package org.affinity.profile.creator.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

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

package org.affinity.reporting.post.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.affinity.reporting.campaign.domain.Collaboration;

/**
 * A published post of an accepted collaboration. The version counts its readings; times are as exact as the database
 * keeps them.
 */
public record Post(
        UUID postId,
        long version,
        UUID collaborationId,
        UUID campaignId,
        UUID organisationId,
        UUID creatorId,
        String url,
        Instant publishedAt,
        MetricSource source,
        Instant recordedAt) {

    public Post {
        Objects.requireNonNull(postId, "postId");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(source, "source");
        publishedAt = publishedAt.truncatedTo(ChronoUnit.MICROS);
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** What the post itself tells of its collaboration: it was accepted, or there would be no post. */
    public Collaboration collaboration() {
        return new Collaboration(
                collaborationId, campaignId, organisationId, creatorId, 0, Collaboration.ACCEPTED, null, null, null);
    }
}

package org.affinity.reporting.post.store;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.affinity.reporting.post.domain.MetricSource;
import org.affinity.reporting.post.domain.Post;

/** Row of {@code post}. */
@Entity
@Table(name = "post")
class PostEntity {

    @Id
    UUID postId;

    long version;
    UUID collaborationId;
    UUID campaignId;
    UUID organisationId;
    UUID creatorId;
    String url;
    Instant publishedAt;

    @Enumerated(EnumType.STRING)
    MetricSource source;

    Instant recordedAt;

    static PostEntity of(Post post) {
        var entity = new PostEntity();
        entity.postId = post.postId();
        entity.version = post.version();
        entity.collaborationId = post.collaborationId();
        entity.campaignId = post.campaignId();
        entity.organisationId = post.organisationId();
        entity.creatorId = post.creatorId();
        entity.url = post.url();
        entity.publishedAt = post.publishedAt();
        entity.source = post.source();
        entity.recordedAt = post.recordedAt();
        return entity;
    }

    Post post() {
        return new Post(
                postId,
                version,
                collaborationId,
                campaignId,
                organisationId,
                creatorId,
                url,
                publishedAt,
                source,
                recordedAt);
    }
}

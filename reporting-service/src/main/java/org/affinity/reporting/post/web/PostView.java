package org.affinity.reporting.post.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.http.Precondition.Versioned;
import org.affinity.reporting.post.MeasuredPost;
import org.affinity.reporting.post.domain.Metric;
import org.affinity.reporting.post.domain.Post;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A post and what is known of it. */
@Schema(description = "A post of an accepted collaboration with the latest figures known of it.")
public record PostView(
        @Schema(description = "Id of the post.", examples = "01994f5f-2222-7c3d-9c55-0d5f3a1b2c3d")
        UUID postId,

        @Schema(description = "Grows with each reading.", examples = "2")
        long version,

        @Schema(description = "The collaboration it was made for.", examples = "01994f5e-7a10-7c3d-9c55-0d5f3a1b2c3d")
        UUID collaborationId,

        @Schema(description = "The campaign it belongs to.", examples = "01994f5e-3333-7c3d-9c55-0d5f3a1b2c3d")
        UUID campaignId,

        @Schema(
                description = "The creator who published it; 00000000-0000-0000-0000-000000000000 once the creator's"
                        + " data was erased.",
                examples = "01994f5e-4444-7c3d-9c55-0d5f3a1b2c3d")
        UUID creatorId,

        @Schema(
                description = "Public address of the post; urn:affinity:erased: and the post's id once the creator's"
                        + " data was erased.",
                examples = "https://instagram.com/p/C8xYzAbCdEf")
        String url,

        @Schema(description = "When it was published.", examples = "2026-03-14T17:30:00Z")
        Instant publishedAt,

        @Schema(
                description = "Who vouches for its existence: NETWORK or DECLARED. Expect more values.",
                examples = "DECLARED")
        String source,

        @Schema(description = "When it was recorded.", examples = "2026-03-14T18:02:11Z")
        Instant recordedAt,

        @Schema(description = "Every metric, the unknown ones with a null value and a reason.")
        List<MetricView> metrics)
        implements Versioned {

    static PostView of(MeasuredPost measured) {
        Post post = measured.post();
        return new PostView(
                post.postId(),
                post.version(),
                post.collaborationId(),
                post.campaignId(),
                post.creatorId(),
                post.url(),
                post.publishedAt(),
                post.source().name(),
                post.recordedAt(),
                Arrays.stream(Metric.values())
                        .map(metric -> measured.measures()
                                .best(metric)
                                .map(observation -> MetricView.known(metric, post, observation))
                                .orElseGet(() -> MetricView.unknown(metric)))
                        .toList());
    }
}

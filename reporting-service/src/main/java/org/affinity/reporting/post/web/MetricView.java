package org.affinity.reporting.post.web;

import java.time.Instant;
import org.affinity.reporting.post.domain.Metric;
import org.affinity.reporting.post.domain.Observation;
import org.affinity.reporting.post.domain.Post;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One metric of a post with its provenance. */
@Schema(description = "One metric of a post: the latest figure of the best source, with its provenance.")
public record MetricView(
        @Schema(description = "Name of the metric. Expect more values.", examples = "IMPRESSIONS")
        String metric,

        @Schema(description = "The figure as a decimal string; null when unknown.", examples = "48210", nullable = true)
        String value,

        @Schema(description = "Currency of an amount (ISO 4217); null for counts.", examples = "EUR", nullable = true)
        String currency,

        @Schema(description = "What is counted.", examples = "Times the post was displayed, repeated displays included")
        String definition,

        @Schema(description = "The time the figure covers; null when unknown.", nullable = true)
        WindowView window,

        @Schema(description = "Posts the figure is about: 1, or 0 when unknown.", examples = "1")
        int sampleSize,

        @Schema(
                description = "Who vouches for it: NETWORK or DECLARED; null when unknown.",
                examples = "NETWORK",
                nullable = true)
        String source,

        @Schema(
                description = "When it was observed; null when unknown.",
                examples = "2026-03-21T08:00:00Z",
                nullable = true)
        Instant observedAt,

        @Schema(
                description = "Why the figure is unknown; null when it is known.",
                examples = "Not observed yet.",
                nullable = true)
        String reason) {

    /** The time a figure covers. */
    @Schema(name = "MetricWindow", description = "The time a figure covers.")
    public record WindowView(
            @Schema(description = "Beginning.", examples = "2026-03-14T17:30:00Z")
            Instant from,

            @Schema(description = "End.", examples = "2026-03-21T08:00:00Z")
            Instant to) {}

    static MetricView known(Metric metric, Post post, Observation observation) {
        return new MetricView(
                metric.name(),
                observation.value().toPlainString(),
                observation.currency(),
                metric.definition(),
                new WindowView(post.publishedAt(), observation.observedAt()),
                1,
                observation.source().name(),
                observation.observedAt(),
                null);
    }

    static MetricView unknown(Metric metric) {
        return new MetricView(metric.name(), null, null, metric.definition(), null, 0, null, null, "Not observed yet.");
    }
}

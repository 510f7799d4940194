package org.affinity.reporting.webhook.web;

import java.time.Instant;
import org.affinity.reporting.webhook.domain.Attempt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One attempt of a delivery. */
@Schema(description = "One attempt of a delivery and what came of it.")
public record AttemptView(
        @Schema(description = "Counts from 1, replays included.", examples = "1")
        int number,

        @Schema(description = "When it began.", examples = "2026-04-01T09:00:01Z")
        Instant startedAt,

        @Schema(
                description = "When it ended; null while under way.",
                examples = "2026-04-01T09:00:02Z",
                nullable = true)
        Instant finishedAt,

        @Schema(
                description = "STARTED, SUCCEEDED, FAILED, or LOST when the sender stopped before it knew.",
                examples = "SUCCEEDED")
        String outcome,

        @Schema(description = "Status of the answer; null without an answer.", examples = "200", nullable = true)
        Integer statusCode,

        @Schema(description = "Why there was no answer.", examples = "The connection failed.", nullable = true)
        String error,

        @Schema(description = "The first 1,000 bytes of the answer's body.", examples = "ok", nullable = true)
        String responseExcerpt) {

    static AttemptView of(Attempt attempt) {
        return new AttemptView(
                attempt.number(),
                attempt.startedAt(),
                attempt.finishedAt(),
                attempt.outcome().name(),
                attempt.statusCode(),
                attempt.error(),
                attempt.excerpt());
    }
}

package org.affinity.kit.inbox;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event that could not be handled, or not be sent, kept until an operator replays it with success. */
@Schema(description = "An event that a consumer could not handle, or that the broker would not take.")
public record DeadLetter(
        @Schema(description = "Id of the dead letter.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11")
        UUID deadLetterId,

        @Schema(
                description = "The consumer that failed; outbox for an event that could not be sent.",
                examples = "creators")
        String consumer,

        @Schema(description = "Topic of the event.", examples = "profile.creator")
        String topic,

        @Schema(description = "Partition of the topic; -1 for an event that could not be sent.", examples = "0")
        int partition,

        @Schema(description = "Offset in the partition, or position in the outbox.", examples = "42")
        long offset,

        @Schema(description = "Key of the event.", examples = "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b12", nullable = true)
        String key,

        @Schema(description = "Headers of the event.") Map<String, String> headers,

        @Schema(
                description = "Data of the event in base64; only in the single view.",
                nullable = true,
                examples = "e30=")
        String payload,

        @Schema(description = "Why it failed.", examples = "IllegalArgumentException: The data is not a CreatorState")
        String cause,

        @Schema(description = "When it failed.", examples = "2026-01-31T09:30:00Z")
        Instant failedAt,

        @Schema(description = "How often it was replayed.", examples = "0")
        int replays,

        @Schema(description = "When a replay succeeded.", examples = "2026-02-01T09:30:00Z", nullable = true)
        Instant resolvedAt) {}

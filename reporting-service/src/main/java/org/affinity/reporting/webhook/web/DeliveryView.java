package org.affinity.reporting.webhook.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.reporting.webhook.domain.Delivery;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A delivery with its attempts. */
@Schema(description = "One event on its way to one endpoint, with every attempt.")
public record DeliveryView(
        @Schema(description = "Id of the delivery.", examples = "01994f81-aaaa-7c3d-9c55-0d5f3a1b2c3d")
        UUID deliveryId,

        @Schema(description = "Where it goes.", examples = "01994f80-9999-7c3d-9c55-0d5f3a1b2c3d")
        UUID endpointId,

        @Schema(
                description = "Id of the event: the webhook-id header, the same at each attempt and replay.",
                examples = "01994f70-bbbb-7c3d-9c55-0d5f3a1b2c3d")
        UUID eventId,

        @Schema(description = "Type of the event.", examples = "reporting.report.completed.v1")
        String eventType,

        @Schema(description = "PENDING, SUCCEEDED, FAILED or CANCELLED. Expect more values.", examples = "SUCCEEDED")
        String state,

        @Schema(
                description = "The body that is sent, byte for byte the same at each attempt.",
                examples =
                        "{\"type\":\"reporting.report.completed.v1\",\"timestamp\":\"2026-04-01T09:00:00Z\",\"data\":{}}")
        String body,

        @Schema(description = "When it was created.", examples = "2026-04-01T09:00:01Z")
        Instant createdAt,

        @Schema(
                description = "When it is sent next; null when nothing more is sent.",
                examples = "2026-04-01T09:05:01Z",
                nullable = true)
        Instant nextAttemptAt,

        @Schema(description = "When it ended; null while pending.", examples = "2026-04-01T09:00:02Z", nullable = true)
        Instant completedAt,

        @Schema(description = "Every attempt, oldest first.")
        List<AttemptView> attempts) {

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.deliveryId(),
                delivery.endpointId(),
                delivery.eventId(),
                delivery.eventType(),
                delivery.state().name(),
                delivery.body(),
                delivery.createdAt(),
                delivery.nextAttemptAt(),
                delivery.completedAt(),
                delivery.attempts().stream().map(AttemptView::of).toList());
    }
}

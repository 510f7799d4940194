package org.affinity.reporting.webhook.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One event on its way to one endpoint. */
public record Delivery(
        UUID deliveryId,
        UUID endpointId,
        UUID organisationId,
        UUID eventId,
        String eventType,
        DeliveryState state,
        String body,
        Instant createdAt,
        Instant nextAttemptAt,
        Instant completedAt,
        List<Attempt> attempts) {

    public Delivery {
        attempts = List.copyOf(attempts);
    }

    @Override
    public String toString() {
        return "Delivery[" + deliveryId + ", " + eventType + ", " + state + "]";
    }
}

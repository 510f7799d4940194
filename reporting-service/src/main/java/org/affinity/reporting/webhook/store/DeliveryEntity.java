package org.affinity.reporting.webhook.store;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.affinity.reporting.webhook.domain.Attempt;
import org.affinity.reporting.webhook.domain.Delivery;
import org.affinity.reporting.webhook.domain.DeliveryState;
import org.hibernate.annotations.DynamicUpdate;

/** Row of {@code webhook_delivery}. */
@Entity
@DynamicUpdate
@Table(name = "webhook_delivery")
class DeliveryEntity {

    @Id
    UUID deliveryId;

    UUID endpointId;
    UUID organisationId;
    UUID eventId;
    String eventType;
    String body;

    @Enumerated(EnumType.STRING)
    DeliveryState state;

    int attempts;
    int failures;
    Instant nextAttemptAt;
    Instant leasedUntil;
    Instant createdAt;
    Instant completedAt;

    Delivery delivery(List<Attempt> made) {
        return new Delivery(
                deliveryId,
                endpointId,
                organisationId,
                eventId,
                eventType,
                state,
                body,
                createdAt,
                nextAttemptAt,
                completedAt,
                made);
    }

    void schedule(Instant at) {
        state = DeliveryState.PENDING;
        nextAttemptAt = at;
        completedAt = null;
    }

    void complete(DeliveryState end, Instant now) {
        state = end;
        nextAttemptAt = null;
        completedAt = now;
    }
}

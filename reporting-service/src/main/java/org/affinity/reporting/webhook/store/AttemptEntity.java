package org.affinity.reporting.webhook.store;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.affinity.reporting.webhook.domain.Attempt;
import org.affinity.reporting.webhook.domain.AttemptOutcome;
import org.affinity.reporting.webhook.domain.Reply;

/** Row of {@code webhook_attempt}. */
@Entity
@Table(name = "webhook_attempt")
class AttemptEntity {

    @EmbeddedId
    Key key;

    UUID organisationId;
    Instant startedAt;
    Instant finishedAt;

    @Enumerated(EnumType.STRING)
    AttemptOutcome outcome;

    Integer statusCode;
    String error;
    String excerpt;

    /** An attempt is the n-th of its delivery. */
    @Embeddable
    record Key(UUID deliveryId, int number) {}

    static AttemptEntity start(DeliveryEntity delivery, Instant now) {
        var entity = new AttemptEntity();
        entity.key = new Key(delivery.deliveryId, delivery.attempts);
        entity.organisationId = delivery.organisationId;
        entity.startedAt = now;
        entity.outcome = AttemptOutcome.STARTED;
        return entity;
    }

    void finish(Reply reply, Instant now) {
        outcome = reply.success() ? AttemptOutcome.SUCCEEDED : AttemptOutcome.FAILED;
        finishedAt = now;
        statusCode = reply.statusCode();
        error = reply.error();
        excerpt = reply.excerpt();
    }

    Attempt attempt() {
        return new Attempt(key.number(), startedAt, finishedAt, outcome, statusCode, error, excerpt);
    }
}

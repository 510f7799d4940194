package org.affinity.reporting.webhook.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.affinity.reporting.webhook.domain.Attempt;
import org.affinity.reporting.webhook.domain.Delivery;
import org.affinity.reporting.webhook.domain.DeliveryState;
import org.affinity.reporting.webhook.domain.Endpoint;
import org.affinity.reporting.webhook.domain.EventCatalogue;
import org.affinity.reporting.webhook.domain.Reply;
import org.hibernate.Session;

/** Keeps deliveries; hands each to one sender at a time, for as long as its lease lasts. */
@ApplicationScoped
public class DeliveryRepository implements PanacheRepositoryBase<DeliveryEntity, UUID> {

    private static final String ADD = """
            insert into webhook_delivery (delivery_id, endpoint_id, organisation_id, event_id, event_type, body, state,
                                          next_attempt_at, created_at)
            select :delivery, endpoint.endpoint_id, endpoint.organisation_id, :event, :type, :body, 'PENDING',
                   cast(:now as timestamptz), cast(:now as timestamptz)
            from webhook_endpoint endpoint
            where endpoint.endpoint_id = :endpoint and endpoint.state = 'ENABLED'
            for share
            on conflict (endpoint_id, event_id) do nothing""";

    /** Each endpoint contributes its oldest due deliveries, no more than it may have in flight. */
    private static final String DUE = """
            select due.delivery_id
            from webhook_endpoint endpoint
            cross join lateral (
                select delivery.delivery_id, delivery.next_attempt_at
                from webhook_delivery delivery
                where delivery.endpoint_id = endpoint.endpoint_id
                  and delivery.state = 'PENDING'
                  and delivery.next_attempt_at <= :now
                  and (delivery.leased_until is null or delivery.leased_until <= :now)
                order by delivery.next_attempt_at, delivery.delivery_id
                limit greatest(0, :inFlight - (
                    select count(*)
                    from webhook_delivery flying
                    where flying.endpoint_id = endpoint.endpoint_id
                      and flying.state = 'PENDING'
                      and flying.leased_until > :now))
                for update skip locked
            ) due
            where endpoint.state = 'ENABLED'
            order by due.next_attempt_at, due.delivery_id
            limit :batch""";

    /** Senders take turns, since none sees what another one is about to have in flight. */
    private static final String TURN = "select 1 from pg_advisory_xact_lock(hashtextextended('webhook lease', 0))";

    private final AttemptRepository attempts;

    DeliveryRepository(AttemptRepository attempts) {
        this.attempts = attempts;
    }

    /** A delivery that a sender holds a lease on. */
    public record Leased(UUID deliveryId, UUID endpointId, UUID eventId, String eventType, int attempt, String body) {}

    /**
     * Adds a delivery unless the endpoint has one of that event already or was disabled meanwhile: whoever disables it
     * waits for this transaction and then cancels what it added.
     */
    public void add(UUID deliveryId, Endpoint endpoint, UUID eventId, String eventType, String body, Instant now) {
        getEntityManager()
                .createNativeQuery(ADD)
                .setParameter("delivery", deliveryId)
                .setParameter("endpoint", endpoint.endpointId())
                .setParameter("event", eventId)
                .setParameter("type", eventType)
                .setParameter("body", body)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** The delivery with its attempts, as far as the caller may see it. */
    public Optional<Delivery> delivery(UUID deliveryId) {
        return findByIdOptional(deliveryId)
                .map(entity -> withAttempts(List.of(entity)).getFirst());
    }

    /** Deliveries after an id, oldest first; of one endpoint and in one state when given. */
    public List<Delivery> page(UUID endpointId, DeliveryState state, Optional<UUID> after, int size) {
        Map<String, Object> parameters = new HashMap<>(Map.of("after", after.orElse(new UUID(0, 0))));
        var query = new StringBuilder("deliveryId > :after");
        if (endpointId != null) {
            query.append(" and endpointId = :endpoint");
            parameters.put("endpoint", endpointId);
        }
        if (state != null) {
            query.append(" and state = :state");
            parameters.put("state", state);
        }
        query.append(" order by deliveryId");
        return withAttempts(find(query.toString(), parameters).page(0, size).list());
    }

    /** Takes due deliveries and writes that their next attempts begin. */
    public List<Leased> lease(Instant now, Duration lease, int inFlight, int batch) {
        getEntityManager().createNativeQuery(TURN, Integer.class).getSingleResult();
        List<UUID> due = getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(DUE, UUID.class)
                .setParameter("now", now)
                .setParameter("inFlight", inFlight)
                .setParameter("batch", batch)
                .getResultList();
        return list("deliveryId in ?1 order by nextAttemptAt, deliveryId", due).stream()
                .map(delivery -> lease(delivery, now, now.plus(lease)))
                .toList();
    }

    private Leased lease(DeliveryEntity delivery, Instant now, Instant until) {
        delivery.attempts++;
        delivery.leasedUntil = until;
        attempts.start(delivery, now);
        return new Leased(
                delivery.deliveryId,
                delivery.endpointId,
                delivery.eventId,
                delivery.eventType,
                delivery.attempts,
                delivery.body);
    }

    /**
     * Writes what came of an attempt; the failures in a row, this one included, or empty when the delivery is no longer
     * this sender's: deleted, cancelled, or leased to another.
     */
    public Optional<Integer> finish(UUID deliveryId, int attempt, Reply reply, Instant now) {
        DeliveryEntity delivery = findById(deliveryId, LockModeType.PESSIMISTIC_WRITE);
        if (delivery == null) {
            return Optional.empty();
        }
        attempts.finish(deliveryId, attempt, reply, now);
        if (delivery.attempts != attempt) {
            return Optional.empty();
        }
        delivery.leasedUntil = null;
        if (reply.success()) {
            delivery.complete(DeliveryState.SUCCEEDED, now);
            return Optional.of(0);
        }
        delivery.failures++;
        return delivery.state == DeliveryState.PENDING ? Optional.of(delivery.failures) : Optional.empty();
    }

    /** Tries a delivery again at that time. */
    public void schedule(UUID deliveryId, Instant at) {
        findById(deliveryId).schedule(at);
    }

    /** Gives a delivery up. */
    public void giveUp(UUID deliveryId, Instant now) {
        findById(deliveryId).complete(DeliveryState.FAILED, now);
    }

    /** Whether anything but tests is still to be sent to an endpoint. */
    public boolean isWaiting(UUID endpointId) {
        return count(
                        "endpointId = ?1 and state = ?2 and eventType <> ?3",
                        endpointId,
                        DeliveryState.PENDING,
                        EventCatalogue.TEST)
                > 0;
    }

    /** Begins the schedule of a delivery anew. */
    public void replay(UUID deliveryId, Instant now) {
        DeliveryEntity delivery = findById(deliveryId, LockModeType.PESSIMISTIC_WRITE);
        delivery.failures = 0;
        delivery.schedule(now);
    }

    /** Cancels what is still to be sent to an endpoint. */
    public void cancel(UUID endpointId, Instant now) {
        update(
                "state = 'CANCELLED', nextAttemptAt = null, completedAt = ?1 where endpointId = ?2 and state = 'PENDING'",
                now,
                endpointId);
    }

    private List<Delivery> withAttempts(List<DeliveryEntity> entities) {
        Map<UUID, List<Attempt>> made =
                attempts.of(entities.stream().map(entity -> entity.deliveryId).toList());
        return entities.stream()
                .map(entity -> entity.delivery(made.getOrDefault(entity.deliveryId, List.of())))
                .toList();
    }
}

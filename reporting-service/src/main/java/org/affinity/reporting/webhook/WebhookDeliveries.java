package org.affinity.reporting.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.problem.DomainException;
import org.affinity.reporting.ReportingProblem;
import org.affinity.reporting.webhook.domain.Delivery;
import org.affinity.reporting.webhook.domain.DeliveryState;
import org.affinity.reporting.webhook.domain.Endpoint;
import org.affinity.reporting.webhook.domain.EventCatalogue;
import org.affinity.reporting.webhook.store.DeliveryRepository;
import org.affinity.reporting.webhook.store.EndpointRepository;

/** What is to be sent, was sent and is sent again. */
@ApplicationScoped
public class WebhookDeliveries {

    private final DeliveryRepository deliveries;
    private final EndpointRepository endpoints;
    private final WebhookEndpoints webhookEndpoints;
    private final ObjectMapper json;
    private final IdGenerator ids;
    private final Clock clock;

    WebhookDeliveries(
            DeliveryRepository deliveries,
            EndpointRepository endpoints,
            WebhookEndpoints webhookEndpoints,
            ObjectMapper json,
            IdGenerator ids,
            Clock clock) {
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.webhookEndpoints = webhookEndpoints;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** Adds a delivery of an event for each endpoint of its organisation that asked for its type. */
    @Transactional
    public void enqueue(UUID eventId, String eventType, ObjectNode payload) {
        var kind = EventCatalogue.kind(eventType).orElseThrow();
        ObjectNode data = json.createObjectNode();
        kind.fields()
                .forEach(field -> data.set(field, payload.path(field).isMissingNode() ? null : payload.get(field)));
        String body =
                body(eventType, Instant.parse(payload.path(kind.timeField()).asText()), data);
        UUID organisationId = UUID.fromString(payload.path("organisationId").asText());
        for (Endpoint endpoint : endpoints.subscribers(organisationId, eventType)) {
            deliveries.add(ids.next(), endpoint, eventId, eventType, body, clock.instant());
        }
    }

    /** Sends an event that only says that the endpoint is being tested. */
    @Transactional
    public Delivery test(UUID endpointId) {
        endpoints.hold(endpointId);
        Endpoint endpoint = webhookEndpoints.endpoint(endpointId);
        refuseDisabled(endpoint);
        Instant now = clock.instant();
        ObjectNode data = json.createObjectNode().put("endpointId", endpointId.toString());
        UUID deliveryId = ids.next();
        deliveries.add(
                deliveryId, endpoint, ids.next(), EventCatalogue.TEST, body(EventCatalogue.TEST, now, data), now);
        return delivery(deliveryId);
    }

    /** The delivery, as far as the caller may see it. */
    @Transactional
    public Delivery delivery(UUID deliveryId) {
        return deliveries.delivery(deliveryId).orElseThrow(DomainException::notFound);
    }

    /** Deliveries after an id, oldest first; of one endpoint and in one state when given. */
    @Transactional
    public List<Delivery> page(UUID endpointId, DeliveryState state, Optional<UUID> after, int size) {
        return deliveries.page(endpointId, state, after, size);
    }

    /** Sends a delivery once more, with the same id and the same bytes. */
    @Transactional
    public Delivery replay(UUID deliveryId) {
        Delivery delivery = delivery(deliveryId);
        if (delivery.state() == DeliveryState.PENDING) {
            throw new DomainException(
                    ReportingProblem.WEBHOOK_DELIVERY_PENDING, "It is being sent, or will be without a replay.");
        }
        endpoints.hold(delivery.endpointId());
        refuseDisabled(webhookEndpoints.endpoint(delivery.endpointId()));
        deliveries.replay(deliveryId, clock.instant());
        return delivery(deliveryId);
    }

    private static void refuseDisabled(Endpoint endpoint) {
        if (!endpoint.enabled()) {
            throw new DomainException(
                    ReportingProblem.WEBHOOK_ENDPOINT_DISABLED,
                    "The endpoint was disabled: " + endpoint.disabledReason() + ". Register it anew.");
        }
    }

    private String body(String eventType, Instant timestamp, ObjectNode data) {
        ObjectNode body = json.createObjectNode();
        body.put("type", eventType).put("timestamp", timestamp.toString()).set("data", data);
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A webhook body could not be written", e);
        }
    }
}

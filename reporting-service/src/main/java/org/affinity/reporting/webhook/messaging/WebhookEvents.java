package org.affinity.reporting.webhook.messaging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.inbox.EventConsumer;
import org.affinity.kit.inbox.EventInbox;
import org.affinity.kit.inbox.ReceivedEvent;
import org.affinity.kit.privacy.ErasedSubjects;
import org.affinity.reporting.webhook.WebhookDeliveries;
import org.affinity.reporting.webhook.domain.EventCatalogue;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Turns events into deliveries. It reads the topics in a consumer group of its own, so that a rebuild of a read model
 * never sends a webhook again.
 */
@ApplicationScoped
public class WebhookEvents implements EventConsumer {

    private final EventInbox inbox;
    private final WebhookDeliveries deliveries;
    private final ErasedSubjects erased;

    WebhookEvents(EventInbox inbox, WebhookDeliveries deliveries, ErasedSubjects erased) {
        this.inbox = inbox;
        this.deliveries = deliveries;
        this.erased = erased;
    }

    @Incoming("webhook-campaigns")
    @Incoming("webhook-erasure-notices")
    @Incoming("webhook-collaborations")
    @Incoming("webhook-matches")
    @Incoming("webhook-reports")
    @Incoming("webhook-results")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.consume(this, records);
    }

    @Override
    public String channel() {
        return "webhooks";
    }

    @Override
    public void handle(ReceivedEvent event) {
        if (!event.isTombstone() && EventCatalogue.types().contains(event.type())) {
            ObjectNode data = event.read(ObjectNode.class);
            if (event.type().equals(EventCatalogue.ERASURE_NOTICE)
                    || !(isToldAgain(event, data) || namesErased(data))) {
                deliveries.enqueue(idOf(event), event.type(), data);
            }
        }
    }

    /** What happened long ago and is told once more without somebody who was erased is no news to anybody. */
    private static boolean isToldAgain(ReceivedEvent event, ObjectNode data) {
        return data.hasNonNull("redaction") || (event.type().equals(EventCatalogue.MATCHED) && event.sequence() > 1);
    }

    /** An event from before an erasure, read after it, is sent to nobody any more. */
    private boolean namesErased(ObjectNode data) {
        if (!data.hasNonNull("creatorId")) {
            return false;
        }
        UUID creatorId = UUID.fromString(data.path("creatorId").asText());
        erased.hold(List.of(creatorId));
        return erased.contains(creatorId);
    }

    /** Receivers get a UUID whatever the producer uses: the specification allows no dot in an id. */
    private static UUID idOf(ReceivedEvent event) {
        try {
            return UUID.fromString(event.id());
        } catch (IllegalArgumentException e) {
            return UUID.nameUUIDFromBytes(event.id().getBytes(StandardCharsets.UTF_8));
        }
    }
}

package org.affinity.kit.privacy;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.affinity.kit.inbox.EventConsumer;
import org.affinity.kit.inbox.EventInbox;
import org.affinity.kit.inbox.ReceivedEvent;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Erases people when profile-service says that they asked for it: in every service, profile-service included, by the
 * same way.
 */
@ApplicationScoped
class ErasureEvents implements EventConsumer {

    private static final String CHANNEL = "erasures";
    private static final String REQUESTED = "profile.erasure.requested.v1";

    private final EventInbox inbox;
    private final Erasures erasures;

    ErasureEvents(EventInbox inbox, Erasures erasures) {
        this.inbox = inbox;
        this.erasures = erasures;
    }

    private record ErasureRequested(UUID erasureId, UUID creatorId) {}

    @Incoming(CHANNEL)
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.consume(this, records);
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public void handle(ReceivedEvent event) {
        if (event.type().equals(REQUESTED) && !event.isTombstone()) {
            ErasureRequested erasure = event.read(ErasureRequested.class);
            erasures.erase(erasure.erasureId(), erasure.creatorId());
        }
    }
}

package org.affinity.campaign.creator.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.affinity.campaign.creator.CreatorDirectory;
import org.affinity.kit.inbox.EventInbox;
import org.affinity.kit.inbox.ReadModel;
import org.affinity.kit.inbox.ReceivedEvent;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads the changes of creators' profiles. */
@ApplicationScoped
class CreatorEvents implements ReadModel {

    private static final String CHANNEL = "creators";

    private final EventInbox inbox;
    private final CreatorDirectory creators;

    CreatorEvents(EventInbox inbox, CreatorDirectory creators) {
        this.inbox = inbox;
        this.creators = creators;
    }

    @Incoming(CHANNEL)
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.consume(this, records);
    }

    @Override
    public void handle(ReceivedEvent event) {
        if (event.isTombstone()) {
            creators.forget(UUID.fromString(event.key()));
        } else if (event.type().equals(CreatorUpdated.TYPE)) {
            creators.store(event.read(CreatorUpdated.class).toContact());
        }
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public void clear() {
        creators.clear();
    }
}

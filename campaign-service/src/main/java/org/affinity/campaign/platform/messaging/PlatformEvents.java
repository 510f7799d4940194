package org.affinity.campaign.platform.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.affinity.campaign.platform.PlatformDirectory;
import org.affinity.kit.inbox.EventInbox;
import org.affinity.kit.inbox.ReadModel;
import org.affinity.kit.inbox.ReceivedEvent;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads which platforms there are. */
@ApplicationScoped
class PlatformEvents implements ReadModel {

    private static final String CHANNEL = "platforms";

    private final EventInbox inbox;
    private final PlatformDirectory platforms;

    PlatformEvents(EventInbox inbox, PlatformDirectory platforms) {
        this.inbox = inbox;
        this.platforms = platforms;
    }

    @Incoming(CHANNEL)
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.consume(this, records);
    }

    @Override
    public void handle(ReceivedEvent event) {
        if (event.type().equals(PlatformUpdated.TYPE) && !event.isTombstone()) {
            PlatformUpdated updated = event.read(PlatformUpdated.class);
            platforms.store(updated.platform(), updated.version(), updated.platformCount());
        }
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public void clear() {
        platforms.clear();
    }
}

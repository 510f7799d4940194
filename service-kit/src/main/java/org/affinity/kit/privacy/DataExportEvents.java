package org.affinity.kit.privacy;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.affinity.kit.inbox.EventConsumer;
import org.affinity.kit.inbox.EventInbox;
import org.affinity.kit.inbox.ReceivedEvent;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Answers people who ask for their data, and takes the answer back when it was used: in every service that has the
 * channel. The service that gathers the answers has not.
 */
@ApplicationScoped
@IfBuildProperty(name = "mp.messaging.incoming.data-exports.connector", stringValue = "smallrye-kafka")
class DataExportEvents implements EventConsumer {

    private static final String CHANNEL = "data-exports";
    private static final String REQUESTED = "profile.data-export.requested.v1";

    private final EventInbox inbox;
    private final Extracts extracts;

    DataExportEvents(EventInbox inbox, Extracts extracts) {
        this.inbox = inbox;
        this.extracts = extracts;
    }

    private record ExportRequested(UUID exportId, UUID creatorId, String publicKey) {}

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
        if (event.isTombstone()) {
            extracts.retract(UUID.fromString(event.key()));
        } else if (event.type().equals(REQUESTED)) {
            ExportRequested export = event.read(ExportRequested.class);
            extracts.publish(export.exportId(), export.creatorId(), export.publicKey());
        }
    }
}

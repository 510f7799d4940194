package org.affinity.profile.privacy.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.affinity.kit.inbox.EventConsumer;
import org.affinity.kit.inbox.EventInbox;
import org.affinity.kit.inbox.ReceivedEvent;
import org.affinity.kit.privacy.Extracts.Extract;
import org.affinity.profile.privacy.DataExports;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Gathers what the other services hold about creators who ask. */
@ApplicationScoped
class ExtractEvents implements EventConsumer {

    private static final String RECORDED = ".data-extract.recorded.v1";

    private final EventInbox inbox;
    private final DataExports exports;

    ExtractEvents(EventInbox inbox, DataExports exports) {
        this.inbox = inbox;
        this.exports = exports;
    }

    @Incoming("campaign-data-extracts")
    @Incoming("matching-data-extracts")
    @Incoming("reporting-data-extracts")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.consume(this, records);
    }

    @Override
    public String channel() {
        return "data-extracts";
    }

    @Override
    public void handle(ReceivedEvent event) {
        if (event.type().endsWith(RECORDED) && !event.isTombstone()) {
            exports.receive(event.read(Extract.class));
        }
    }
}

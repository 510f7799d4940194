package org.affinity.profile.privacy.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.affinity.kit.inbox.EventConsumer;
import org.affinity.kit.inbox.EventInbox;
import org.affinity.kit.inbox.ReceivedEvent;
import org.affinity.kit.privacy.Erasures.Receipt;
import org.affinity.profile.privacy.ErasureRequests;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Gathers the receipts of erasures. */
@ApplicationScoped
class ReceiptEvents implements EventConsumer {

    private static final String RECORDED = ".erasure-receipt.recorded.v1";

    private final EventInbox inbox;
    private final ErasureRequests requests;

    ReceiptEvents(EventInbox inbox, ErasureRequests requests) {
        this.inbox = inbox;
        this.requests = requests;
    }

    @Incoming("profile-erasure-receipts")
    @Incoming("campaign-erasure-receipts")
    @Incoming("matching-erasure-receipts")
    @Incoming("reporting-erasure-receipts")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.consume(this, records);
    }

    @Override
    public String channel() {
        return "erasure-receipts";
    }

    @Override
    public void handle(ReceivedEvent event) {
        if (event.type().endsWith(RECORDED) && !event.isTombstone()) {
            requests.receive(event.read(Receipt.class));
        }
    }
}

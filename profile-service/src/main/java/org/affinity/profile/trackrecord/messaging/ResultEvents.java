package org.affinity.profile.trackrecord.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.affinity.kit.inbox.EventInbox;
import org.affinity.kit.inbox.ReadModel;
import org.affinity.kit.inbox.ReceivedEvent;
import org.affinity.profile.trackrecord.TrackRecordService;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of measured results. */
@ApplicationScoped
class ResultEvents implements ReadModel {

    private static final String CHANNEL = "results";

    private final EventInbox inbox;
    private final TrackRecordService trackRecord;

    ResultEvents(EventInbox inbox, TrackRecordService trackRecord) {
        this.inbox = inbox;
        this.trackRecord = trackRecord;
    }

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
            trackRecord.forget(UUID.fromString(event.key()));
        } else if (event.type().equals(ResultRecorded.TYPE)) {
            trackRecord.complete(event.read(ResultRecorded.class).result());
        }
    }

    @Override
    public void clear() {
        trackRecord.forgetAll();
    }
}

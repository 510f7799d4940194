package org.affinity.matching.calibration.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.affinity.kit.inbox.EventInbox;
import org.affinity.kit.inbox.ReadModel;
import org.affinity.kit.inbox.ReceivedEvent;
import org.affinity.matching.calibration.CalibrationService;
import org.affinity.matching.calibration.NotedCollaboration;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of collaborations, to keep what was predicted of them. */
@ApplicationScoped
public class CollaborationEvents implements ReadModel {

    private static final String CHANNEL = "collaborations";
    private static final Set<String> TYPES = Set.of(
            "campaign.collaboration.invited.v1",
            "campaign.collaboration.accepted.v1",
            "campaign.collaboration.declined.v1");

    private final EventInbox inbox;
    private final CalibrationService calibration;

    CollaborationEvents(EventInbox inbox, CalibrationService calibration) {
        this.inbox = inbox;
        this.calibration = calibration;
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
            calibration.forgetCollaboration(UUID.fromString(event.key()));
        } else if (TYPES.contains(event.type())) {
            calibration.note(event.read(NotedCollaboration.class));
        }
    }

    @Override
    public void clear() {
        calibration.forgetCollaborations();
    }
}

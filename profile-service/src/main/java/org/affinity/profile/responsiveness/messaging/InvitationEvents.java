package org.affinity.profile.responsiveness.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.affinity.kit.inbox.EventInbox;
import org.affinity.kit.inbox.ReadModel;
import org.affinity.kit.inbox.ReceivedEvent;
import org.affinity.profile.responsiveness.ResponsivenessService;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of invitations and of their answers. */
@ApplicationScoped
class InvitationEvents implements ReadModel {

    private static final String CHANNEL = "collaborations";
    private static final Set<String> TYPES = Set.of(
            "campaign.collaboration.invited.v1",
            "campaign.collaboration.accepted.v1",
            "campaign.collaboration.declined.v1");

    private final EventInbox inbox;
    private final ResponsivenessService responsiveness;

    InvitationEvents(EventInbox inbox, ResponsivenessService responsiveness) {
        this.inbox = inbox;
        this.responsiveness = responsiveness;
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
        if (TYPES.contains(event.type()) && !event.isTombstone()) {
            responsiveness.note(event.read(CollaborationState.class).invitation());
        }
    }

    @Override
    public void clear() {
        responsiveness.forgetAll();
    }
}

package org.affinity.matching.candidate.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.inbox.EventInbox;
import org.affinity.kit.inbox.ReadModel;
import org.affinity.kit.inbox.ReceivedEvent;
import org.affinity.matching.candidate.CandidateService;
import org.affinity.matching.candidate.domain.Candidate;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Feeds the candidates from what profile-service says of the creators. */
@ApplicationScoped
public class CreatorEvents implements ReadModel {

    private final EventInbox inbox;
    private final CandidateService candidates;

    CreatorEvents(EventInbox inbox, CandidateService candidates) {
        this.inbox = inbox;
        this.candidates = candidates;
    }

    @Incoming("creators")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.consume(this, records);
    }

    @Override
    public String channel() {
        return "creators";
    }

    @Override
    public void handle(ReceivedEvent event) {
        handleAll(List.of(event));
    }

    @Override
    public void handleAll(List<ReceivedEvent> events) {
        List<Candidate> told = new ArrayList<>();
        for (ReceivedEvent event : events) {
            if (event.isTombstone()) {
                candidates.storeAll(told);
                told.clear();
                candidates.erase(UUID.fromString(event.key()));
            } else if (event.type().equals("profile.creator.updated.v1")) {
                told.add(event.read(CreatorState.class).toDomain());
            }
        }
        candidates.storeAll(told);
    }

    @Override
    public void clear() {
        candidates.clear();
    }
}

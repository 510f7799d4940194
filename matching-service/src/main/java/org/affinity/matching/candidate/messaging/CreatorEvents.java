package org.affinity.matching.candidate.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.inbox.EventInbox;
import org.affinity.kit.inbox.ReadModel;
import org.affinity.kit.inbox.ReceivedEvent;
import org.affinity.matching.candidate.CandidateService;
import org.affinity.matching.candidate.IndexFreshness;
import org.affinity.matching.candidate.domain.Candidate;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Feeds the candidates from what profile-service says of the creators. */
@ApplicationScoped
public class CreatorEvents implements ReadModel {

    /** Events that other threads help to read. */
    private static final int WORTH_MORE_THREADS = 100;

    private final EventInbox inbox;
    private final CandidateService candidates;
    private final IndexFreshness freshness;

    CreatorEvents(EventInbox inbox, CandidateService candidates, IndexFreshness freshness) {
        this.inbox = inbox;
        this.candidates = candidates;
        this.freshness = freshness;
    }

    @Incoming("creators")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        List<Long> sent = new ArrayList<>();
        records.forEach(record -> sent.add(record.timestamp()));
        freshness.follow(sent, () -> inbox.consume(this, records));
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
        // A few are read faster than other threads come to it.
        List<Optional<Candidate>> read = (events.size() < WORTH_MORE_THREADS
                        ? events.stream()
                        : events.parallelStream())
                .map(CreatorEvents::read)
                .toList();
        List<Candidate> told = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).isTombstone()) {
                candidates.storeAll(told);
                told.clear();
                candidates.erase(UUID.fromString(events.get(i).key()));
            } else {
                read.get(i).ifPresent(told::add);
            }
        }
        candidates.storeAll(told);
    }

    private static Optional<Candidate> read(ReceivedEvent event) {
        return !event.isTombstone() && event.type().equals("profile.creator.updated.v1")
                ? Optional.of(event.read(CreatorState.class).toDomain())
                : Optional.empty();
    }

    @Override
    public void clear() {
        candidates.clear();
    }
}

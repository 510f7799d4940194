package org.affinity.matching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Events;
import org.affinity.matching.candidate.CandidateService;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.store.CandidateChange;
import org.affinity.matching.candidate.store.CandidateRepository;
import org.awaitility.Awaitility;

/** Creators as profile-service would tell of them. Each test has a language of its own, so that tests do not mix. */
public final class TestCreators {

    public static final String UPDATED = "profile.creator.updated.v1";

    private static final AtomicInteger LANGUAGES = new AtomicInteger();

    private TestCreators() {}

    /** A language that no other test uses, from the range of BCP 47 for private use. */
    public static String newLanguage() {
        int number = LANGUAGES.getAndIncrement();
        return "q" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    }

    /** The published example of a creator, with an id and language of its own. */
    public static ObjectNode creator(String language) {
        ObjectNode creator = EventContracts.example(UPDATED).deepCopy();
        creator.put("creatorId", UUID.randomUUID().toString()).put("version", 1);
        creator.putArray("languages").add(language);
        ((ObjectNode) creator.at("/accounts/0"))
                .put("accountId", UUID.randomUUID().toString());
        return creator;
    }

    public static UUID id(ObjectNode creator) {
        return UUID.fromString(creator.get("creatorId").asText());
    }

    /** Publishes a creator as it is, and waits until the index knows it in this version or a later one. */
    public static UUID publishAndAwait(ObjectNode creator) {
        UUID id = publish(creator);
        long version = creator.get("version").asLong();
        Awaitility.await().until(() -> find(id) != null && find(id).version() >= version);
        return id;
    }

    public static UUID publish(ObjectNode creator) {
        EventContracts.assertValid(UPDATED, creator);
        Events.publish(UPDATED, id(creator), creator.get("version").asLong(), creator);
        return id(creator);
    }

    /** Erases a creator, and waits for the receipt, which it gives. */
    public static JsonNode erase(UUID creatorId) {
        UUID erasureId = UUID.randomUUID();
        Events.publish(
                "profile.erasure.requested.v1",
                erasureId,
                1,
                Map.of(
                        "erasureId",
                        erasureId,
                        "version",
                        1,
                        "creatorId",
                        creatorId,
                        "requestedAt",
                        Instant.now().toString()));
        return Events.await("matching.erasure-receipt.recorded.v1", erasureId).data();
    }

    /** The creator as the index has it, or null while it has not taken over their last change. */
    public static Candidate find(UUID id) {
        long taken = Arc.container()
                .instance(CandidateService.class)
                .get()
                .snapshot()
                .changeNumber();
        CandidateRepository table =
                Arc.container().instance(CandidateRepository.class).get();
        return QuarkusTransaction.requiringNew().call(() -> table.find(Set.of(id))).changes().stream()
                .filter(change -> change.changeNumber() <= taken)
                .map(CandidateChange::candidate)
                .findFirst()
                .orElse(null);
    }
}

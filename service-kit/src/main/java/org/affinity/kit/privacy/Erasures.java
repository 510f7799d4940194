package org.affinity.kit.privacy;

import io.quarkus.arc.All;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.inbox.EventConsumer;
import org.affinity.kit.inbox.EventInbox;
import org.affinity.kit.inbox.ReceivedEvent;
import org.affinity.kit.outbox.Outbox;
import org.affinity.kit.privacy.PersonalData.Erased;
import org.affinity.kit.privacy.PersonalData.Kept;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Erases a person's data in this service (GDPR, article 17) when profile-service says that they asked for it, and gives
 * a signed receipt for it, all in one transaction: there is no receipt without the erasure, and no erasure without its
 * receipt. So it is in every service, profile-service included.
 */
@ApplicationScoped
public class Erasures implements EventConsumer {

    private static final String CHANNEL = "erasures";
    private static final String REQUESTED = "profile.erasure.requested.v1";

    private final EventInbox inbox;
    private final List<PersonalData> everything;
    private final ErasedSubjects erased;
    private final ReceiptSigner signer;
    private final Outbox outbox;
    private final Clock clock;
    private final String service;

    Erasures(
            EventInbox inbox,
            @All List<PersonalData> everything,
            ErasedSubjects erased,
            ReceiptSigner signer,
            Outbox outbox,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.inbox = inbox;
        this.everything = List.copyOf(everything);
        this.erased = erased;
        this.signer = signer;
        this.outbox = outbox;
        this.clock = clock;
        this.service = service;
    }

    /**
     * A receipt: payload of {@code <context>.erasure-receipt.recorded.v1}.
     *
     * @param signature the same receipt without this field, as a JWS in compact form (RFC 7515, EdDSA)
     */
    public record Receipt(
            UUID erasureId,
            long version,
            UUID subjectId,
            String service,
            Instant recordedAt,
            List<Erased> erased,
            List<Kept> kept,
            String signature) {}

    /** What is signed of a receipt. */
    record Statement(
            UUID erasureId, UUID subjectId, String service, Instant recordedAt, List<Erased> erased, List<Kept> kept) {}

    private record ErasureRequested(UUID erasureId, UUID creatorId) {}

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
    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(ReceivedEvent event) {
        if (event.type().equals(REQUESTED) && !event.isTombstone()) {
            ErasureRequested erasure = event.read(ErasureRequested.class);
            erase(erasure.erasureId(), erasure.creatorId());
        }
    }

    /** Does nothing when that was done before. */
    private void erase(UUID erasureId, UUID subjectId) {
        if (!erased.add(subjectId, erasureId)) {
            return;
        }
        List<Erased> gone = everything.stream()
                .flatMap(data -> data.erase(subjectId).stream())
                .toList();
        List<Kept> kept =
                everything.stream().flatMap(data -> data.kept().stream()).toList();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String signature = signer.sign(new Statement(erasureId, subjectId, service, now, gone, kept));
        var receipt = new Receipt(erasureId, 1, subjectId, service, now, gone, kept, signature);
        String context = service.replaceFirst("-service$", "");
        outbox.publish(context + ".erasure-receipt.recorded.v1", erasureId, receipt.version(), receipt);
    }
}

package org.affinity.profile.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.outbox.Outbox;
import org.affinity.kit.privacy.Erasures.Receipt;
import org.affinity.kit.privacy.ReceiptSigner;
import org.affinity.kit.problem.DomainException;
import org.affinity.profile.ProfileProblem;
import org.affinity.profile.creator.CreatorService;
import org.affinity.profile.privacy.store.ErasureReceiptEntity;
import org.affinity.profile.privacy.store.ErasureRepository;
import org.affinity.profile.privacy.store.ErasureRepository.Recipient;
import org.affinity.profile.privacy.store.ErasureRequestEntity;

/** Takes requests for erasure in, tells every service, and gathers their receipts. */
@ApplicationScoped
public class ErasureRequests {

    /** Who has to give a receipt. */
    public static final Set<String> SERVICES =
            Set.of("profile-service", "campaign-service", "matching-service", "reporting-service");

    private static final String REQUESTED = "profile.erasure.requested.v1";
    private static final String NOTICE = "profile.erasure-notice.recorded.v1";

    private final ErasureRepository erasures;
    private final CreatorService creators;
    private final ReceiptSigner signer;
    private final Outbox outbox;
    private final IdGenerator ids;
    private final Clock clock;

    ErasureRequests(
            ErasureRepository erasures,
            CreatorService creators,
            ReceiptSigner signer,
            Outbox outbox,
            IdGenerator ids,
            Clock clock) {
        this.erasures = erasures;
        this.creators = creators;
        this.signer = signer;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** Payload of {@value #REQUESTED}. */
    record ErasureRequested(UUID erasureId, long version, UUID creatorId, Instant requestedAt) {}

    /** A request with the receipts that came, and the organisations that had received the data. */
    public record Erasure(
            ErasureRequestEntity request, List<ErasureReceiptEntity> receipts, List<Recipient> recipients) {}

    /** Asks every service to erase a creator whom the caller may see. */
    @Transactional
    public Erasure request(UUID creatorId, String requestedBy) {
        if (erasures.ofCreator(creatorId).isPresent()) {
            throw new DomainException(ProfileProblem.ERASURE_REQUESTED, "Read the request instead.");
        }
        creators.find(creatorId);
        return new Erasure(ask(creatorId, requestedBy), List.of(), List.of());
    }

    /** Asks for the erasure of creators who turned out to be the same person, unless that was done. */
    @Transactional(Transactional.TxType.MANDATORY)
    void requestToo(List<UUID> creatorIds, String requestedBy) {
        creatorIds.stream()
                .filter(creatorId -> erasures.ofCreator(creatorId).isEmpty())
                .forEach(creatorId -> ask(creatorId, requestedBy));
    }

    private ErasureRequestEntity ask(UUID creatorId, String requestedBy) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var request = new ErasureRequestEntity();
        request.id = ids.next();
        request.version = 1;
        request.creatorId = creatorId;
        request.requestedBy = requestedBy;
        request.state = "REQUESTED";
        request.requestedAt = now;
        request.dueAt = now.atOffset(ZoneOffset.UTC).plusMonths(1).toInstant();
        erasures.persistAndFlush(request);
        outbox.publish(
                REQUESTED,
                request.id,
                request.version,
                new ErasureRequested(request.id, request.version, creatorId, now));
        return request;
    }

    /** One request that the caller may see. */
    @Transactional
    public Erasure find(UUID erasureId) {
        return erasures.findByIdOptional(erasureId).map(this::withReceipts).orElseThrow(DomainException::notFound);
    }

    /** Requests that the caller may see, the newest first. */
    @Transactional
    public List<Erasure> list(String state, boolean overdueOnly, Optional<UUID> before, int limit) {
        return erasures.page(state, overdueOnly ? clock.instant() : null, before.orElse(null), limit).stream()
                .map(this::withReceipts)
                .toList();
    }

    /** Whether the month that the law gives is over (GDPR, article 12(3)). */
    public boolean isOverdue(ErasureRequestEntity request) {
        return request.completedAt == null && request.dueAt.isBefore(clock.instant());
    }

    /**
     * Takes a receipt in; the last one completes the request.
     *
     * @throws IllegalArgumentException when the signature does not hold for what the receipt says
     */
    @Transactional
    public void receive(Receipt receipt) {
        var signed = signer.verified(receipt.signature());
        if (!signed.path("erasureId").asText().equals(receipt.erasureId().toString())
                || !signed.path("service").asText().equals(receipt.service())) {
            throw new IllegalArgumentException("The signature is that of another receipt");
        }
        ErasureRequestEntity request = erasures.lock(receipt.erasureId());
        if (request == null || !SERVICES.contains(receipt.service())) {
            return;
        }
        if (erasures.receipts(request.id).stream()
                .anyMatch(known -> known.key.service().equals(receipt.service()))) {
            return;
        }
        erasures.add(ErasureReceiptEntity.of(receipt, signed));
        int received = erasures.receipts(request.id).size();
        request.version++;
        request.state = received == SERVICES.size() ? "COMPLETED" : "IN_PROGRESS";
        if (received == SERVICES.size()) {
            request.completedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            tell(request);
        }
    }

    /** Remembers which organisations have a creator's data, before that is gone with everything else. */
    @Transactional(Transactional.TxType.MANDATORY)
    void keepRecipients(UUID creatorId) {
        erasures.ofCreator(creatorId)
                .ifPresent(request -> erasures.recipientsOf(creatorId)
                        .forEach(organisation -> erasures.addRecipient(request.id, organisation, ids.next())));
    }

    /** Tells recipients only now: whoever asks them finds that nothing is left here either. */
    private void tell(ErasureRequestEntity request) {
        erasures.recipientsToTell(request.id)
                .forEach((organisationId, noticeId) -> outbox.publish(
                        NOTICE,
                        noticeId,
                        1,
                        new ErasureNotice(
                                noticeId, 1, request.id, request.creatorId, organisationId, request.completedAt)));
        erasures.markTold(request.id, request.completedAt);
    }

    /** Payload of {@value #NOTICE}. */
    record ErasureNotice(
            UUID noticeId, long version, UUID erasureId, UUID creatorId, UUID organisationId, Instant erasedAt) {}

    private Erasure withReceipts(ErasureRequestEntity request) {
        return new Erasure(request, erasures.receipts(request.id), erasures.recipients(request.id));
    }
}

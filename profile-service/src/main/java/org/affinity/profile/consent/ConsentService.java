package org.affinity.profile.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.problem.DomainException;
import org.affinity.profile.ProfileProblem;
import org.affinity.profile.consent.domain.Channel;
import org.affinity.profile.consent.domain.Consent;
import org.affinity.profile.consent.domain.ContactPermission;
import org.affinity.profile.consent.domain.Origin;
import org.affinity.profile.consent.domain.Purpose;
import org.affinity.profile.consent.store.ConsentEntity;
import org.affinity.profile.consent.store.ConsentRepository;
import org.affinity.profile.creator.CreatorService;
import org.affinity.profile.creator.domain.LawfulBasis;
import org.affinity.profile.creator.store.CreatorEntity;

/** Keeps consents. Nothing is ever overwritten: what ends is marked as withdrawn, and stays as proof. */
@ApplicationScoped
public class ConsentService {

    private final CreatorService creators;
    private final ConsentRepository consents;
    private final IdGenerator ids;
    private final Clock clock;

    ConsentService(CreatorService creators, ConsentRepository consents, IdGenerator ids, Clock clock) {
        this.creators = creators;
        this.consents = consents;
        this.ids = ids;
        this.clock = clock;
    }

    /** The consents of a creator that the caller may see. */
    @Transactional
    public CreatorConsents read(UUID creatorId) {
        return read(creatorId, creators.find(creatorId).version());
    }

    /**
     * Puts consents in place of the present ones. Consents that the creator gave and that are not stated are withdrawn;
     * other bases, as those of imported lists, stay until they are withdrawn one by one.
     */
    @Transactional
    public CreatorConsents replace(UUID creatorId, LongConsumer precondition, List<ConsentStatement> statements) {
        creators.find(creatorId);
        Instant now = now();
        long version = creators.change(creatorId, precondition, creator -> {
                    Set<UUID> kept = new HashSet<>();
                    List<ConsentEntity> present = inForce(creatorId);
                    statements.forEach(statement -> kept.add(keep(creatorId, present, statement, now)));
                    present.stream()
                            .filter(consent -> consent.origin == Origin.CREATOR
                                    && consent.lawfulBasis == LawfulBasis.CONSENT
                                    && !kept.contains(consent.id))
                            .forEach(consent -> consent.withdrawnAt = now);
                    tellChannels(creator);
                })
                .version();
        return read(creatorId, version);
    }

    /**
     * Withdraws a consent, or objects to a use that rests on legitimate interests (GDPR art. 7(3) and 21); what is
     * withdrawn already stays as it is.
     */
    @Transactional
    public CreatorConsents withdraw(UUID creatorId, UUID consentId, LongConsumer precondition) {
        creators.find(creatorId);
        ConsentEntity consent = consents.findByIdOptional(consentId)
                .filter(found -> found.creatorId.equals(creatorId))
                .orElseThrow(DomainException::notFound);
        if (consent.lawfulBasis == LawfulBasis.CONTRACT) {
            throw new DomainException(
                    ProfileProblem.NOT_WITHDRAWABLE,
                    "Data that the creator's own contract needs is held until the contract ends.");
        }
        long version = creators.change(creatorId, precondition, creator -> {
                    if (consent.withdrawnAt == null) {
                        consent.withdrawnAt = now();
                    }
                    tellChannels(creator);
                })
                .version();
        return read(creatorId, version);
    }

    /** The id of what is in force after the statement: the present consent when it says the same, else a new one. */
    private UUID keep(UUID creatorId, List<ConsentEntity> present, ConsentStatement statement, Instant now) {
        ConsentEntity known = present.stream()
                .filter(consent -> consent.origin == statement.origin()
                        && consent.sourceName.equals(statement.sourceName())
                        && consent.channel == statement.channel())
                .findFirst()
                .orElse(null);
        List<String> purposes =
                statement.purposes().stream().sorted().map(Purpose::name).toList();
        if (known != null
                && known.lawfulBasis == statement.lawfulBasis()
                && Set.copyOf(known.purposes).equals(Set.copyOf(purposes))
                && (statement.proofReference() == null
                        || Objects.equals(known.proofReference, statement.proofReference()))) {
            return known.id;
        }
        if (known != null) {
            known.withdrawnAt = now;
            // The row must be out of force before another one may be in force.
            consents.flush();
        }
        var consent = new ConsentEntity();
        consent.id = ids.next();
        consent.creatorId = creatorId;
        consent.origin = statement.origin();
        consent.sourceName = statement.sourceName();
        consent.channel = statement.channel();
        consent.lawfulBasis = statement.lawfulBasis();
        consent.purposes.addAll(purposes);
        consent.proofReference = statement.proofReference();
        consent.givenAt = statement.givenAt() == null ? now : statement.givenAt();
        consent.recordedAt = now;
        consents.persist(consent);
        return consent.id;
    }

    private List<ConsentEntity> inForce(UUID creatorId) {
        return consents.of(creatorId).stream()
                .filter(consent -> consent.withdrawnAt == null)
                .toList();
    }

    /** The event tells which channels are open, so that nobody is written to against their will. */
    private void tellChannels(CreatorEntity creator) {
        consents.flush();
        creator.contactChannels = read(creator.id, creator.version).contact().stream()
                .filter(ContactPermission::mayContact)
                .map(permission -> permission.channel().name())
                .toList();
    }

    /** The consents of creators, of whom these are the versions, by creator. */
    @Transactional
    public Map<UUID, CreatorConsents> readAll(Map<UUID, Long> versions) {
        Map<UUID, List<Consent>> all = consents.of(versions.keySet());
        Map<UUID, CreatorConsents> found = new HashMap<>();
        versions.forEach((creatorId, version) ->
                found.put(creatorId, consents(creatorId, version, all.getOrDefault(creatorId, List.of()))));
        return found;
    }

    private CreatorConsents read(UUID creatorId, long version) {
        return readAll(Map.of(creatorId, version)).get(creatorId);
    }

    private static CreatorConsents consents(UUID creatorId, long version, List<Consent> all) {
        return new CreatorConsents(
                creatorId,
                version,
                all.stream().filter(consent -> consent.channel() == null).toList(),
                Arrays.stream(Channel.values())
                        .map(channel -> ContactPermission.of(channel, all))
                        .toList());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

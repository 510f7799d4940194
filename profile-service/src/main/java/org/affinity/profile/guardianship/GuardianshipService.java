package org.affinity.profile.guardianship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.affinity.kit.problem.DomainException;
import org.affinity.profile.creator.CreatorService;
import org.affinity.profile.creator.domain.AgeEvidence;
import org.affinity.profile.creator.domain.AgeGate;
import org.affinity.profile.creator.store.CreatorEntity;
import org.affinity.profile.creator.store.CreatorRepository;
import org.affinity.profile.guardianship.domain.Guardian;
import org.affinity.profile.guardianship.domain.Papers;
import org.affinity.profile.guardianship.store.GuardianshipEntity;
import org.affinity.profile.guardianship.store.GuardianshipRepository;

/** Keeps who answers for creators who may be minors, and the evidence by which they may be matched. */
@ApplicationScoped
public class GuardianshipService {

    private final CreatorService creators;
    private final CreatorRepository creatorRows;
    private final GuardianshipRepository guardianships;
    private final Clock clock;

    GuardianshipService(
            CreatorService creators, CreatorRepository creatorRows, GuardianshipRepository guardianships, Clock clock) {
        this.creators = creators;
        this.creatorRows = creatorRows;
        this.guardianships = guardianships;
        this.clock = clock;
    }

    /** What is known of a creator that the caller may see. */
    @Transactional
    public Guardianship read(UUID creatorId) {
        CreatorEntity creator = creatorRows.findByIdOptional(creatorId).orElseThrow(DomainException::notFound);
        GuardianshipEntity known = guardianships.findByIdOptional(creatorId).orElseGet(GuardianshipEntity::new);
        AgeEvidence evidence = creator.ageEvidence();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new Guardianship(
                creatorId, creator.version, AgeGate.of(evidence, today), known.guardian(), evidence, known.papers());
    }

    /**
     * Names a guardian, or none. The consent of the present guardian does not hold for another one, and the
     * authorisation was granted on it: both are taken back.
     */
    @Transactional
    public Guardianship nameGuardian(UUID creatorId, LongConsumer precondition, Guardian guardian) {
        creators.change(creatorId, precondition, creator -> {
            GuardianshipEntity known = guardianships.findOrAdd(creatorId);
            if (!Objects.equals(known.guardian(), guardian)) {
                known.setGuardian(guardian);
                known.setPapers(new Papers(null, null, null, known.attestationReference));
                creator.guardianConsentOn = null;
                creator.authorisedFrom = null;
                creator.authorisedUntil = null;
            }
        });
        return read(creatorId);
    }

    /**
     * Puts evidence in place of the present one; the year of birth stays.
     *
     * @throws DomainException 422 when a guardian's consent is stated and no guardian is named
     */
    @Transactional
    public Guardianship stateEvidence(UUID creatorId, LongConsumer precondition, AgeEvidence evidence, Papers papers) {
        creators.change(creatorId, precondition, creator -> {
            GuardianshipEntity known = guardianships.findOrAdd(creatorId);
            if (evidence.guardianConsentOn() != null && known.guardian() == null) {
                throw DomainException.invalid(
                        "/guardianConsent", "guardian", "must be left out until a guardian is named");
            }
            known.setPapers(papers);
            creator.guardianConsentOn = evidence.guardianConsentOn();
            creator.authorisedFrom = evidence.authorisedFrom();
            creator.authorisedUntil = evidence.authorisedUntil();
            creator.attestedAge = evidence.attestedAge();
            creator.attestedOn = evidence.attestedOn();
        });
        return read(creatorId);
    }
}

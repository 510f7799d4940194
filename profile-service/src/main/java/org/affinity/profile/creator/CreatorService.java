package org.affinity.profile.creator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.outbox.Outbox;
import org.affinity.kit.problem.DomainException;
import org.affinity.profile.ProfileProblem;
import org.affinity.profile.creator.domain.AccountKey;
import org.affinity.profile.creator.domain.CreatorProfile;
import org.affinity.profile.creator.domain.CreatorStatus;
import org.affinity.profile.creator.store.CreatorEntity;
import org.affinity.profile.creator.store.CreatorRepository;
import org.affinity.profile.creator.store.ListedCreatorRepository;
import org.hibernate.exception.ConstraintViolationException;

/** Signs creators up and keeps their profiles; each change leaves as one event with the full state. */
@ApplicationScoped
public class CreatorService {

    private final CreatorRepository creators;
    private final ListedCreatorRepository listed;
    private final CompletedCollaborations collaborations;
    private final OptOuts optOuts;
    private final CreatorOrigins origins;
    private final ProfileWriter writer;
    private final AfterObservation afterObservation;
    private final Outbox outbox;
    private final IdGenerator ids;
    private final Clock clock;

    CreatorService(
            CreatorRepository creators,
            ListedCreatorRepository listed,
            CompletedCollaborations collaborations,
            OptOuts optOuts,
            CreatorOrigins origins,
            ProfileWriter writer,
            AfterObservation afterObservation,
            Outbox outbox,
            IdGenerator ids,
            Clock clock) {
        this.creators = creators;
        this.listed = listed;
        this.collaborations = collaborations;
        this.optOuts = optOuts;
        this.origins = origins;
        this.writer = writer;
        this.afterObservation = afterObservation;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds a creator under the given id, or under a new one when it is null. Results that were heard of before the
     * creator count.
     */
    @Transactional
    public CreatorState signUp(UUID creatorId, CreatorProfile profile) {
        if (creatorId != null && creators.findByIdOptional(creatorId).isPresent()) {
            throw new DomainException(ProfileProblem.CREATOR_EXISTS, "Change the profile with PUT instead.");
        }
        if (creatorId != null && optOuts.isErased(creatorId)) {
            throw optedOut();
        }
        Instant now = now();
        var creator = new CreatorEntity();
        creator.id = creatorId == null ? ids.next() : creatorId;
        creator.status = CreatorStatus.ACTIVE;
        creator.createdAt = now;
        creator.completedCollaborations = collaborations.countAndHold(creator.id);
        creator.sawBrands(collaborations.brandsOf(creator.id));
        rise(creator, now);
        List<AccountKey> added = writer.write(creator, profile, now);
        creators.persist(creator);
        store();
        requireNotOptedOut(added);
        CreatorState state = told(creator);
        origins.described(creator.id, now);
        return state;
    }

    /** Puts a profile in place of the present one; {@code precondition} is told the present version. */
    @Transactional
    public CreatorState replace(UUID creatorId, CreatorProfile profile, LongConsumer precondition) {
        CreatorEntity creator = creators.lock(creatorId).orElseThrow(DomainException::notFound);
        precondition.accept(creator.version);
        requireUnlinked(creator);
        Instant now = now();
        origins.described(creatorId, now);
        CreatorProfile complete = profile.withAvailability(creator.withPresentTerms(profile.availability()));
        if (creator.selfDescribed && creator.profile().equals(complete)) {
            return CreatorState.of(creator);
        }
        rise(creator, now);
        List<AccountKey> added = writer.write(creator, profile, now);
        store();
        requireNotOptedOut(added);
        afterObservation.afterObservation(creator.accounts);
        return told(creator);
    }

    /** One creator that the caller may see. */
    @Transactional
    public CreatorState find(UUID creatorId) {
        return creators.findByIdOptional(creatorId).map(CreatorState::of).orElseThrow(DomainException::notFound);
    }

    /** The latest figures that the accounts of a creator whom the caller may see had, the latest first. */
    @Transactional
    public List<AccountSnapshot> snapshots(UUID creatorId, int limit) {
        return creators.snapshots(creatorId, limit).stream()
                .map(AccountSnapshot::of)
                .toList();
    }

    /** What a list shows of those of these creators that the caller may see, by id. */
    @Transactional
    public Map<UUID, ListedCreator> findAll(Collection<UUID> creatorIds) {
        return listed.findAll(creatorIds);
    }

    /**
     * Counts anew how many collaborations of this creator came to a result; an unknown creator is passed over. The
     * number never falls: results are not taken back, and while they are all read again fewer of them are known.
     */
    @Transactional
    public void countCollaborations(UUID creatorId) {
        int completed = collaborations.countAndHold(creatorId);
        List<String> brands = collaborations.brandsOf(creatorId);
        changeIf(creatorId, creator -> {
            boolean isMore = creator.completedCollaborations < completed;
            creator.completedCollaborations = Math.max(creator.completedCollaborations, completed);
            return creator.sawBrands(brands) || isMore;
        });
    }

    /** Makes a change that nobody asked for; tells it as one event when it says that it changed anything. */
    @Transactional
    public void changeIf(UUID creatorId, Predicate<CreatorEntity> change) {
        creators.lock(creatorId).filter(change).ifPresent(creator -> {
            rise(creator, now());
            published(creator);
        });
    }

    /**
     * Changes one creator and tells it as one event; {@code precondition} is told the present version. The door for
     * every feature that keeps part of a creator.
     */
    @Transactional
    public CreatorState change(UUID creatorId, LongConsumer precondition, Consumer<CreatorEntity> change) {
        CreatorEntity creator = creators.lock(creatorId).orElseThrow(DomainException::notFound);
        precondition.accept(creator.version);
        requireUnlinked(creator);
        change.accept(creator);
        rise(creator, now());
        return published(creator);
    }

    /** What a feature makes of one creator that the caller may see. */
    @Transactional
    public <T> T read(UUID creatorId, Function<CreatorEntity, T> view) {
        return creators.findByIdOptional(creatorId).map(view).orElseThrow(DomainException::notFound);
    }

    /** The same of many, by creator; those that the caller may not see are left out. */
    @Transactional
    public <T> Map<UUID, T> readAll(Collection<UUID> creatorIds, Function<CreatorEntity, T> view) {
        return creators.findAll(creatorIds).values().stream().collect(Collectors.toMap(creator -> creator.id, view));
    }

    /** The same for a change that may turn out to be none, which it tells by false: then no event leaves. */
    @Transactional
    public CreatorState changeIf(UUID creatorId, LongConsumer precondition, Predicate<CreatorEntity> change) {
        CreatorEntity creator = creators.lock(creatorId).orElseThrow(DomainException::notFound);
        precondition.accept(creator.version);
        requireUnlinked(creator);
        if (!change.test(creator)) {
            return CreatorState.of(creator);
        }
        rise(creator, now());
        return published(creator);
    }

    private static void requireUnlinked(CreatorEntity creator) {
        if (creator.linkedTo != null) {
            throw new DomainException(
                    ProfileProblem.CREATOR_LINKED, "Change the creator that linkedTo names, or undo the link first.");
        }
    }

    private static void rise(CreatorEntity creator, Instant now) {
        creator.version++;
        creator.updatedAt = now;
    }

    private CreatorState published(CreatorEntity creator) {
        store();
        return told(creator);
    }

    /**
     * Accounts that a creator holds were looked for on the list when they came, and erasure deletes those it lists.
     * Asked once they are written down, which waits for an erasure of whoever held them.
     */
    private void requireNotOptedOut(List<AccountKey> added) {
        if (!optOuts.among(added).isEmpty()) {
            throw optedOut();
        }
    }

    /** Writes the change down, so that what breaks a rule of the database is refused here. */
    private void store() {
        try {
            creators.flush();
        } catch (ConstraintViolationException violation) {
            throw refused(violation);
        }
    }

    private CreatorState told(CreatorEntity creator) {
        CreatorState state = CreatorState.of(creator);
        outbox.publish(CreatorState.UPDATED, creator.id, creator.version, state);
        return state;
    }

    private static DomainException optedOut() {
        return new DomainException(
                ProfileProblem.OPTED_OUT, "One of the accounts, or the creator, was erased on request; leave it out.");
    }

    private static RuntimeException refused(ConstraintViolationException violation) {
        return switch (violation.getConstraintName()) {
            case "account_held_once" ->
                new DomainException(
                        ProfileProblem.ACCOUNT_TAKEN,
                        "One of the accounts, by platform and handle, belongs to another creator.");
            case "creator_pkey" ->
                new DomainException(ProfileProblem.CREATOR_EXISTS, "Change the profile with PUT instead.");
            case null, default -> violation;
        };
    }

    /** Now, as precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

package org.affinity.profile.creator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.outbox.Outbox;
import org.affinity.profile.creator.CreatorImports.Imported;
import org.affinity.profile.creator.domain.AccountKey;
import org.affinity.profile.creator.domain.AccountProfile;
import org.affinity.profile.creator.domain.CreatorProfile;
import org.affinity.profile.creator.domain.CreatorStatus;
import org.affinity.profile.creator.domain.ListOrigin;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Observation;
import org.affinity.profile.creator.domain.Statement;
import org.affinity.profile.creator.store.AccountEntity;
import org.affinity.profile.creator.store.CreatorEntity;
import org.affinity.profile.creator.store.CreatorRepository;

/**
 * Takes over what others say of whole creators, many at a time: a handful of queries for all. A record belongs to the
 * creator whom its sender means already, else to the one who holds an account of it, else to a new one. Accounts of
 * creators who described themselves are theirs to add: of a record only those count that they hold.
 */
@ApplicationScoped
public class CreatorRecords {

    private final CreatorRepository creators;
    private final ProfileWriter writer;
    private final ProfileMerge merge;
    private final OptOuts optOuts;
    private final CreatorOrigins origins;
    private final AfterObservation afterObservation;
    private final Outbox outbox;
    private final IdGenerator ids;

    CreatorRecords(
            CreatorRepository creators,
            ProfileWriter writer,
            ProfileMerge merge,
            OptOuts optOuts,
            CreatorOrigins origins,
            AfterObservation afterObservation,
            Outbox outbox,
            IdGenerator ids) {
        this.optOuts = optOuts;
        this.origins = origins;
        this.creators = creators;
        this.writer = writer;
        this.merge = merge;
        this.afterObservation = afterObservation;
        this.outbox = outbox;
        this.ids = ids;
    }

    /**
     * What somebody says of a creator.
     *
     * @param creatorId whom they mean, or null when they do not know yet
     */
    public record CreatorRecord(UUID creatorId, CreatorProfile profile, MetricSource source) {}

    /** What became of a record: its creator, or null when nothing was taken over. */
    public record TakenOver(UUID creatorId, boolean isNew, boolean isChanged) {

        /** Nothing: the accounts belong to another creator or to several. */
        public static final TakenOver CONFLICT = new TakenOver(null, false, false);

        /** Nothing: an account belonged to somebody who had their data erased. */
        public static final TakenOver OPTED_OUT = new TakenOver(null, false, true);
    }

    /**
     * Takes records over, one after the other, and keeps where the data came from; the answers come in the same order.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<TakenOver> takeOver(List<CreatorRecord> records, Instant at, ListOrigin origin) {
        Map<AccountKey, UUID> holders = creators.holdersOf(records.stream()
                .flatMap(record -> record.profile().accounts().stream())
                .map(AccountProfile::key)
                .distinct()
                .toList());
        Set<UUID> concerned = new HashSet<>(holders.values());
        records.stream().map(CreatorRecord::creatorId).filter(Objects::nonNull).forEach(concerned::add);
        Map<UUID, CreatorEntity> present = creators.lockAll(concerned);
        // After the locks: a creator who was erased meanwhile is gone, and their accounts are on the list.
        Set<AccountKey> optedOut = optOuts.among(records.stream()
                .flatMap(record -> record.profile().accounts().stream())
                .map(AccountProfile::key)
                .toList());
        var results = new ArrayList<TakenOver>();
        var isNew = new HashSet<UUID>();
        var changed = new LinkedHashSet<CreatorEntity>();
        var observed = new LinkedHashSet<AccountEntity>();
        for (CreatorRecord record : records) {
            if (record.profile().accounts().stream().map(AccountProfile::key).anyMatch(optedOut::contains)) {
                results.add(TakenOver.OPTED_OUT);
                continue;
            }
            Set<UUID> owners = record.profile().accounts().stream()
                    .map(account -> holders.get(account.key()))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toCollection(HashSet::new));
            if (record.creatorId() != null) {
                owners.add(record.creatorId());
            }
            owners.retainAll(present.keySet());
            if (owners.size() > 1) {
                results.add(TakenOver.CONFLICT);
                continue;
            }
            CreatorEntity creator = owners.isEmpty()
                    ? create(record, at)
                    : present.get(owners.iterator().next());
            boolean isChanged = owners.isEmpty() || merge(creator, record, at, observed);
            if (owners.isEmpty()) {
                isNew.add(creator.id);
                present.put(creator.id, creator);
            }
            if (isChanged && changed.add(creator) && !isNew.contains(creator.id)) {
                creator.version++;
                creator.updatedAt = at;
            }
            creator.accounts.forEach(account -> holders.put(account.key(), creator.id));
            results.add(new TakenOver(creator.id, owners.isEmpty(), isChanged));
        }
        publish(changed, observed);
        origins.takenOver(
                results.stream()
                        .filter(result -> result.creatorId() != null)
                        .map(result -> new Imported(result.creatorId(), result.isNew(), result.isChanged()))
                        .toList(),
                origin,
                at);
        return results;
    }

    private void publish(Set<CreatorEntity> changed, Set<AccountEntity> observed) {
        if (changed.isEmpty()) {
            creators.flush();
        } else {
            creators.index(changed.stream().map(creator -> creator.id).toList());
        }
        // The histories are complete only now, and the events tell what follows from them.
        afterObservation.afterObservation(observed);
        for (CreatorEntity creator : changed) {
            outbox.publish(CreatorState.UPDATED, creator.id, creator.version, CreatorState.of(creator));
        }
    }

    private CreatorEntity create(CreatorRecord record, Instant at) {
        CreatorProfile profile = record.profile();
        var creator = new CreatorEntity();
        creator.id = ids.next();
        creator.status = CreatorStatus.ACTIVE;
        creator.version = 1;
        creator.createdAt = at;
        creator.updatedAt = at;
        creator.displayName = profile.displayName();
        creator.country = profile.country();
        creator.languages = new ArrayList<>(profile.languages());
        creator.birthYear = profile.birthYear();
        creator.topics = new ArrayList<>(profile.topics());
        creator.bio = profile.bio();
        profile.accounts().forEach(account -> writer.addAccount(creator, account, statement(record, account, at)));
        creators.persist(creator);
        return creator;
    }

    private boolean merge(CreatorEntity creator, CreatorRecord record, Instant at, Set<AccountEntity> observed) {
        CreatorProfile profile = record.profile();
        boolean isChanged = merge.addPerson(
                creator,
                profile.displayName(),
                profile.country(),
                profile.birthYear(),
                profile.topics(),
                profile.languages());
        isChanged |= merge.addBio(creator, profile.bio());
        for (AccountProfile account : profile.accounts()) {
            Optional<AccountEntity> held = creator.accounts.stream()
                    .filter(one -> one.key().equals(account.key()))
                    .findFirst();
            if (held.isPresent() && merge.addFigures(held.get(), statement(record, account, at))) {
                observed.add(held.get());
                isChanged = true;
            } else if (held.isEmpty() && !creator.selfDescribed) {
                writer.addAccount(creator, account, statement(record, account, at));
                isChanged = true;
            }
        }
        return isChanged;
    }

    private static Statement statement(CreatorRecord record, AccountProfile account, Instant at) {
        return Statement.partial(Observation.of(account.metrics()), record.source(), at);
    }
}

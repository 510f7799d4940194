package org.affinity.profile.creator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.outbox.Outbox;
import org.affinity.profile.creator.domain.AccountKey;
import org.affinity.profile.creator.domain.CreatorStatus;
import org.affinity.profile.creator.domain.ImportedAccount;
import org.affinity.profile.creator.domain.ListOrigin;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Observation;
import org.affinity.profile.creator.domain.Snapshot;
import org.affinity.profile.creator.domain.Statement;
import org.affinity.profile.creator.store.AccountEntity;
import org.affinity.profile.creator.store.CreatorEntity;
import org.affinity.profile.creator.store.CreatorRepository;

/**
 * Takes accounts over from lists, many at a time: a handful of queries for a whole batch. What a list does not say
 * stays as it is; what creators wrote of themselves is only added to; figures never give way to figures of a weaker
 * source.
 */
@ApplicationScoped
public class CreatorImports {

    private final CreatorRepository creators;
    private final OptOuts optOuts;
    private final CreatorOrigins origins;
    private final ProfileWriter writer;
    private final ProfileMerge merge;
    private final AccountHistory history;
    private final AfterObservation afterObservation;
    private final ListedAnswers answers;
    private final Outbox outbox;
    private final IdGenerator ids;

    CreatorImports(
            CreatorRepository creators,
            OptOuts optOuts,
            CreatorOrigins origins,
            ProfileWriter writer,
            ProfileMerge merge,
            AccountHistory history,
            AfterObservation afterObservation,
            ListedAnswers answers,
            Outbox outbox,
            IdGenerator ids) {
        this.creators = creators;
        this.optOuts = optOuts;
        this.origins = origins;
        this.writer = writer;
        this.merge = merge;
        this.history = history;
        this.afterObservation = afterObservation;
        this.answers = answers;
        this.outbox = outbox;
        this.ids = ids;
    }

    /**
     * Takes over accounts of which no two are the same, and keeps where their creators' data came from and on what
     * basis; the answers come in the same order. Figures count as observed when the list says so, else {@code at};
     * figures older than those present go into the history only.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Imported> takeOver(List<ImportedAccount> accounts, MetricSource source, Instant at, ListOrigin origin) {
        Map<AccountKey, UUID> holders = holdersOf(accounts);
        Batch batch = batch(accounts, holders, creators.lockAll(new HashSet<>(holders.values())), source, at);
        var results = new ArrayList<Imported>();
        var changed = new LinkedHashSet<CreatorEntity>();
        var observed = new LinkedHashSet<AccountEntity>();
        for (ImportedAccount imported : accounts) {
            Imported result = batch.optedOut().contains(imported.account().key())
                    ? Imported.OPTED_OUT
                    : takeOver(imported, batch, changed, observed);
            results.add(result);
        }
        batch.answers().keep();
        if (changed.isEmpty()) {
            creators.flush();
        } else {
            creators.index(changed.stream().map(creator -> creator.id).toList());
        }
        // The histories are complete only now, and the events tell what follows from them.
        afterObservation.afterObservation(observed);
        outbox.publishAll(
                CreatorState.UPDATED,
                changed.stream()
                        .map(creator -> new Outbox.State(creator.id, creator.version, CreatorState.of(creator)))
                        .toList());
        origins.takenOver(results, origin, at);
        return results;
    }

    private Imported takeOver(
            ImportedAccount imported, Batch batch, Set<CreatorEntity> changed, Set<AccountEntity> observed) {
        CreatorEntity present = batch.holderOf(imported);
        if (present == null) {
            CreatorEntity creator = create(imported, batch);
            creators.persist(creator);
            changed.add(creator);
            return new Imported(creator.id, true, true);
        }
        Merged merged = merge(present, imported, batch);
        if (merged.hasNewFigures()) {
            observed.add(batch.known().get(imported.account().key()));
        }
        if (merged.isChange() && changed.add(present)) {
            present.version++;
            present.updatedAt = batch.at();
        }
        return new Imported(present.id, false, merged.isChange());
    }

    /**
     * Tells what {@link #takeOver} would answer, and changes nothing; new creators have no id. To be called in a
     * transaction of its own: what it did to the entities is forgotten.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Imported> preview(List<ImportedAccount> accounts, MetricSource source, Instant at) {
        Map<AccountKey, UUID> holders = holdersOf(accounts);
        Batch batch = batch(accounts, holders, creators.findAll(new HashSet<>(holders.values())), source, at);
        var results = new ArrayList<Imported>();
        for (ImportedAccount imported : accounts) {
            CreatorEntity present = batch.holderOf(imported);
            if (batch.optedOut().contains(imported.account().key())) {
                results.add(Imported.OPTED_OUT);
            } else if (present == null) {
                results.add(new Imported(null, true, true));
            } else {
                results.add(new Imported(
                        present.id, false, merge(present, imported, batch).isChange()));
            }
        }
        creators.getEntityManager().clear();
        return results;
    }

    private Map<AccountKey, UUID> holdersOf(List<ImportedAccount> accounts) {
        return creators.holdersOf(
                accounts.stream().map(imported -> imported.account().key()).toList());
    }

    /** All that has to be known of a batch, read after its creators are locked: who was erased meanwhile is gone. */
    private Batch batch(
            List<ImportedAccount> accounts,
            Map<AccountKey, UUID> holders,
            Map<UUID, CreatorEntity> present,
            MetricSource source,
            Instant at) {
        Set<AccountKey> optedOut = optOuts.among(
                accounts.stream().map(imported -> imported.account().key()).toList());
        Map<AccountKey, AccountEntity> known = accountsOf(present.values());
        var late = new ArrayList<UUID>();
        for (ImportedAccount imported : accounts) {
            AccountEntity account = known.get(imported.account().key());
            if (account != null && !AccountHistory.isAhead(account, statement(imported, source, at))) {
                late.add(account.id);
            }
        }
        List<UUID> answering = accounts.stream()
                .filter(imported -> !imported.answers().isEmpty())
                .map(imported -> holders.get(imported.account().key()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Batch(
                holders, present, known, optedOut, history.historiesOf(late), answers.of(answering), source, at);
    }

    private static Map<AccountKey, AccountEntity> accountsOf(Collection<CreatorEntity> creators) {
        var accounts = new HashMap<AccountKey, AccountEntity>();
        creators.forEach(creator -> creator.accounts.forEach(account -> accounts.put(account.key(), account)));
        return accounts;
    }

    private static Statement statement(ImportedAccount imported, MetricSource source, Instant at) {
        Instant observedAt = imported.observedAt() == null ? at : imported.observedAt();
        return Statement.partial(Observation.of(imported.account().metrics()), source, observedAt);
    }

    private CreatorEntity create(ImportedAccount imported, Batch batch) {
        var creator = new CreatorEntity();
        creator.id = ids.next();
        creator.status = CreatorStatus.ACTIVE;
        creator.version = 1;
        creator.createdAt = batch.at();
        creator.updatedAt = batch.at();
        creator.displayName =
                imported.displayName() == null ? imported.account().handle().value() : imported.displayName();
        creator.country = imported.country();
        creator.languages = new ArrayList<>(imported.languages());
        creator.birthYear = imported.birthYear();
        creator.topics = new ArrayList<>(imported.topics());
        creator.bio = imported.bio();
        merge.addFee(creator, imported.fee());
        batch.answers().add(creator, imported.answers(), batch.dateOf(imported));
        writer.addAccount(creator, imported.account(), statement(imported, batch.source(), batch.at()));
        return creator;
    }

    private Merged merge(CreatorEntity creator, ImportedAccount imported, Batch batch) {
        AccountEntity account = batch.known().get(imported.account().key());
        boolean hasNewFigures = merge.addFigures(
                account,
                statement(imported, batch.source(), batch.at()),
                imported.observedAt() != null,
                batch.histories().getOrDefault(account.id, List.of()));
        boolean isNewPerson = merge.addPerson(
                creator,
                imported.displayName(),
                imported.country(),
                imported.birthYear(),
                imported.topics(),
                imported.languages());
        boolean isNewBio = merge.addBio(creator, imported.bio());
        boolean isNewFee = merge.addFee(creator, imported.fee());
        boolean isNewAnswer = batch.answers().add(creator, imported.answers(), batch.dateOf(imported));
        return new Merged(hasNewFigures, hasNewFigures || isNewPerson || isNewBio || isNewFee || isNewAnswer);
    }

    /** What a record changed in an account that was there. */
    private record Merged(boolean hasNewFigures, boolean isChange) {}

    /**
     * A batch with what is known of its accounts before it.
     *
     * @param histories of accounts for which the list is late, by account
     */
    private record Batch(
            Map<AccountKey, UUID> holders,
            Map<UUID, CreatorEntity> present,
            Map<AccountKey, AccountEntity> known,
            Set<AccountKey> optedOut,
            Map<UUID, List<Snapshot>> histories,
            ListedAnswers.Taking answers,
            MetricSource source,
            Instant at) {

        Instant dateOf(ImportedAccount imported) {
            return imported.observedAt() == null ? at : imported.observedAt();
        }

        CreatorEntity holderOf(ImportedAccount imported) {
            UUID holder = holders.get(imported.account().key());
            return holder == null ? null : present.get(holder);
        }
    }

    /**
     * What became of one account: whether its creator is new, and whether anything changed; {@link #OPTED_OUT} when
     * nothing did, because the account belonged to somebody who had their data erased.
     */
    public record Imported(UUID creatorId, boolean isNew, boolean isChanged) {

        /** Refused: the person behind the account left. */
        public static final Imported OPTED_OUT = new Imported(null, false, false);
    }
}

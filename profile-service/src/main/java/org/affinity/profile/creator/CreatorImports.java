package org.affinity.profile.creator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.outbox.Outbox;
import org.affinity.profile.creator.domain.CreatorStatus;
import org.affinity.profile.creator.domain.ImportedAccount;
import org.affinity.profile.creator.domain.ListOrigin;
import org.affinity.profile.creator.domain.MetricSource;
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
    private final ListedBatches batches;
    private final CreatorOrigins origins;
    private final ProfileWriter writer;
    private final ProfileMerge merge;
    private final AfterObservation afterObservation;
    private final Outbox outbox;
    private final IdGenerator ids;

    CreatorImports(
            CreatorRepository creators,
            ListedBatches batches,
            CreatorOrigins origins,
            ProfileWriter writer,
            ProfileMerge merge,
            AfterObservation afterObservation,
            Outbox outbox,
            IdGenerator ids) {
        this.creators = creators;
        this.batches = batches;
        this.origins = origins;
        this.writer = writer;
        this.merge = merge;
        this.afterObservation = afterObservation;
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
        ListedBatch batch = batches.lock(accounts, source, at);
        var results = new ArrayList<Imported>();
        var changed = new LinkedHashSet<CreatorEntity>();
        var observed = new LinkedHashSet<AccountEntity>();
        for (ImportedAccount imported : accounts) {
            Imported result =
                    batch.isOptedOut(imported) ? Imported.OPTED_OUT : takeOver(imported, batch, changed, observed);
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
            ImportedAccount imported, ListedBatch batch, Set<CreatorEntity> changed, Set<AccountEntity> observed) {
        CreatorEntity present = batch.holderOf(imported);
        if (present == null) {
            CreatorEntity creator = create(imported, batch);
            creators.persist(creator);
            changed.add(creator);
            return new Imported(creator.id, true, true);
        }
        Merged merged = merge(present, imported, batch);
        if (merged.hasNewFigures()) {
            observed.add(batch.accountOf(imported));
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
        ListedBatch batch = batches.look(accounts, source, at);
        var results = new ArrayList<Imported>();
        for (ImportedAccount imported : accounts) {
            CreatorEntity present = batch.holderOf(imported);
            if (batch.isOptedOut(imported)) {
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

    private CreatorEntity create(ImportedAccount imported, ListedBatch batch) {
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
        writer.addAccount(creator, imported.account(), batch.statement(imported));
        return creator;
    }

    private Merged merge(CreatorEntity creator, ImportedAccount imported, ListedBatch batch) {
        AccountEntity account = batch.accountOf(imported);
        boolean hasNewFigures = merge.addFigures(
                account, batch.statement(imported), imported.observedAt() != null, batch.historyOf(account));
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
     * What became of one account: whether its creator is new, and whether anything changed; {@link #OPTED_OUT} when
     * nothing did, because the account belonged to somebody who had their data erased.
     */
    public record Imported(UUID creatorId, boolean isNew, boolean isChanged) {

        /** Refused: the person behind the account left. */
        public static final Imported OPTED_OUT = new Imported(null, false, false);
    }
}

package org.affinity.profile.creator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.outbox.Outbox;
import org.affinity.profile.creator.domain.AccountKey;
import org.affinity.profile.creator.domain.CreatorStatus;
import org.affinity.profile.creator.domain.ImportedAccount;
import org.affinity.profile.creator.domain.ListOrigin;
import org.affinity.profile.creator.domain.MetricSource;
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
    private final ProfileWriter writer;
    private final ProfileMerge merge;
    private final Outbox outbox;
    private final IdGenerator ids;
    private final CreatorOrigins origins;

    CreatorImports(
            CreatorRepository creators,
            OptOuts optOuts,
            ProfileWriter writer,
            ProfileMerge merge,
            Outbox outbox,
            IdGenerator ids,
            CreatorOrigins origins) {
        this.origins = origins;
        this.creators = creators;
        this.optOuts = optOuts;
        this.writer = writer;
        this.merge = merge;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** Takes over accounts of a list, and keeps where their creators' data came from and on what basis. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Imported> takeOver(List<ImportedAccount> accounts, MetricSource source, Instant at, ListOrigin origin) {
        List<Imported> results = takeOver(accounts, source, at);
        creators.flush();
        origins.takenOver(results, origin, at);
        return results;
    }

    /** Takes over accounts of which no two are the same; the answers come in the same order. */
    private List<Imported> takeOver(List<ImportedAccount> accounts, MetricSource source, Instant at) {
        Map<AccountKey, UUID> holders = creators.holdersOf(
                accounts.stream().map(imported -> imported.account().key()).toList());
        Map<UUID, CreatorEntity> present = creators.lockAll(new HashSet<>(holders.values()));
        // After the locks: a creator who was erased meanwhile is gone, and their accounts are on the list.
        Set<AccountKey> optedOut = optOuts.among(
                accounts.stream().map(imported -> imported.account().key()).toList());
        var results = new ArrayList<Imported>();
        var changed = new LinkedHashSet<CreatorEntity>();
        for (ImportedAccount imported : accounts) {
            if (optedOut.contains(imported.account().key())) {
                results.add(Imported.OPTED_OUT);
                continue;
            }
            UUID holder = holders.get(imported.account().key());
            CreatorEntity creator = holder == null ? create(imported, source, at) : present.get(holder);
            boolean isChanged = holder == null || merge(creator, imported, source, at);
            if (isChanged && changed.add(creator) && holder != null) {
                creator.version++;
                creator.updatedAt = at;
            }
            results.add(new Imported(creator.id, holder == null, isChanged));
        }
        for (CreatorEntity creator : changed) {
            outbox.publish(CreatorState.UPDATED, creator.id, creator.version, CreatorState.of(creator));
        }
        if (!changed.isEmpty()) {
            creators.index(changed.stream().map(creator -> creator.id).toList());
        }
        return results;
    }

    private CreatorEntity create(ImportedAccount imported, MetricSource source, Instant at) {
        var creator = new CreatorEntity();
        creator.id = ids.next();
        creator.status = CreatorStatus.ACTIVE;
        creator.version = 1;
        creator.createdAt = at;
        creator.updatedAt = at;
        creator.displayName =
                imported.displayName() == null ? imported.account().handle().value() : imported.displayName();
        creator.country = imported.country();
        creator.languages = new ArrayList<>(imported.languages());
        creator.birthYear = imported.birthYear();
        creator.topics = new ArrayList<>(imported.topics());
        writer.addAccount(creator, imported.account(), source, at);
        creators.persist(creator);
        return creator;
    }

    private boolean merge(CreatorEntity creator, ImportedAccount imported, MetricSource source, Instant at) {
        boolean hasNewFigures = merge.addFigures(creator, imported.account(), source, at);
        boolean isNewPerson = merge.addPerson(
                creator,
                imported.displayName(),
                imported.country(),
                imported.birthYear(),
                imported.topics(),
                imported.languages());
        return hasNewFigures || isNewPerson;
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

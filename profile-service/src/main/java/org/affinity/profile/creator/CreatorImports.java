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
import java.util.UUID;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.outbox.Outbox;
import org.affinity.profile.creator.domain.AccountKey;
import org.affinity.profile.creator.domain.CreatorStatus;
import org.affinity.profile.creator.domain.CurrentFigures;
import org.affinity.profile.creator.domain.ImportedAccount;
import org.affinity.profile.creator.domain.Languages;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Observation;
import org.affinity.profile.creator.domain.Snapshot;
import org.affinity.profile.creator.domain.Statement;
import org.affinity.profile.creator.domain.Topics;
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
    private final ProfileWriter writer;
    private final AccountHistory history;
    private final Outbox outbox;
    private final IdGenerator ids;

    CreatorImports(
            CreatorRepository creators, ProfileWriter writer, AccountHistory history, Outbox outbox, IdGenerator ids) {
        this.creators = creators;
        this.writer = writer;
        this.history = history;
        this.outbox = outbox;
        this.ids = ids;
    }

    /**
     * Takes over accounts of which no two are the same; the answers come in the same order. Figures count as observed
     * when the list says so, else {@code at}; figures older than those present go into the history only.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Imported> takeOver(List<ImportedAccount> accounts, MetricSource source, Instant at) {
        Map<AccountKey, UUID> holders = creators.holdersOf(
                accounts.stream().map(imported -> imported.account().key()).toList());
        Map<UUID, CreatorEntity> present = creators.lockAll(new HashSet<>(holders.values()));
        Map<AccountKey, AccountEntity> known = accountsOf(present.values());
        Map<UUID, List<Snapshot>> histories = historiesFor(accounts, known, source, at);
        var results = new ArrayList<Imported>();
        var changed = new LinkedHashSet<CreatorEntity>();
        for (ImportedAccount imported : accounts) {
            UUID holder = holders.get(imported.account().key());
            CreatorEntity creator = holder == null ? create(imported, source, at) : present.get(holder);
            boolean isChanged =
                    holder == null || merge(creator, imported, statement(imported, source, at), known, histories);
            if (isChanged && changed.add(creator) && holder != null) {
                creator.version++;
                creator.updatedAt = at;
            }
            results.add(new Imported(creator.id, holder == null, isChanged));
        }
        for (CreatorEntity creator : changed) {
            outbox.publish(CreatorState.UPDATED, creator.id, creator.version, CreatorState.of(creator));
        }
        return results;
    }

    private static Map<AccountKey, AccountEntity> accountsOf(Collection<CreatorEntity> creators) {
        var accounts = new HashMap<AccountKey, AccountEntity>();
        creators.forEach(creator -> creator.accounts.forEach(account -> accounts.put(account.key(), account)));
        return accounts;
    }

    /** The histories that are needed to find the place of late statements: one query, none when nothing is late. */
    private Map<UUID, List<Snapshot>> historiesFor(
            List<ImportedAccount> accounts, Map<AccountKey, AccountEntity> known, MetricSource source, Instant at) {
        var late = new ArrayList<UUID>();
        for (ImportedAccount imported : accounts) {
            AccountEntity account = known.get(imported.account().key());
            if (account != null && !AccountHistory.isAhead(account, statement(imported, source, at))) {
                late.add(account.id);
            }
        }
        return history.historiesOf(late);
    }

    private static Statement statement(ImportedAccount imported, MetricSource source, Instant at) {
        Instant observedAt = imported.observedAt() == null ? at : imported.observedAt();
        return Statement.partial(Observation.of(imported.account().metrics()), source, observedAt);
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
        writer.addAccount(creator, imported.account(), statement(imported, source, at));
        creators.persist(creator);
        return creator;
    }

    private boolean merge(
            CreatorEntity creator,
            ImportedAccount imported,
            Statement statement,
            Map<AccountKey, AccountEntity> known,
            Map<UUID, List<Snapshot>> histories) {
        AccountEntity account = known.get(imported.account().key());
        boolean isDated = imported.observedAt() != null;
        boolean isChanged = mergeFigures(account, statement, isDated, histories.getOrDefault(account.id, List.of()));
        boolean mayReplace = !creator.selfDescribed;
        if (mayReplace
                && imported.displayName() != null
                && !imported.displayName().equals(creator.displayName)) {
            creator.displayName = imported.displayName();
            isChanged = true;
        }
        if (mayTake(creator.country, imported.country(), mayReplace)) {
            creator.country = imported.country();
            isChanged = true;
        }
        if (mayTake(creator.birthYear, imported.birthYear(), mayReplace)) {
            creator.birthYear = imported.birthYear();
            isChanged = true;
        }
        List<String> topics = Topics.union(creator.topics, imported.topics());
        if (!topics.equals(creator.topics)) {
            creator.topics = new ArrayList<>(topics);
            isChanged = true;
        }
        List<String> languages = Languages.union(creator.languages, imported.languages());
        if (!languages.equals(creator.languages)) {
            creator.languages = new ArrayList<>(languages);
            isChanged = true;
        }
        return isChanged;
    }

    private boolean mergeFigures(AccountEntity account, Statement statement, boolean isDated, List<Snapshot> entries) {
        boolean saysNothing = statement.figures().equals(Observation.NOTHING);
        if (saysNothing || (!isDated && isKnown(account, statement, entries))) {
            return false;
        }
        return history.add(account, statement, entries).isNew();
    }

    /** Whether an undated list only repeats what is known: of its own source, when that is the weaker one. */
    private static boolean isKnown(AccountEntity account, Statement statement, List<Snapshot> entries) {
        if (!statement.source().isWeakerThan(account.source)) {
            return account.observation().overlaidWith(statement.figures()).equals(account.observation());
        }
        List<Snapshot> ownSource = entries.stream()
                .filter(entry -> entry.source() == statement.source())
                .toList();
        return CurrentFigures.of(ownSource)
                .filter(current ->
                        current.figures().overlaidWith(statement.figures()).equals(current.figures()))
                .isPresent();
    }

    private static boolean mayTake(Object present, Object offered, boolean mayReplace) {
        return offered != null && !offered.equals(present) && (present == null || mayReplace);
    }

    /** What became of one account: whether its creator is new, and whether anything changed. */
    public record Imported(UUID creatorId, boolean isNew, boolean isChanged) {}
}

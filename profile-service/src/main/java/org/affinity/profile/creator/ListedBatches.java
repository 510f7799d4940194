package org.affinity.profile.creator;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.affinity.profile.creator.domain.AccountKey;
import org.affinity.profile.creator.domain.ImportedAccount;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.store.AccountEntity;
import org.affinity.profile.creator.store.CreatorEntity;
import org.affinity.profile.creator.store.CreatorRepository;

/** Reads what is known of the accounts of a list, in a handful of queries for a whole batch. */
@ApplicationScoped
class ListedBatches {

    private final CreatorRepository creators;
    private final OptOuts optOuts;
    private final AccountHistory history;
    private final ListedAnswers answers;

    ListedBatches(CreatorRepository creators, OptOuts optOuts, AccountHistory history, ListedAnswers answers) {
        this.creators = creators;
        this.optOuts = optOuts;
        this.history = history;
        this.answers = answers;
    }

    /** To take them over: nobody else changes their creators until the transaction ends. */
    ListedBatch lock(List<ImportedAccount> accounts, MetricSource source, Instant at) {
        Map<AccountKey, UUID> holders = holdersOf(accounts);
        return batch(accounts, holders, creators.lockAll(new HashSet<>(holders.values())), source, at);
    }

    /** To look at them alone. */
    ListedBatch look(List<ImportedAccount> accounts, MetricSource source, Instant at) {
        Map<AccountKey, UUID> holders = holdersOf(accounts);
        return batch(accounts, holders, creators.findAll(new HashSet<>(holders.values())), source, at);
    }

    private Map<AccountKey, UUID> holdersOf(List<ImportedAccount> accounts) {
        return creators.holdersOf(keys(accounts));
    }

    private static List<AccountKey> keys(List<ImportedAccount> accounts) {
        return accounts.stream().map(imported -> imported.account().key()).toList();
    }

    /** Read after the creators are locked: who was erased meanwhile is gone. */
    private ListedBatch batch(
            List<ImportedAccount> accounts,
            Map<AccountKey, UUID> holders,
            Map<UUID, CreatorEntity> present,
            MetricSource source,
            Instant at) {
        Set<AccountKey> optedOut = optOuts.among(keys(accounts));
        Map<AccountKey, AccountEntity> known = accountsOf(present.values());
        var late = new ArrayList<UUID>();
        for (ImportedAccount imported : accounts) {
            AccountEntity account = known.get(imported.account().key());
            if (account != null && !AccountHistory.isAhead(account, ListedBatch.statement(imported, source, at))) {
                late.add(account.id);
            }
        }
        List<UUID> answering = accounts.stream()
                .filter(imported -> !imported.answers().isEmpty())
                .map(imported -> holders.get(imported.account().key()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new ListedBatch(
                holders, present, known, optedOut, history.historiesOf(late), answers.of(answering), source, at);
    }

    private static Map<AccountKey, AccountEntity> accountsOf(Collection<CreatorEntity> creators) {
        var accounts = new HashMap<AccountKey, AccountEntity>();
        creators.forEach(creator -> creator.accounts.forEach(account -> accounts.put(account.key(), account)));
        return accounts;
    }
}

package org.affinity.profile.creator;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.affinity.profile.creator.domain.AccountKey;
import org.affinity.profile.creator.domain.ImportedAccount;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Observation;
import org.affinity.profile.creator.domain.Snapshot;
import org.affinity.profile.creator.domain.Statement;
import org.affinity.profile.creator.store.AccountEntity;
import org.affinity.profile.creator.store.CreatorEntity;

/**
 * Accounts of a list with what is known of them before they are taken over.
 *
 * @param holders ids of the creators who have them, by account
 * @param present these creators, by id
 * @param known the accounts that are there
 * @param histories of accounts for which the list is late, by account
 */
record ListedBatch(
        Map<AccountKey, UUID> holders,
        Map<UUID, CreatorEntity> present,
        Map<AccountKey, AccountEntity> known,
        Set<AccountKey> optedOut,
        Map<UUID, List<Snapshot>> histories,
        ListedAnswers.Taking answers,
        MetricSource source,
        Instant at) {

    boolean isOptedOut(ImportedAccount imported) {
        return optedOut.contains(imported.account().key());
    }

    /** Who has the account; null when nobody does. */
    CreatorEntity holderOf(ImportedAccount imported) {
        UUID holder = holders.get(imported.account().key());
        return holder == null ? null : present.get(holder);
    }

    /** The account as it is; null when it is new. */
    AccountEntity accountOf(ImportedAccount imported) {
        return known.get(imported.account().key());
    }

    List<Snapshot> historyOf(AccountEntity account) {
        return histories.getOrDefault(account.id, List.of());
    }

    /** When what the list says was so. */
    Instant dateOf(ImportedAccount imported) {
        return dateOf(imported, at);
    }

    /** The figures that the list states. */
    Statement statement(ImportedAccount imported) {
        return statement(imported, source, at);
    }

    static Statement statement(ImportedAccount imported, MetricSource source, Instant at) {
        return Statement.partial(Observation.of(imported.account().metrics()), source, dateOf(imported, at));
    }

    private static Instant dateOf(ImportedAccount imported, Instant at) {
        return imported.observedAt() == null ? at : imported.observedAt();
    }
}

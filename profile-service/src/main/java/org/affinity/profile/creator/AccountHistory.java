package org.affinity.profile.creator;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.affinity.kit.config.IdGenerator;
import org.affinity.profile.creator.domain.CurrentFigures;
import org.affinity.profile.creator.domain.Snapshot;
import org.affinity.profile.creator.domain.Statement;
import org.affinity.profile.creator.store.AccountEntity;
import org.affinity.profile.creator.store.SnapshotRepository;

/**
 * Adds observations to the history of accounts, in any order of arrival, and keeps the accounts' present figures what
 * {@link CurrentFigures} makes of the history. The caller holds the lock of the account's creator.
 */
@ApplicationScoped
public class AccountHistory {

    private final SnapshotRepository snapshots;
    private final IdGenerator ids;
    private final Clock clock;

    AccountHistory(SnapshotRepository snapshots, IdGenerator ids, Clock clock) {
        this.snapshots = snapshots;
        this.ids = ids;
        this.clock = clock;
    }

    /** Adds one statement. */
    public Added add(AccountEntity account, Statement statement) {
        List<Snapshot> history = isAhead(account, statement)
                ? List.of()
                : historiesOf(List.of(account.id)).getOrDefault(account.id, List.of());
        return add(account, statement, history);
    }

    /** The same with a history that was read before; it is not looked at for a statement that is ahead. */
    Added add(AccountEntity account, Statement statement, List<Snapshot> history) {
        if (isAhead(account, statement)) {
            Snapshot entry = remember(account, statement, null);
            account.observe(account.current()
                    .after(statement.figures(), statement.complete(), statement.source(), entry.observedAt()));
            return new Added(entry, true);
        }
        List<Snapshot> sameMoment = history.stream()
                .filter(entry -> entry.source() == statement.source()
                        && entry.observedAt().equals(statement.observedAt()))
                .sorted(CurrentFigures.ORDER)
                .toList();
        Optional<Snapshot> known = sameMoment.stream()
                .filter(entry -> entry.figures().equals(statement.figures()))
                .findFirst();
        if (known.isPresent()) {
            return new Added(known.get(), false);
        }
        UUID corrected = sameMoment.isEmpty() ? null : sameMoment.getLast().id();
        Snapshot entry = remember(account, statement, corrected);
        var all = new ArrayList<>(history);
        all.add(entry);
        CurrentFigures.of(all).ifPresent(account::observe);
        return new Added(entry, true);
    }

    /** Whether a statement comes after all that is known, so that the history need not be read for it. */
    static boolean isAhead(AccountEntity account, Statement statement) {
        int strength = account.source.compareTo(statement.source());
        return strength > 0 || (strength == 0 && statement.observedAt().isAfter(account.observedAt));
    }

    /** The histories of these accounts, in no order; an account without one is not in it. */
    public Map<UUID, List<Snapshot>> historiesOf(Collection<UUID> accountIds) {
        return snapshots.historiesOf(accountIds);
    }

    private Snapshot remember(AccountEntity account, Statement statement, UUID corrects) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var entry = new Snapshot(
                ids.next(),
                account.id,
                statement.figures(),
                statement.source(),
                statement.observedAt(),
                statement.complete(),
                now,
                statement.statedBy(),
                corrects);
        account.creator.remember(entry);
        return entry;
    }

    /** The entry of a statement: a new one, or the one that said the same before. */
    public record Added(Snapshot entry, boolean isNew) {}
}

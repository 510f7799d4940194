package org.affinity.profile.creator;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.affinity.kit.config.IdGenerator;
import org.affinity.profile.creator.domain.AccountKey;
import org.affinity.profile.creator.domain.AccountProfile;
import org.affinity.profile.creator.domain.CreatorProfile;
import org.affinity.profile.creator.domain.CurrentFigures;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Observation;
import org.affinity.profile.creator.domain.Statement;
import org.affinity.profile.creator.store.AccountEntity;
import org.affinity.profile.creator.store.CreatorEntity;

/** Puts profiles and figures into entities; each change of an account's figures leaves a snapshot. */
@ApplicationScoped
class ProfileWriter {

    /** Any statement comes after this. */
    private static final CurrentFigures BEFORE_ALL =
            new CurrentFigures(Observation.NOTHING, MetricSource.ESTIMATED, Instant.MIN);

    private final IdGenerator ids;
    private final AccountHistory history;

    ProfileWriter(IdGenerator ids, AccountHistory history) {
        this.ids = ids;
        this.history = history;
    }

    /**
     * Replaces a creator's whole profile by what they declare. Accounts that stay keep their id and history.
     *
     * @return the accounts that the creator did not have before
     */
    List<AccountKey> write(CreatorEntity creator, CreatorProfile profile, Instant now) {
        creator.displayName = profile.displayName();
        creator.country = profile.country();
        creator.languages = new ArrayList<>(profile.languages());
        creator.birthYear = profile.birthYear();
        creator.timeZone = profile.timeZone();
        creator.topics = new ArrayList<>(profile.topics());
        creator.bio = profile.bio();
        creator.selfDescribed = true;
        List<AccountKey> added = writeAccounts(creator, profile.accounts(), now);
        creator.writeAvailability(profile.availability());
        return added;
    }

    private List<AccountKey> writeAccounts(CreatorEntity creator, List<AccountProfile> accounts, Instant now) {
        List<AccountKey> added = new ArrayList<>();
        Map<AccountKey, AccountEntity> present = new HashMap<>();
        creator.accounts.forEach(account -> present.put(account.key(), account));
        // Accounts that came with a linked creator leave with that link only.
        creator.accounts.removeIf(account -> account.linkedFrom == null
                && accounts.stream().noneMatch(kept -> kept.key().equals(account.key())));
        for (int i = 0; i < accounts.size(); i++) {
            AccountProfile declared = accounts.get(i);
            AccountEntity account = present.get(declared.key());
            if (account == null) {
                account = addAccount(creator, declared, Statement.complete(declared.metrics(), now));
                added.add(declared.key());
            } else if (!account.metrics().equals(declared.metrics())) {
                history.add(account, Statement.complete(declared.metrics(), now));
            }
            account.handle = declared.handle().value();
            account.position = i;
        }
        int next = accounts.size();
        for (AccountEntity account : creator.accounts) {
            boolean isListed = accounts.stream().anyMatch(listed -> listed.key().equals(account.key()));
            account.position = isListed ? account.position : next++;
        }
        creator.accounts.sort(Comparator.comparingInt(account -> account.position));
        return added;
    }

    /** Adds an account with its first figures. */
    AccountEntity addAccount(CreatorEntity creator, AccountProfile profile, Statement first) {
        var account = new AccountEntity();
        account.id = ids.next();
        account.creator = creator;
        account.position = creator.accounts.size();
        account.platform = profile.platform();
        account.handle = profile.handle().value();
        account.handleKey = profile.handle().key();
        creator.accounts.add(account);
        if (first.figures().equals(Observation.NOTHING)) {
            account.observe(new CurrentFigures(Observation.NOTHING, first.source(), first.observedAt()));
        } else {
            account.observe(BEFORE_ALL);
            history.add(account, first);
        }
        return account;
    }
}

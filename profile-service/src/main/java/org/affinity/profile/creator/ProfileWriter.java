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
import org.affinity.profile.creator.domain.AccountMetrics;
import org.affinity.profile.creator.domain.AccountProfile;
import org.affinity.profile.creator.domain.CreatorProfile;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.store.AccountEntity;
import org.affinity.profile.creator.store.CreatorEntity;

/** Puts profiles and figures into entities; each change of an account's figures leaves a snapshot. */
@ApplicationScoped
class ProfileWriter {

    private final IdGenerator ids;

    ProfileWriter(IdGenerator ids) {
        this.ids = ids;
    }

    /** Replaces a creator's whole profile by what they declare. Accounts that stay keep their id and history. */
    void write(CreatorEntity creator, CreatorProfile profile, Instant now) {
        creator.displayName = profile.displayName();
        creator.country = profile.country();
        creator.languages = new ArrayList<>(profile.languages());
        creator.birthYear = profile.birthYear();
        creator.timeZone = profile.timeZone();
        creator.topics = new ArrayList<>(profile.topics());
        creator.bio = profile.bio();
        creator.selfDescribed = true;
        writeAccounts(creator, profile.accounts(), now);
        creator.writeAvailability(profile.availability());
    }

    private void writeAccounts(CreatorEntity creator, List<AccountProfile> accounts, Instant now) {
        Map<AccountKey, AccountEntity> present = new HashMap<>();
        creator.accounts.forEach(account -> present.put(account.key(), account));
        creator.accounts.removeIf(
                account -> accounts.stream().noneMatch(kept -> kept.key().equals(account.key())));
        for (int i = 0; i < accounts.size(); i++) {
            AccountProfile declared = accounts.get(i);
            AccountEntity account = present.get(declared.key());
            if (account == null) {
                account = addAccount(creator, declared, MetricSource.DECLARED, now);
            } else if (!account.metrics().equals(declared.metrics())) {
                observe(account, declared.metrics(), MetricSource.DECLARED, now);
            }
            account.handle = declared.handle().value();
            account.position = i;
        }
        creator.accounts.sort(Comparator.comparingInt(account -> account.position));
    }

    /** Adds an account with its first figures. */
    AccountEntity addAccount(CreatorEntity creator, AccountProfile declared, MetricSource source, Instant now) {
        var account = new AccountEntity();
        account.id = ids.next();
        account.creator = creator;
        account.position = creator.accounts.size();
        account.platform = declared.platform();
        account.handle = declared.handle().value();
        account.handleKey = declared.handle().key();
        creator.accounts.add(account);
        observe(account, declared.metrics(), source, now);
        return account;
    }

    /** Puts new figures in place of an account's present ones, and keeps them as a snapshot too. */
    void observe(AccountEntity account, AccountMetrics metrics, MetricSource source, Instant at) {
        account.observe(metrics, source, at);
        if (!metrics.equals(AccountMetrics.UNKNOWN)) {
            account.creator.remember(ids.next(), account);
        }
    }
}

package org.affinity.profile.creator;

import java.util.Collection;
import org.affinity.profile.creator.store.AccountEntity;

/** What follows from new observations of accounts, in the same change of their creators. */
public interface AfterObservation {

    /** Brings up to date what is derived from the histories of these accounts: a few queries for all of them. */
    void afterObservation(Collection<AccountEntity> accounts);
}

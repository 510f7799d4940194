package org.affinity.profile.account;

import org.affinity.profile.creator.store.AccountEntity;

/** What follows from a new observation of an account, in the same change of its creator. */
public interface AfterObservation {

    /** Brings up to date what is derived from the account's history. */
    void afterObservation(AccountEntity account);
}

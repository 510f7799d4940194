package org.affinity.profile.partner.domain;

/** What became of a partner's record. */
public enum RecordOutcome {
    /** A new record of a new creator. */
    CREATED,
    /** A new record of a creator who was known from elsewhere. */
    ATTACHED,
    /** The record replaced another one. */
    REPLACED,
    /** The record was there before. */
    UNCHANGED,
    /** Nothing was taken over: an account belongs to another creator, or the accounts to several. */
    ACCOUNT_TAKEN,
    /** Nothing was taken over: an account belonged to somebody who had their data erased. */
    OPTED_OUT
}

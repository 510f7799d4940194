package org.affinity.profile.account.domain;

/** What became of a claim. */
public enum ClaimState {
    PENDING,
    APPROVED,
    REFUSED
}

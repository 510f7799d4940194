package org.affinity.profile.consent.domain;

/** How far it is with telling a creator that their data is held. */
public enum NoticeState {
    /** Still to be sent. */
    OPEN,
    /** Sent. */
    SENT,
    /** No longer needed: the creator signed up themself. */
    CLEARED
}

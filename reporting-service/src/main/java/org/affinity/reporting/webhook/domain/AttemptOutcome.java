package org.affinity.reporting.webhook.domain;

/** How one attempt ended. */
public enum AttemptOutcome {
    /** Being sent. */
    STARTED,
    /** The receiver answered 2xx. */
    SUCCEEDED,
    /** Any other answer, or none. */
    FAILED,
    /** The sender stopped before it knew; the delivery was sent again with the same id and bytes. */
    LOST
}

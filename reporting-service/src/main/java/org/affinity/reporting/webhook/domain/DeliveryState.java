package org.affinity.reporting.webhook.domain;

/** Where a delivery stands. */
public enum DeliveryState {
    /** Waits for its next attempt, or is being sent. */
    PENDING,
    /** The receiver answered 2xx. */
    SUCCEEDED,
    /** Given up after the last attempt of the schedule. */
    FAILED,
    /** Not sent because its endpoint was disabled. */
    CANCELLED
}

package org.affinity.reporting.webhook.domain;

/** Whether an endpoint receives deliveries. */
public enum EndpointState {
    ENABLED,
    DISABLED
}

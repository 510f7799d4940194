package org.affinity.reporting.webhook.domain;

/** A receiver that this service will not connect to; the message says why, without naming an address. */
public final class RefusedTarget extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RefusedTarget(String reason) {
        super(reason, null, false, false);
    }
}

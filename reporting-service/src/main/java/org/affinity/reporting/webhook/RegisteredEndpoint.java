package org.affinity.reporting.webhook;

import org.affinity.reporting.webhook.domain.Endpoint;

/** A new endpoint with its secret, which is told once. */
public record RegisteredEndpoint(Endpoint endpoint, String secret) {

    @Override
    public String toString() {
        return "RegisteredEndpoint[" + endpoint.endpointId() + "]";
    }
}

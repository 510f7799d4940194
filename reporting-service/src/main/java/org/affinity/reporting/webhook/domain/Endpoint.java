package org.affinity.reporting.webhook.domain;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A receiver of webhooks that an organisation registered. Its secret is not part of it. */
public record Endpoint(
        UUID endpointId,
        long version,
        UUID organisationId,
        String url,
        String description,
        Set<String> eventTypes,
        EndpointState state,
        String disabledReason,
        Instant disabledAt,
        Instant failingSince,
        Instant createdAt) {

    public Endpoint {
        eventTypes = Set.copyOf(eventTypes);
    }

    public boolean enabled() {
        return state == EndpointState.ENABLED;
    }
}

package org.affinity.reporting.webhook.store;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.affinity.reporting.webhook.domain.Endpoint;
import org.affinity.reporting.webhook.domain.EndpointState;

/** Row of {@code webhook_endpoint}. */
@Entity
@Table(name = "webhook_endpoint")
class EndpointEntity {

    @Id
    UUID endpointId;

    long version;
    UUID organisationId;
    String url;
    String description;
    String[] eventTypes;
    byte[] secret;

    @Enumerated(EnumType.STRING)
    EndpointState state;

    String disabledReason;
    Instant disabledAt;
    Instant failingSince;
    Instant createdAt;

    static EndpointEntity of(Endpoint endpoint, byte[] sealedSecret) {
        var entity = new EndpointEntity();
        entity.endpointId = endpoint.endpointId();
        entity.version = endpoint.version();
        entity.organisationId = endpoint.organisationId();
        entity.url = endpoint.url();
        entity.description = endpoint.description();
        entity.eventTypes = endpoint.eventTypes().stream().sorted().toArray(String[]::new);
        entity.secret = sealedSecret.clone();
        entity.state = endpoint.state();
        entity.createdAt = endpoint.createdAt();
        return entity;
    }

    Endpoint endpoint() {
        return new Endpoint(
                endpointId,
                version,
                organisationId,
                url,
                description,
                Set.of(eventTypes),
                state,
                disabledReason,
                disabledAt,
                failingSince,
                createdAt);
    }
}

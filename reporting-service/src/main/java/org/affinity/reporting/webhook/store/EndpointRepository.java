package org.affinity.reporting.webhook.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.affinity.reporting.webhook.domain.Endpoint;

/** Keeps endpoints with their sealed secrets. */
@ApplicationScoped
public class EndpointRepository implements PanacheRepositoryBase<EndpointEntity, UUID> {

    /** Adds an endpoint. */
    public void add(Endpoint endpoint, byte[] sealedSecret) {
        persist(EndpointEntity.of(endpoint, sealedSecret));
    }

    /** The endpoint, as far as the caller may see it. */
    public Optional<Endpoint> endpoint(UUID endpointId) {
        return findByIdOptional(endpointId).map(EndpointEntity::endpoint);
    }

    /** The sealed secret of an endpoint. */
    public byte[] sealedSecret(UUID endpointId) {
        return findById(endpointId).secret.clone();
    }

    /** Endpoints after an id, oldest first. */
    public List<Endpoint> page(Optional<UUID> after, int size) {
        return find("endpointId > ?1 order by endpointId", after.orElse(new UUID(0, 0))).page(0, size).stream()
                .map(EndpointEntity::endpoint)
                .toList();
    }

    /** The enabled endpoints of an organisation that asked for a type. */
    public List<Endpoint> subscribers(UUID organisationId, String eventType) {
        return list("organisationId = ?1 and state = 'ENABLED'", organisationId).stream()
                .map(EndpointEntity::endpoint)
                .filter(endpoint -> endpoint.eventTypes().contains(eventType))
                .toList();
    }

    /** Lets one attempt at a time be written for an endpoint, until the transaction ends; false when it is gone. */
    public boolean lock(UUID endpointId) {
        return findById(endpointId, LockModeType.PESSIMISTIC_WRITE) != null;
    }

    /** Keeps an endpoint as it is until the transaction ends; must come before its state is read. */
    public void hold(UUID endpointId) {
        findById(endpointId, LockModeType.PESSIMISTIC_READ);
    }

    /** A delivery succeeded, or none is tried any more: whatever failed before is over. */
    public void forgetFailures(UUID endpointId) {
        update(
                "failingSince = null, version = version + 1 where endpointId = ?1 and failingSince is not null",
                endpointId);
    }

    /** A delivery failed; the first failure in a row is remembered. Since when it has been failing. */
    public Instant failing(UUID endpointId, Instant now) {
        update(
                "failingSince = ?1, version = version + 1 where endpointId = ?2 and failingSince is null",
                now,
                endpointId);
        return find("endpointId", endpointId)
                .project(FailingSince.class)
                .firstResultOptional()
                .map(FailingSince::failingSince)
                .orElse(now);
    }

    /** Sends nothing more to an endpoint; says whether it was enabled until now. */
    public boolean disable(UUID endpointId, String reason, Instant now) {
        return update(
                        "state = 'DISABLED', disabledReason = ?1, disabledAt = ?2, version = version + 1"
                                + " where endpointId = ?3 and state = 'ENABLED'",
                        reason,
                        now,
                        endpointId)
                > 0;
    }

    /** Only that column, past the session's cache. */
    record FailingSince(Instant failingSince) {}
}

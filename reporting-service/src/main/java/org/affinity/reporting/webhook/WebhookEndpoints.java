package org.affinity.reporting.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.affinity.kit.config.Encryption;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.http.Precondition;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.FieldError;
import org.affinity.kit.security.Caller;
import org.affinity.kit.security.CurrentCaller;
import org.affinity.kit.security.Roles;
import org.affinity.reporting.ReportingProblem;
import org.affinity.reporting.webhook.domain.Endpoint;
import org.affinity.reporting.webhook.domain.EndpointState;
import org.affinity.reporting.webhook.domain.EventCatalogue;
import org.affinity.reporting.webhook.domain.RefusedTarget;
import org.affinity.reporting.webhook.domain.TargetGuard;
import org.affinity.reporting.webhook.store.EndpointRepository;

/** The receivers that organisations register. */
@ApplicationScoped
public class WebhookEndpoints {

    private final EndpointRepository endpoints;
    private final TargetGuard guard;
    private final Encryption encryption;
    private final Precondition precondition;
    private final CurrentCaller currentCaller;
    private final IdGenerator ids;
    private final Clock clock;
    private final RandomGenerator random;

    WebhookEndpoints(
            EndpointRepository endpoints,
            TargetGuard guard,
            Encryption encryption,
            Precondition precondition,
            CurrentCaller currentCaller,
            IdGenerator ids,
            Clock clock,
            RandomGenerator random) {
        this.endpoints = endpoints;
        this.guard = guard;
        this.encryption = encryption;
        this.precondition = precondition;
        this.currentCaller = currentCaller;
        this.ids = ids;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Registers a receiver. Its name is looked up before a transaction begins, so that a slow answer holds no
     * connection.
     *
     * @param organisationId whose events it gets, or null for the caller's own organisation
     */
    public RegisteredEndpoint register(UUID organisationId, String url, Set<String> eventTypes, String description) {
        UUID owner = owner(organisationId);
        refuseUnknown(eventTypes);
        refuseUnsafe(url);
        var secret = WebhookSecret.create(random);
        var endpoint = new Endpoint(
                ids.next(),
                1,
                owner,
                url,
                description,
                eventTypes,
                EndpointState.ENABLED,
                null,
                null,
                null,
                clock.instant());
        byte[] sealed = encryption.seal(secret.bytes());
        QuarkusTransaction.joiningExisting().run(() -> endpoints.add(endpoint, sealed));
        return new RegisteredEndpoint(endpoint, secret.text());
    }

    /** The endpoint, as far as the caller may see it. */
    @Transactional
    public Endpoint endpoint(UUID endpointId) {
        return endpoints.endpoint(endpointId).orElseThrow(DomainException::notFound);
    }

    /** Endpoints after an id, oldest first. */
    @Transactional
    public List<Endpoint> page(Optional<UUID> after, int size) {
        return endpoints.page(after, size);
    }

    /** Removes an endpoint with its deliveries. */
    @Transactional
    public void remove(UUID endpointId) {
        Endpoint endpoint = endpoint(endpointId);
        precondition.requireVersion(endpoint.version());
        endpoints.deleteById(endpointId);
    }

    private UUID owner(UUID organisationId) {
        Caller caller = currentCaller.caller();
        if (organisationId == null && caller.organisationId() == null) {
            throw DomainException.invalid("/organisationId", "notNull", "must name the organisation");
        }
        UUID owner = organisationId == null ? caller.organisationId() : organisationId;
        if (!caller.is(Roles.OPERATOR) && !caller.organisations().contains(owner)) {
            throw DomainException.invalid(
                    "/organisationId", "exists", "no such organisation, or none that this caller works for");
        }
        return owner;
    }

    private static void refuseUnknown(Set<String> eventTypes) {
        for (String type : eventTypes) {
            if (!EventCatalogue.types().contains(type)) {
                throw DomainException.invalid(
                        "/eventTypes", "oneOf", "must contain only types of " + EventCatalogue.types());
            }
        }
    }

    private void refuseUnsafe(String url) {
        try {
            guard.check(url);
        } catch (RefusedTarget e) {
            throw new DomainException(
                    ReportingProblem.WEBHOOK_URL_REFUSED,
                    "The URL is refused: " + e.getMessage() + ".",
                    List.of(FieldError.at("/url", "publicHttps", e.getMessage())));
        }
    }
}

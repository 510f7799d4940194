package org.affinity.reporting.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.affinity.kit.config.Encryption;
import org.affinity.reporting.webhook.domain.Endpoint;
import org.affinity.reporting.webhook.domain.EventCatalogue;
import org.affinity.reporting.webhook.domain.Reply;
import org.affinity.reporting.webhook.domain.RetrySchedule;
import org.affinity.reporting.webhook.store.DeliveryRepository;
import org.affinity.reporting.webhook.store.DeliveryRepository.Leased;
import org.affinity.reporting.webhook.store.EndpointRepository;

/**
 * The book in which a sender writes before it sends and after: whoever finds an attempt begun and its lease over sends
 * again, with the same id and the same bytes.
 */
@ApplicationScoped
public class WebhookLedger {

    private final DeliveryRepository deliveries;
    private final EndpointRepository endpoints;
    private final Encryption encryption;
    private final WebhookConfiguration configuration;
    private final RetrySchedule schedule;
    private final Clock clock;
    private final RandomGenerator random;

    WebhookLedger(
            DeliveryRepository deliveries,
            EndpointRepository endpoints,
            Encryption encryption,
            WebhookConfiguration configuration,
            Clock clock,
            RandomGenerator random) {
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.encryption = encryption;
        this.configuration = configuration;
        this.schedule = new RetrySchedule(configuration.retrySchedule(), configuration.jitter());
        this.clock = clock;
        this.random = random;
    }

    /** One attempt that was written down and is to be made. */
    record Dispatch(
            UUID deliveryId,
            UUID endpointId,
            UUID eventId,
            String eventType,
            int attempt,
            String url,
            SealedSecret secret,
            String body) {

        boolean isTest() {
            return EventCatalogue.TEST.equals(eventType);
        }

        @Override
        public String toString() {
            return "Dispatch[" + deliveryId + ", attempt " + attempt + "]";
        }
    }

    /** Takes up to that many due deliveries and writes that their attempts begin. */
    @Transactional
    List<Dispatch> begin(int most) {
        Duration lease =
                configuration.lookUpTimeout().plus(configuration.timeout()).plus(configuration.leaseMargin());
        return deliveries.lease(clock.instant(), lease, configuration.inFlightPerEndpoint(), most).stream()
                .map(this::dispatch)
                .toList();
    }

    private Dispatch dispatch(Leased leased) {
        Endpoint endpoint = endpoints.endpoint(leased.endpointId()).orElseThrow();
        return new Dispatch(
                leased.deliveryId(),
                leased.endpointId(),
                leased.eventId(),
                leased.eventType(),
                leased.attempt(),
                endpoint.url(),
                new SealedSecret(encryption, endpoints.sealedSecret(leased.endpointId())),
                leased.body());
    }

    /**
     * Writes what came of an attempt and what follows from it. The endpoint is locked before the delivery, always: an
     * attempt that disables the endpoint must cancel deliveries that others may be about to write.
     */
    @Transactional
    void finish(Dispatch dispatch, Reply reply) {
        if (!endpoints.lock(dispatch.endpointId())) {
            return;
        }
        Instant now = clock.instant();
        Optional<Integer> failures = deliveries.finish(dispatch.deliveryId(), dispatch.attempt(), reply, now);
        if (reply.success()) {
            endpoints.forgetFailures(dispatch.endpointId());
        } else {
            fail(dispatch, failures, reply, now);
        }
    }

    private void fail(Dispatch dispatch, Optional<Integer> failures, Reply reply, Instant now) {
        // Whoever tests an endpoint wants to see it fail.
        Instant since = dispatch.isTest() ? now : endpoints.failing(dispatch.endpointId(), now);
        Optional<Instant> next = failures.flatMap(
                        count -> schedule.waitAfter(count, reply.retryAfter(), random.nextDouble()))
                .map(now::plus);
        if (failures.isPresent()) {
            next.ifPresentOrElse(
                    at -> deliveries.schedule(dispatch.deliveryId(), at),
                    () -> deliveries.giveUp(dispatch.deliveryId(), now));
        }
        if (reply.gone()) {
            disable(dispatch.endpointId(), "it answered 410 Gone", now);
        } else if (!since.plus(configuration.disableAfter()).isAfter(now)) {
            disable(dispatch.endpointId(), "it has failed since " + since, now);
        } else if (next.isEmpty() && !deliveries.isWaiting(dispatch.endpointId())) {
            // Time in which nothing was tried is none in which it failed.
            endpoints.forgetFailures(dispatch.endpointId());
        }
    }

    private void disable(UUID endpointId, String reason, Instant now) {
        if (endpoints.disable(endpointId, reason, now)) {
            deliveries.flush();
            deliveries.cancel(endpointId, now);
        }
    }
}

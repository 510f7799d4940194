package org.affinity.reporting.webhook;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Events;
import org.affinity.reporting.Line;
import org.affinity.reporting.Receiver;
import org.affinity.reporting.ReportingTest;
import org.affinity.reporting.TestNetwork;
import org.affinity.reporting.webhook.domain.EventCatalogue;
import org.affinity.reporting.webhook.domain.Reply;
import org.affinity.reporting.webhook.store.DeliveryRepository;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.affinity.reporting.Line.as;
import static org.assertj.core.api.Assertions.assertThat;

@ReportingTest
class WebhookDeliveryComponentTest {

    @Test
    void shouldDeliverEveryTypeOfTheCatalogueWithIdsOnly() {
        // Given
        var receiver = Receiver.at("receiver.test");
        var hooks = Hooks.to(receiver, EventCatalogue.types().toArray(String[]::new));
        var ids = EventCatalogue.types().stream()
                .collect(java.util.stream.Collectors.toMap(type -> publish(type, hooks.organisation), type -> type));

        // When
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> sent(receiver, ids.keySet()).size() == ids.size());

        // Then: and nothing but ids
        assertThat(sent(receiver, ids.keySet())).allSatisfy(request -> {
            var body = io.restassured.path.json.JsonPath.from(request.body());
            assertThat(body.getString("type"))
                    .isEqualTo(ids.get(request.headers().get("webhook-id")));
            assertThat(Instant.parse(body.getString("timestamp"))).isBefore(Instant.now());
            assertThat(body.getString("data.organisationId")).isEqualTo(hooks.organisation.toString());
            assertThat(request.body())
                    .doesNotContain("lea.cuisine", "\"handle\"", "\"fee\"")
                    .hasSizeLessThan(20_000);
            assertThat(request.headers()).containsEntry("Content-type", "application/json");
        });
    }

    @Test
    void shouldDeliverOnlyWhatWasAskedForAndEachEventOnce() {
        // Given
        var receiver = Receiver.at("receiver.test");
        var hooks = Hooks.to(receiver, "matching.match.completed.v1");
        publish("campaign.campaign.published.v1", hooks.organisation);
        String id = publish("matching.match.completed.v1", hooks.organisation);
        var again = payload("matching.match.completed.v1", hooks.organisation);
        Events.publishAs(id, "matching.match.completed.v1", UUID.randomUUID(), 1, again);

        // When
        publish("matching.match.completed.v1", hooks.organisation);
        publish("matching.match.completed.v1", UUID.randomUUID());

        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(receiver.requests()).hasSize(2));
        var log = as(hooks.token).get("/v1/webhook-deliveries?endpointId=" + hooks.endpoint);
        assertThat(log.<List<String>>path("items.eventType"))
                .containsExactly("matching.match.completed.v1", "matching.match.completed.v1");
        assertThat(log.<List<String>>path("items.eventId")).contains(id).doesNotHaveDuplicates();
    }

    @Test
    void shouldTellOfAReportThatItMadeItself() {
        // Given
        var line = Line.accepted();
        var receiver = Receiver.at("receiver.test");
        Hooks.to(line.organisation, receiver, "reporting.report.completed.v1", "reporting.result.recorded.v1");

        // When
        UUID report = line.report("POSTS", "1");

        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(receiver.requests().stream().map(Receiver.Request::body))
                        .anyMatch(body -> body.contains(report.toString()))
                        .anyMatch(body -> body.contains(line.collaboration.toString())));
    }

    @Test
    void shouldSendTheSameIdAndBytesAgainUntilItSucceeds() {
        // Given
        var receiver = Receiver.at("receiver.test")
                .answers(500, Map.of(), "oops")
                .answers(302, Map.of("Location", "https://receiver.test/elsewhere"), "")
                .answers(200, Map.of(), "ok");
        var hooks = Hooks.to(receiver);

        // When
        var delivery = hooks.awaitState(hooks.fire(), "SUCCEEDED");

        // Then
        assertThat(delivery.<List<Integer>>path("attempts.statusCode")).containsExactly(500, 302, 200);
        assertThat(delivery.<List<String>>path("attempts.outcome")).containsExactly("FAILED", "FAILED", "SUCCEEDED");
        assertThat(delivery.<List<String>>path("attempts.responseExcerpt")).containsExactly("oops", null, "ok");
        assertThat(receiver.requests()).hasSize(3);
        assertThat(receiver.requests().stream().map(Receiver.Request::body).distinct())
                .containsExactly(delivery.<String>path("body"));
        assertThat(receiver.requests().stream()
                        .map(request -> request.headers().get("webhook-id"))
                        .distinct())
                .containsExactly(delivery.<String>path("eventId"));
        assertThat(hooks.shown().<String>path("failingSince")).isNull();
    }

    @Test
    void shouldGiveUpAfterTheScheduleAndReplayOnRequest() {
        // Given
        var receiver = Receiver.at("receiver.test")
                .answers(500, Map.of(), "")
                .answers(500, Map.of(), "")
                .answers(500, Map.of(), "")
                .answers(204, Map.of(), "");
        var hooks = Hooks.to(receiver);
        String delivery = hooks.fire();
        var failed = hooks.awaitState(delivery, "FAILED");
        assertThat(failed.<String>path("nextAttemptAt")).isNull();

        // When
        var replay = as(hooks.token).post("/v1/webhook-deliveries/" + delivery + "/replays");

        // Then
        assertThat(replay.statusCode()).isEqualTo(202);
        assertThat(replay.<String>path("state")).isEqualTo("PENDING");
        var succeeded = hooks.awaitState(delivery, "SUCCEEDED");
        assertThat(succeeded.<List<Integer>>path("attempts.number")).containsExactly(1, 2, 3, 4);
        assertThat(receiver.requests().stream()
                        .map(request -> request.headers().get("webhook-id"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void shouldHearRetryAfterUpToTwiceTheStep() {
        // Given
        var receiver = Receiver.at("receiver.test").answers(503, Map.of("Retry-After", "3600"), "");
        var hooks = Hooks.to(receiver);

        // When
        var delivery = hooks.awaitAttempts(hooks.fire(), 1);

        // Then
        if (delivery.<List<String>>path("attempts").size() == 1) {
            Instant finished = Instant.parse(delivery.path("attempts[0].finishedAt"));
            assertThat(Duration.between(finished, Instant.parse(delivery.path("nextAttemptAt"))))
                    .isEqualTo(Duration.ofMillis(600));
        }
    }

    @Test
    void shouldDisableAnEndpointThatIsGone() {
        // Given
        var receiver = Receiver.at("receiver.test").answers(410, Map.of(), "");
        var hooks = Hooks.to(receiver);
        String delivery = hooks.fire();

        // When
        hooks.awaitState(delivery, "CANCELLED");

        // Then
        var endpoint = hooks.shown();
        assertThat(endpoint.<String>path("state")).isEqualTo("DISABLED");
        assertThat(endpoint.<String>path("disabledReason")).isEqualTo("it answered 410 Gone");
        assertThat(endpoint.header("ETag")).isEqualTo("\"2\"");
        var test = as(hooks.token).post("/v1/webhook-endpoints/" + hooks.endpoint + "/test-deliveries");
        var replay = as(hooks.token).post("/v1/webhook-deliveries/" + delivery + "/replays");
        assertThat(List.of(test, replay)).allSatisfy(reply -> {
            assertThat(reply.statusCode()).isEqualTo(409);
            assertThat(reply.<String>path("type")).endsWith("webhook-endpoint-disabled");
        });
        assertThat(receiver.requests()).hasSize(1);
    }

    @Test
    void shouldDisableAnEndpointThatHasFailedForFiveDays() throws Exception {
        // Given
        var hooks = Hooks.to(Receiver.at("receiver.test").answers(500, Map.of(), ""));
        Hooks.sql(
                "update webhook_endpoint set failing_since = now() - interval '5 days 1 minute' where endpoint_id = ?",
                UUID.fromString(hooks.endpoint));

        // When
        hooks.awaitState(hooks.fire(), "CANCELLED");

        // Then
        assertThat(hooks.shown().<String>path("disabledReason")).startsWith("it has failed since ");
    }

    @Test
    void shouldSendAgainWhatASenderThatDiedHadBegun() throws Exception {
        // Given: the rows a sender leaves when it is killed between its two writes
        var receiver = Receiver.at("receiver.test");
        var hooks = Hooks.to(receiver);
        var delivery = UUID.randomUUID();
        var event = UUID.randomUUID();
        String body = "{\"type\":\"reporting.report.completed.v1\",\"timestamp\":\"2026-04-01T09:00:00Z\",\"data\":{}}";
        Instant begun = Instant.now();
        Hooks.sql("""
                insert into webhook_delivery (delivery_id, endpoint_id, organisation_id, event_id, event_type, body,
                    state, attempts, next_attempt_at, leased_until, created_at)
                values (?, ?, ?, ?, 'reporting.report.completed.v1', ?, 'PENDING', 1, now(), now() + interval '3 s', now())""", delivery, UUID.fromString(hooks.endpoint), hooks.organisation, event, body);
        Hooks.sql("""
                insert into webhook_attempt (delivery_id, number, organisation_id, started_at, outcome)
                values (?, 1, ?, now(), 'STARTED')""", delivery, hooks.organisation);

        // When
        var sent = hooks.awaitState(delivery.toString(), "SUCCEEDED");

        // Then
        assertThat(sent.<List<String>>path("attempts.outcome")).containsExactly("LOST", "SUCCEEDED");
        assertThat(receiver.requests()).hasSize(1);
        var request = receiver.requests().getFirst();
        assertThat(request.at()).isAfter(begun.plusSeconds(3));
        assertThat(request.body()).isEqualTo(body);
        assertThat(request.headers()).containsEntry("webhook-id", event.toString());
    }

    @Test
    void shouldLeaveADeliveryToTheSenderThatTookItOver() throws Exception {
        // Given: a second sender holds the lease when the first one gets its answer
        var hooks = Hooks.to(Receiver.at("receiver.test"));
        var delivery = UUID.randomUUID();
        Hooks.sql("""
                insert into webhook_delivery (delivery_id, endpoint_id, organisation_id, event_id, event_type, body,
                    state, attempts, next_attempt_at, leased_until, created_at)
                values (?, ?, ?, ?, 'x', '{}', 'PENDING', 2, now(), now() + interval '1 hour', now())""", delivery, UUID.fromString(hooks.endpoint), hooks.organisation, UUID.randomUUID());
        Hooks.sql("""
                insert into webhook_attempt (delivery_id, number, organisation_id, started_at, outcome)
                values (?, 1, ?, now(), 'LOST'), (?, 2, ?, now(), 'STARTED')""", delivery, hooks.organisation, delivery, hooks.organisation);
        var ledger = Arc.container().instance(WebhookLedger.class).get();
        var late = new WebhookLedger.Dispatch(
                delivery, UUID.fromString(hooks.endpoint), UUID.randomUUID(), 1, "https://receiver.test/", null, "{}");

        // When
        Tenancy.asSystem(() -> ledger.finish(late, Reply.answered(500, Optional.empty(), null)));

        // Then
        var shown = hooks.delivery(delivery.toString());
        assertThat(shown.<List<String>>path("attempts.outcome")).containsExactly("FAILED", "STARTED");
        assertThat(shown.<String>path("state")).isEqualTo("PENDING");
        Hooks.sql("update webhook_delivery set leased_until = now() where delivery_id = ?", delivery);
        var sent = hooks.awaitState(delivery.toString(), "SUCCEEDED");
        assertThat(sent.<List<Integer>>path("attempts.number")).containsExactly(1, 2, 3);
    }

    @Test
    void shouldRefuseATargetThatMovedInside() {
        // Given: a name that leads to the receiver when it registers and inside when the webhook is sent
        TestNetwork.answer("rebind.test", "127.0.0.7", "127.0.0.1");
        var receiver = Receiver.at("rebind.test");
        var hooks = Hooks.to(receiver);

        // When
        var delivery = hooks.awaitAttempts(hooks.fire(), 1);

        // Then
        assertThat(delivery.<String>path("attempts[0].error"))
                .isEqualTo("The URL is refused: its host is not on the public internet.");
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void shouldRefuseACertificateOfAnotherHost() {
        // Given
        var receiver = Receiver.at("stranger.test");
        var hooks = Hooks.to(receiver);

        // When
        var delivery = hooks.awaitAttempts(hooks.fire(), 1);

        // Then
        assertThat(delivery.<String>path("attempts[0].error")).startsWith("The TLS connection failed");
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void shouldNotLetAHangingReceiverHoldUpOthers() {
        // Given
        var hanging = Hooks.to(Receiver.at("hang.test").hangs(Duration.ofSeconds(20)));
        var stuck = Stream.generate(hanging::fire).limit(10).toList();
        var healthy = Hooks.to(Receiver.at("receiver.test"));

        // When
        healthy.awaitState(healthy.fire(), "SUCCEEDED");

        // Then: before the turn of the last of those that came earlier is over
        assertThat(hanging.delivery(stuck.getLast()).<List<String>>path("attempts.finishedAt.findAll { it != null }"))
                .isEmpty();
        var late = hanging.awaitAttempts(stuck.getFirst(), 1);
        assertThat(late.<String>path("attempts[0].error")).isEqualTo("No complete answer within 1500 ms.");
        assertThat(late.<Integer>path("attempts[0].statusCode")).isNull();
    }

    @Test
    void shouldFailOnlyTheDeliveriesOfAnEndpointWhoseSecretIsUnreadable() throws Exception {
        // Given
        var broken = Hooks.to(Receiver.at("slow.test"));
        var healthy = Hooks.to(Receiver.at("receiver.test"));
        Hooks.sql(
                "update webhook_endpoint set secret = '\\x00' where endpoint_id = ?", UUID.fromString(broken.endpoint));

        // When
        var failed = broken.awaitAttempts(broken.fire(), 1);
        var sent = healthy.awaitState(healthy.fire(), "SUCCEEDED");

        // Then
        assertThat(failed.<String>path("attempts[0].error"))
                .isEqualTo("The secret of the endpoint cannot be read: register the endpoint anew.");
        assertThat(sent.<List<String>>path("attempts.outcome")).containsExactly("SUCCEEDED");
    }

    @Test
    void shouldAddNothingForAnEndpointThatWasDisabledMeanwhile() throws Exception {
        // Given: an endpoint that was enabled when it was read
        var hooks = Hooks.to(Receiver.at("receiver.test"));
        var deliveries = Arc.container().instance(DeliveryRepository.class).get();
        var endpoint = Tenancy.callAsSystem(
                () -> Arc.container().instance(WebhookEndpoints.class).get().endpoint(UUID.fromString(hooks.endpoint)));
        Hooks.sql("update webhook_endpoint set state = 'DISABLED' where endpoint_id = ?", endpoint.endpointId());

        // When
        Tenancy.asSystem(() -> QuarkusTransaction.requiringNew()
                .run(() -> deliveries.add(UUID.randomUUID(), endpoint, UUID.randomUUID(), "x", "{}", Instant.now())));

        // Then
        var log = as(hooks.token).get("/v1/webhook-deliveries?endpointId=" + hooks.endpoint);
        assertThat(log.<List<String>>path("items")).isEmpty();
    }

    @Test
    void shouldTellThatACreatorWasErasedAlthoughNothingElseIsSaidOfThem() {
        // Given
        var receiver = Receiver.at("receiver.test");
        var hooks = Hooks.to(receiver, EventCatalogue.ERASURE_NOTICE, "reporting.result.recorded.v1");
        UUID creatorId = UUID.randomUUID();
        UUID erasureId = UUID.randomUUID();
        Events.publish(
                "profile.erasure.requested.v1",
                erasureId,
                1,
                Map.of(
                        "erasureId",
                        erasureId,
                        "version",
                        1,
                        "creatorId",
                        creatorId,
                        "requestedAt",
                        Instant.now().toString()));
        Events.await("reporting.erasure-receipt.recorded.v1", erasureId);

        // When
        var late = payload("reporting.result.recorded.v1", hooks.organisation).put("creatorId", creatorId.toString());
        Events.publish("reporting.result.recorded.v1", UUID.randomUUID(), 1, late);
        var notice = payload(EventCatalogue.ERASURE_NOTICE, hooks.organisation).put("creatorId", creatorId.toString());
        Events.publish(EventCatalogue.ERASURE_NOTICE, UUID.randomUUID(), 1, notice);
        publish("reporting.result.recorded.v1", hooks.organisation);

        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(receiver.requests()).hasSize(2));
        assertThat(receiver.requests().stream()
                        .map(Receiver.Request::body)
                        .filter(body -> body.contains(creatorId.toString())))
                .singleElement()
                .asString()
                .contains(EventCatalogue.ERASURE_NOTICE);
    }

    @Test
    void shouldNotReplayToAnEndpointThatIsBeingDisabled() throws Exception {
        // Given: a delivery that failed for good, and somebody who is about to disable its endpoint
        var hooks = Hooks.to(Receiver.at("receiver.test"));
        String delivery = hooks.fire();
        hooks.awaitState(delivery, "SUCCEEDED");
        var locked = new CountDownLatch(1);
        var replaying = new CountDownLatch(1);

        // When
        int status;
        try (var both = Executors.newFixedThreadPool(2)) {
            both.execute(() -> Tenancy.asSystem(() -> QuarkusTransaction.requiringNew()
                    .run(() -> disableWhenSomebodyWaits(UUID.fromString(hooks.endpoint), locked, replaying))));
            locked.await();
            status = both.submit(() -> {
                        replaying.countDown();
                        return as(hooks.token)
                                .post("/v1/webhook-deliveries/" + delivery + "/replays")
                                .statusCode();
                    })
                    .get();
        }

        // Then
        assertThat(status).isEqualTo(409);
        assertThat(hooks.delivery(delivery).<String>path("state")).isEqualTo("SUCCEEDED");
    }

    /** Holds the endpoint until another transaction waits for it, then disables it. */
    private static void disableWhenSomebodyWaits(UUID endpoint, CountDownLatch locked, CountDownLatch replaying) {
        var entities = Arc.container().instance(EntityManager.class).get();
        entities.createNativeQuery(
                        "update webhook_endpoint set state = 'DISABLED', disabled_reason = 'test' where endpoint_id = ?1")
                .setParameter(1, endpoint)
                .executeUpdate();
        locked.countDown();
        try {
            replaying.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !entities.createNativeQuery(
                                "select 1 from pg_locks where not granted and locktype in ('transactionid', 'tuple')",
                                Integer.class)
                        .getResultList()
                        .isEmpty());
    }

    @Test
    void shouldKeepTheLimitOfAnEndpointWhenManySendersLookAtOnce() throws Exception {
        // Given
        var hooks = Hooks.to(Receiver.at("hang.test").hangs(Duration.ofSeconds(5)));
        var ledger = Arc.container().instance(WebhookLedger.class).get();
        Hooks.sql("""
                insert into webhook_delivery (delivery_id, endpoint_id, organisation_id, event_id, event_type, body,
                    state, next_attempt_at, created_at)
                select gen_random_uuid(), ?, ?, gen_random_uuid(), 'x', '{}', 'PENDING', now() - interval '1 hour', now()
                from generate_series(1, 20)""", UUID.fromString(hooks.endpoint), hooks.organisation);

        // When
        try (var senders = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 12; i++) {
                senders.execute(() -> Tenancy.asSystem(() -> ledger.begin(1)));
            }
        }

        // Then
        var log = as(hooks.token).get("/v1/webhook-deliveries?limit=50&endpointId=" + hooks.endpoint);
        assertThat(log.<List<String>>path("items.attempts.flatten().findAll { it.outcome == 'STARTED' }.number"))
                .hasSizeLessThanOrEqualTo(2);
        as(hooks.token).header("If-Match", "\"1\"").delete("/v1/webhook-endpoints/" + hooks.endpoint);
    }

    @Test
    void shouldShowNoMoreOfAnAnswerThanAnExcerpt() {
        // Given
        var hooks = Hooks.to(Receiver.at("receiver.test").answers(200, Map.of(), "\u0000x".repeat(100_000)));

        // When
        var delivery = hooks.awaitState(hooks.fire(), "SUCCEEDED");

        // Then
        assertThat(delivery.<String>path("attempts[0].responseExcerpt")).hasSize(1000);
    }

    @Test
    void shouldFilterTheLogByState() {
        // Given
        var hooks = Hooks.to(Receiver.at("receiver.test"));
        hooks.awaitState(hooks.fire(), "SUCCEEDED");
        hooks.awaitState(hooks.fire(), "SUCCEEDED");
        String list = "/v1/webhook-deliveries?endpointId=" + hooks.endpoint;

        // When
        var failed = as(hooks.token).get(list + "&state=FAILED");
        var first = as(hooks.token).get(list + "&state=SUCCEEDED&limit=1");
        var second = as(hooks.token).get(list + "&state=SUCCEEDED&limit=1&cursor=" + first.path("nextCursor"));
        var wrong = as(hooks.token).get(list + "&state=LOST");

        // Then
        assertThat(failed.<List<String>>path("items")).isEmpty();
        assertThat(second.<String>path("items[0].deliveryId")).isNotEqualTo(first.path("items[0].deliveryId"));
        assertThat(second.<String>path("nextCursor")).isNull();
        assertThat(wrong.statusCode()).isEqualTo(400);
    }

    @Test
    void shouldNotReplayWhatIsPendingOrMissing() {
        // Given
        var hooks = Hooks.to(Receiver.at("slow.test").hangs(Duration.ofSeconds(5)));
        String delivery = hooks.fire();

        // When
        var pending = as(hooks.token).post("/v1/webhook-deliveries/" + delivery + "/replays");
        var missing = as(hooks.token).post("/v1/webhook-deliveries/" + UUID.randomUUID() + "/replays");

        // Then
        assertThat(pending.statusCode()).isEqualTo(409);
        assertThat(pending.<String>path("type")).endsWith("webhook-delivery-pending");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(hooks.delivery(UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldFireOnceForOneIdempotencyKey() {
        // Given
        var hooks = Hooks.to(Receiver.at("receiver.test"));
        String path = "/v1/webhook-endpoints/" + hooks.endpoint + "/test-deliveries";
        String key = UUID.randomUUID().toString();
        var first = as(hooks.token).header("Idempotency-Key", key).post(path);

        // When
        var again = as(hooks.token).header("Idempotency-Key", key).post(path);

        // Then
        assertThat(again.<String>path("deliveryId")).isEqualTo(first.path("deliveryId"));
    }

    /** The requests of these events; the campaign that closes also has a report made, of which a webhook tells. */
    private static List<Receiver.Request> sent(Receiver receiver, java.util.Set<String> ids) {
        return receiver.requests().stream()
                .filter(request -> ids.contains(request.headers().get("webhook-id")))
                .toList();
    }

    private static String publish(String type, UUID organisation) {
        return Events.publish(type, UUID.randomUUID(), 1, payload(type, organisation));
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode payload(String type, UUID organisation) {
        var event = (com.fasterxml.jackson.databind.node.ObjectNode) EventContracts.example(type);
        event.put("organisationId", organisation.toString());
        Stream.of("campaignId", "collaborationId", "matchId", "reportId", "resultId")
                .filter(event::has)
                .forEach(field -> event.put(field, UUID.randomUUID().toString()));
        return event;
    }
}

package org.affinity.reporting.webhook;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.affinity.kit.security.Tenancy;
import org.affinity.reporting.Receiver;
import org.affinity.reporting.ReportingTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.affinity.reporting.Line.as;
import static org.assertj.core.api.Assertions.assertThat;

/** Deliveries that somebody asks for: replays and test deliveries. */
@ReportingTest
class WebhookReplayComponentTest {

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
}

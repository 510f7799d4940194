package org.affinity.reporting.webhook;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.security.Tenancy;
import org.affinity.reporting.Receiver;
import org.affinity.reporting.ReportingTest;
import org.affinity.reporting.webhook.store.DeliveryRepository;
import org.junit.jupiter.api.Test;

import static org.affinity.reporting.Line.as;
import static org.assertj.core.api.Assertions.assertThat;

/** An endpoint that is gone, or has failed for too long, is told nothing more. */
@ReportingTest
class WebhookDisablingComponentTest {

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
        fails(hooks);

        // When
        hooks.awaitState(hooks.happen(), "CANCELLED");

        // Then
        assertThat(hooks.shown().<String>path("disabledReason")).startsWith("it has failed since ");
    }

    @Test
    void shouldNotDisableAnEndpointForTestsThatFail() throws Exception {
        // Given
        var hooks = Hooks.to(Receiver.at("receiver.test").answers(500, Map.of(), ""));

        // When
        hooks.awaitAttempts(hooks.fire(), 1);
        String failingSince = hooks.shown().path("failingSince");
        fails(hooks);
        hooks.awaitAttempts(hooks.fire(), 2);

        // Then
        assertThat(failingSince).isNull();
        assertThat(hooks.shown().<String>path("state")).isEqualTo("ENABLED");
    }

    @Test
    void shouldNotCountTheTimeInWhichNothingWasTried() {
        // Given: an event that was given up, and none since
        var hooks = Hooks.to(Receiver.at("receiver.test").answers(500, Map.of(), ""));
        String delivery = hooks.happen();
        hooks.awaitAttempts(delivery, 1);

        // When
        hooks.awaitState(delivery, "FAILED");

        // Then
        assertThat(hooks.shown().<String>path("failingSince")).isNull();
    }

    private static void fails(Hooks hooks) throws Exception {
        Hooks.sql(
                "update webhook_endpoint set failing_since = now() - interval '5 days 1 minute' where endpoint_id = ?",
                UUID.fromString(hooks.endpoint));
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
}

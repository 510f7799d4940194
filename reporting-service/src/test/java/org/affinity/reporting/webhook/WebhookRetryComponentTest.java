package org.affinity.reporting.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.reporting.Receiver;
import org.affinity.reporting.ReportingTest;
import org.affinity.reporting.TestNetwork;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What an answer, or none, makes of a delivery: sent again, later or never. */
@ReportingTest
class WebhookRetryComponentTest {

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
}

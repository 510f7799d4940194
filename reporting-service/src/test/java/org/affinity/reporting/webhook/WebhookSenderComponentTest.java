package org.affinity.reporting.webhook;

import io.quarkus.arc.Arc;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.affinity.kit.security.Tenancy;
import org.affinity.reporting.Receiver;
import org.affinity.reporting.ReportingTest;
import org.affinity.reporting.webhook.domain.Reply;
import org.junit.jupiter.api.Test;

import static org.affinity.reporting.Line.as;
import static org.assertj.core.api.Assertions.assertThat;

/** Senders beside each other: one that dies, one that is late, many at one endpoint. */
@ReportingTest
class WebhookSenderComponentTest {

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
                delivery,
                UUID.fromString(hooks.endpoint),
                UUID.randomUUID(),
                "x",
                1,
                "https://receiver.test/",
                null,
                "{}");

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
}

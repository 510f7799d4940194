package org.affinity.reporting.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Events;
import org.affinity.reporting.Line;
import org.affinity.reporting.Receiver;
import org.affinity.reporting.ReportingTest;
import org.affinity.reporting.webhook.domain.EventCatalogue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.affinity.reporting.Line.as;
import static org.assertj.core.api.Assertions.assertThat;

/** Who is told of what, and with which body. */
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
    void shouldNotTellAgainWhatIsToldAgainWithoutAnErasedCreator() {
        // Given
        var receiver = Receiver.at("receiver.test");
        var types =
                List.of("campaign.campaign.published.v1", "campaign.campaign.closed.v1", "matching.match.completed.v1");
        var hooks = Hooks.to(receiver, types.toArray(String[]::new));

        // When
        types.forEach(type -> Events.publish(
                type, UUID.randomUUID(), 7, payload(type, hooks.organisation).put("redaction", "ERASED")));
        Events.publish(
                "matching.match.completed.v1",
                UUID.randomUUID(),
                2,
                payload("matching.match.completed.v1", hooks.organisation));
        var news = types.stream().map(type -> publish(type, hooks.organisation)).toList();

        // Then: behind each of them on its topic comes one that is news
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(sent(receiver, Set.copyOf(news))).hasSize(3));
        assertThat(receiver.requests()).hasSize(3);
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

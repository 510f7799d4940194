package org.affinity.reporting.webhook.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.test.Tokens;
import org.affinity.reporting.Receiver;
import org.affinity.reporting.ReportingTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.affinity.reporting.Line.as;
import static org.assertj.core.api.Assertions.assertThat;

@ReportingTest
class WebhookEndpointComponentTest {

    private final UUID organisation = UUID.randomUUID();
    private final String brand = Tokens.brand(organisation);

    private static Map<String, Object> body() {
        return Map.of(
                "url", Receiver.at("receiver.test").url(),
                "description", "Feed",
                "eventTypes", List.of("reporting.report.completed.v1", "matching.match.completed.v1"));
    }

    @Test
    void shouldShowTheSecretOnceAndOnlyWhenItRegisters() {
        // When
        var registered = as(brand).body(body()).post("/v1/webhook-endpoints");

        // Then
        assertThat(registered.statusCode()).isEqualTo(201);
        assertThat(registered.<String>path("secret")).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(registered.<String>path("organisationId")).isEqualTo(organisation.toString());
        String path = "/v1/webhook-endpoints/" + registered.path("endpointId");
        assertThat(registered.header("Location")).endsWith(path);
        var shown = as(brand).get(path);
        assertThat(shown.header("ETag")).isEqualTo("\"1\"");
        assertThat(shown.<String>path("state")).isEqualTo("ENABLED");
        assertThat(shown.asString()).doesNotContain("whsec_", "secret");
        assertThat(as(brand).get("/v1/webhook-endpoints").asString()).doesNotContain("whsec_", "secret");
    }

    @Test
    void shouldRegisterOnceForOneIdempotencyKeyWithTheSameSecret() {
        // Given
        var body = body();
        String key = UUID.randomUUID().toString();
        var first = as(brand).header("Idempotency-Key", key).body(body).post("/v1/webhook-endpoints");

        // When
        var again = as(brand).header("Idempotency-Key", key).body(body).post("/v1/webhook-endpoints");

        // Then
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(as(brand).get("/v1/webhook-endpoints").<List<String>>path("items"))
                .hasSize(1);
    }

    @Test
    void shouldRegisterForAClientOfAnAgency() {
        // Given
        var client = UUID.randomUUID();
        var body = new HashMap<>(body());
        body.put("organisationId", client.toString());

        // When
        var reply = as(Tokens.agency(organisation, client)).body(body).post("/v1/webhook-endpoints");

        // Then
        assertThat(reply.statusCode()).isEqualTo(201);
        assertThat(reply.<String>path("organisationId")).isEqualTo(client.toString());
    }

    @Test
    void shouldAskAnOperatorForTheOrganisation() {
        // When
        var reply = as(Tokens.operator()).body(body()).post("/v1/webhook-endpoints");

        // Then
        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.<String>path("errors[0].pointer")).isEqualTo("/organisationId");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://receiver.test/",
                "https://127.0.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://user:pass@receiver.test/",
                "https://receiver.test:22/",
                "https://2130706433/",
                "https://unknown.example/",
            })
    void shouldRefuseAUrlThatIsNotPublicHttps(String url) {
        // Given
        var body = new HashMap<>(body());
        body.put("url", url);

        // When
        var reply = as(brand).body(body).post("/v1/webhook-endpoints");

        // Then
        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.<String>path("type")).endsWith("webhook-url-refused");
        assertThat(reply.<String>path("errors[0].pointer")).isEqualTo("/url");
    }

    @ParameterizedTest
    @CsvSource({"reporting.everything", "'*'", "profile.creator.updated.v1"})
    void shouldRefuseTypesThatAreNotInTheCatalogue(String type) {
        // Given
        var body = new HashMap<>(body());
        body.put("eventTypes", List.of(type));

        // When
        var reply = as(brand).body(body).post("/v1/webhook-endpoints");

        // Then
        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.<String>path("errors[0].pointer")).isEqualTo("/eventTypes");
    }

    @Test
    void shouldRefuseAnEndpointWithoutTypes() {
        // Given
        var body = new HashMap<>(body());
        body.put("eventTypes", List.of());

        // When
        var reply = as(brand).body(body).post("/v1/webhook-endpoints");

        // Then
        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.<String>path("errors[0].pointer")).isEqualTo("/eventTypes");
    }

    @Test
    void shouldRemoveOnlyTheVersionThatWasRead() {
        // Given
        String path = "/v1/webhook-endpoints/"
                + as(brand).body(body()).post("/v1/webhook-endpoints").path("endpointId");

        // When
        var without = as(brand).delete(path);
        var stale = as(brand).header("If-Match", "\"7\"").delete(path);
        var current = as(brand).header("If-Match", "\"1\"").delete(path);

        // Then
        assertThat(without.statusCode()).isEqualTo(428);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(current.statusCode()).isEqualTo(204);
        assertThat(as(brand).get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldListEndpointsPageByPage() {
        // Given
        as(brand).body(body()).post("/v1/webhook-endpoints");
        as(brand).body(body()).post("/v1/webhook-endpoints");

        // When
        var first = as(brand).get("/v1/webhook-endpoints?limit=1");
        var second = as(brand).get("/v1/webhook-endpoints?limit=1&cursor=" + first.path("nextCursor"));

        // Then
        assertThat(second.<List<String>>path("items")).hasSize(1);
        assertThat(second.<String>path("items[0].endpointId")).isNotEqualTo(first.path("items[0].endpointId"));
        assertThat(second.<String>path("nextCursor")).isNull();
    }

    @Test
    void shouldKeepCreatorsAndStrangersOut() {
        // When
        var creator = as(Tokens.creator(UUID.randomUUID())).get("/v1/webhook-endpoints");
        var nobody = as("").body(body()).post("/v1/webhook-endpoints");
        var log = as(Tokens.creator(UUID.randomUUID())).get("/v1/webhook-deliveries");
        var missing = as(brand).get("/v1/webhook-endpoints/" + UUID.randomUUID());
        var query = as(brand).get("/v1/webhook-endpoints?limit=0");

        // Then
        assertThat(creator.statusCode()).isEqualTo(403);
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(log.statusCode()).isEqualTo(403);
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(query.statusCode()).isEqualTo(400);
    }
}

package org.affinity.reporting;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.affinity.reporting.Line.as;
import static org.affinity.reporting.Line.measure;
import static org.assertj.core.api.Assertions.assertThat;

/** Nobody sees, lists, changes or guesses what belongs to somebody else: foreign looks like missing. */
@ReportingTest
class TenancyComponentTest {

    enum Stranger {
        BRAND,
        AGENCY,
        PARTNER,
        CREATOR;

        String token() {
            return switch (this) {
                case BRAND -> Tokens.brand(UUID.randomUUID());
                case AGENCY -> Tokens.agency(UUID.randomUUID(), UUID.randomUUID());
                case PARTNER -> Tokens.partner(UUID.randomUUID());
                case CREATOR -> Tokens.creator(UUID.randomUUID());
            };
        }
    }

    @ParameterizedTest
    @EnumSource(Stranger.class)
    void shouldHidePosts(Stranger stranger) {
        // Given
        var line = Line.accepted();
        UUID post = line.post(line.partner());
        String token = stranger.token();

        // When
        var shown = as(token).get("/v1/posts/" + post);
        var listed = as(token).get("/v1/posts?campaignId=" + line.campaign);
        var measured = measure(token, post, Map.of("likes", 1));
        var recorded = as(token).body(line.postBody("https://a.example/1")).post("/v1/posts");

        // Then
        boolean writes = stranger == Stranger.PARTNER || stranger == Stranger.CREATOR;
        assertThat(shown.statusCode()).isEqualTo(404);
        assertThat(listed.<List<String>>path("items")).isEmpty();
        assertThat(measured.statusCode()).isEqualTo(writes ? 404 : 403);
        assertThat(recorded.statusCode()).isEqualTo(writes ? 404 : 403);
        assertThat(as(line.brand()).get("/v1/posts/" + post).<Integer>path("version"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = Stranger.class, names = "CREATOR", mode = EnumSource.Mode.EXCLUDE)
    void shouldHideReports(Stranger stranger) {
        // Given
        var line = Line.accepted();
        UUID report = line.report("POSTS", "1");
        String token = stranger.token();

        // When
        var shown = as(token).get("/v1/reports/" + report);
        var listed = as(token).get("/v1/reports?campaignId=" + line.campaign);
        var shared = as(token).body(Map.of()).post("/v1/reports/" + report + "/share-links");

        // Then
        assertThat(shown.statusCode()).isEqualTo(404);
        assertThat(listed.<List<String>>path("items")).isEmpty();
        assertThat(shared.statusCode()).isEqualTo(stranger == Stranger.PARTNER ? 403 : 404);
    }

    @ParameterizedTest
    @EnumSource(value = Stranger.class, names = "CREATOR", mode = EnumSource.Mode.EXCLUDE)
    void shouldHideWebhooks(Stranger stranger) {
        // Given
        var owner = Tokens.brand(UUID.randomUUID());
        String endpoint = as(owner)
                .body(Map.of(
                        "url", Receiver.at("receiver.test").url(),
                        "eventTypes", List.of("reporting.report.completed.v1")))
                .post("/v1/webhook-endpoints")
                .path("endpointId");
        String delivery = as(owner)
                .post("/v1/webhook-endpoints/" + endpoint + "/test-deliveries")
                .path("deliveryId");
        String token = stranger.token();

        // When
        var shown = as(token).get("/v1/webhook-endpoints/" + endpoint);
        var listed = as(token).get("/v1/webhook-endpoints");
        var removed = as(token).header("If-Match", "\"1\"").delete("/v1/webhook-endpoints/" + endpoint);
        var tested = as(token).post("/v1/webhook-endpoints/" + endpoint + "/test-deliveries");
        var log = as(token).get("/v1/webhook-deliveries?endpointId=" + endpoint);
        var read = as(token).get("/v1/webhook-deliveries/" + delivery);
        var replayed = as(token).post("/v1/webhook-deliveries/" + delivery + "/replays");

        // Then
        assertThat(List.of(shown, removed, tested, read, replayed))
                .allSatisfy(reply -> assertThat(reply.statusCode()).isEqualTo(404));
        assertThat(listed.<List<String>>path("items")).isEmpty();
        assertThat(log.<List<String>>path("items")).isEmpty();
        assertThat(as(owner).get("/v1/webhook-endpoints/" + endpoint).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(value = Stranger.class, names = "CREATOR", mode = EnumSource.Mode.EXCLUDE)
    void shouldRegisterNoEndpointInTheNameOfAnother(Stranger stranger) {
        // Given
        var body = Map.of(
                "organisationId", UUID.randomUUID(),
                "url", Receiver.at("receiver.test").url(),
                "eventTypes", List.of("reporting.report.completed.v1"));

        // When
        var reply = as(stranger.token()).body(body).post("/v1/webhook-endpoints");

        // Then
        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.<String>path("errors[0].pointer")).isEqualTo("/organisationId");
    }

    @ParameterizedTest
    @EnumSource(value = Stranger.class, names = "CREATOR", mode = EnumSource.Mode.EXCLUDE)
    void shouldRefuseTheCursorOfAnother(Stranger stranger) {
        // Given
        var line = Line.accepted();
        line.post(line.partner());
        line.post(line.partner());
        String cursor = as(line.brand()).get("/v1/posts?limit=1").path("nextCursor");

        // When
        var reply = as(stranger.token()).get("/v1/posts?limit=1&cursor=" + cursor);

        // Then
        assertThat(reply.statusCode()).isEqualTo(400);
    }
}

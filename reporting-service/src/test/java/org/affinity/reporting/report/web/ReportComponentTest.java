package org.affinity.reporting.report.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.affinity.reporting.Line;
import org.affinity.reporting.ReportingTest;
import org.affinity.reporting.webhook.Hooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.affinity.reporting.Line.as;
import static org.affinity.reporting.Line.measure;
import static org.assertj.core.api.Assertions.assertThat;

@ReportingTest
class ReportComponentTest {

    private static final Map<String, Object> FIGURES = Map.of(
            "impressions", 1200, "reach", 1000, "likes", 40, "comments", 5, "shares", 3, "saves", 2, "views", 900);

    @Test
    void shouldReportWhatTheNetworksVouchFor() {
        // Given
        var line = Line.accepted();
        UUID post = line.post(line.creatorToken());
        measure(line.partner(), post, FIGURES);

        // When
        UUID report = line.report("ENGAGEMENTS", "50");

        // Then
        var shown = as(line.brand()).get("/v1/reports/" + report);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.header("ETag")).isEqualTo("\"1\"");
        assertThat(shown.<String>path("verdicts[0].objectiveId")).isEqualTo(line.objective.toString());
        assertThat(shown.<String>path("verdicts[0].verdict")).isEqualTo("REACHED");
        assertThat(shown.<String>path("verdicts[0].value")).isEqualTo("50");
        assertThat(shown.<List<String>>path("kpis.kpi"))
                .containsExactly("IMPRESSIONS", "REACH", "ENGAGEMENTS", "ENGAGEMENT_RATE", "POSTS", "DONATIONS");
        assertThat(shown.<String>path("kpis.find { it.kpi == 'ENGAGEMENT_RATE' }.value"))
                .isEqualTo("0.050000");
        assertThat(shown.<String>path("kpis.find { it.kpi == 'REACH' }.source")).isEqualTo("NETWORK");
        assertThat(shown.<String>path("kpis.find { it.kpi == 'REACH' }.observedAt"))
                .isEqualTo("2026-03-21T08:00:00Z");
        assertThat(shown.<String>path("kpis.find { it.kpi == 'DONATIONS' }.value"))
                .isNull();
        assertThat(shown.<String>path("kpis.find { it.kpi == 'DONATIONS' }.reason"))
                .isEqualTo("No post has a figure for it.");
    }

    @Test
    void shouldPublishTheReportAndTheResultOfEachCollaboration() {
        // Given
        var line = Line.accepted();
        measure(line.partner(), line.post(line.partner()), FIGURES);

        // When
        UUID report = line.report("IMPRESSIONS", "5000");

        // Then
        var completed = Events.await("reporting.report.completed.v1", report).data();
        assertThat(completed.at("/verdicts/0/verdict").asText()).isEqualTo("NOT_REACHED");
        assertThat(completed.at("/verdicts/0/value").asText()).isEqualTo("1200");
        assertThat(completed.path("organisationId").asText()).isEqualTo(line.organisation.toString());
        var result =
                Events.await("reporting.result.recorded.v1", line.collaboration).data();
        assertThat(result.path("posts").asInt()).isEqualTo(1);
        assertThat(result.path("engagements").asInt()).isEqualTo(50);
        assertThat(result.path("creatorId").asText()).isEqualTo(line.creator.toString());
        assertThat(result.path("donations").isNull()).isTrue();
        assertThat(result.path("brand").asText())
                .isEqualTo(EventContracts.example("campaign.campaign.published.v1")
                        .at("/brief/brand")
                        .asText());
        assertThat(result.at("/window/from").asText()).isNotBlank();
        assertThat(result.path("kpis").findValuesAsText("kpi")).containsExactly("IMPRESSIONS", "REACH", "ENGAGEMENTS");
        assertThat(result.at("/kpis/2/value").asInt()).isEqualTo(50);
        assertThat(result.at("/kpis/2/sampleSize").asInt()).isEqualTo(1);
    }

    @Test
    void shouldNotConcludeFromWhatCreatorsDeclare() {
        // Given
        var line = Line.accepted();
        measure(line.creatorToken(), line.post(line.creatorToken()), FIGURES);

        // When
        UUID report = line.report("REACH", "1000");

        // Then
        var shown = as(line.brand()).get("/v1/reports/" + report);
        assertThat(shown.<String>path("verdicts[0].verdict")).isEqualTo("INCONCLUSIVE");
        assertThat(shown.<String>path("verdicts[0].reason")).startsWith("Reached only when figures that creators");
    }

    @Test
    void shouldTakeNoMoreFiguresOnceTheReportIsMade() {
        // Given
        var line = Line.accepted();
        UUID post = line.post(line.partner());
        line.report("POSTS", "1");

        // When
        var reading = measure(line.partner(), post, FIGURES);
        var another = as(line.creatorToken())
                .body(line.postBody("https://www.tiktok.com/@a/video/1"))
                .post("/v1/posts");

        // Then
        assertThat(reading.statusCode()).isEqualTo(409);
        assertThat(reading.<String>path("type")).endsWith("measurement-closed");
        assertThat(another.statusCode()).isEqualTo(409);
    }

    @Test
    void shouldListReportsByCampaign() {
        // Given
        var line = Line.accepted();
        UUID report = line.report("POSTS", "1");

        // When
        var mine = as(line.brand()).get("/v1/reports");
        var other = as(line.brand()).get("/v1/reports?campaignId=" + UUID.randomUUID());

        // Then
        assertThat(mine.<List<String>>path("items.reportId")).containsExactly(report.toString());
        assertThat(other.<List<String>>path("items")).isEmpty();
    }

    @Test
    void shouldKeepReportsFromCreatorsAndStrangers() {
        // Given
        var line = Line.accepted();
        UUID report = line.report("POSTS", "1");

        // When
        var creator = as(line.creatorToken()).get("/v1/reports/" + report);
        var nobody = as("").get("/v1/reports");
        var wrong = as(line.brand()).get("/v1/reports?limit=abc");
        var missing = as(line.brand()).get("/v1/reports/" + UUID.randomUUID());

        // Then
        assertThat(creator.statusCode()).isEqualTo(403);
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(missing.statusCode()).isEqualTo(404);
    }

    @Test
    void shouldShowASharedReportToAnybody() {
        // Given
        var line = Line.accepted();
        UUID report = line.report("POSTS", "1");
        String url = as(line.brand())
                .body(Map.of())
                .post("/v1/reports/" + report + "/share-links")
                .path("url");

        // When
        var page = io.restassured.RestAssured.given().accept("text/html").get(url);

        // Then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.asString())
                .contains("Autumn soups", "NOT_REACHED", "No post was recorded", "1 accepted collaboration.")
                .containsPattern("2026-02-01 to \\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2} UTC\\.")
                .doesNotContain("<script", "http://", "src=");
    }

    @Test
    void shouldKeepTheSecretOfALinkNowhere() throws Exception {
        // Given
        var line = Line.accepted();
        UUID report = line.report("POSTS", "1");
        String key = UUID.randomUUID().toString();
        // When
        String url = as(line.brand())
                .header("Idempotency-Key", key)
                .body(Map.of())
                .post("/v1/reports/" + report + "/share-links")
                .path("url");
        // Then
        String token = url.substring(url.lastIndexOf('/') + 1);
        try (var connection = io.quarkus.arc.Arc.container()
                        .instance(io.agroal.api.AgroalDataSource.class)
                        .get()
                        .getConnection();
                var statement = connection.prepareStatement("select i::text, body from idempotency i where key = ?")) {
            statement.setString(1, key);
            try (var saved = statement.executeQuery()) {
                assertThat(saved.next()).isTrue();
                assertThat(saved.getString(1)).doesNotContain(token);
                assertThat(new String(saved.getBytes(2), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain(token);
            }
        }
    }

    @Test
    void shouldEscapeWhatTheBrandWrote() {
        // Given
        var line = Line.accepted();
        var event = line.closedEvent("POSTS", "1").put("name", "<script>alert(1)</script> & \"co\"");
        Events.publish("campaign.campaign.closed.v1", line.campaign, 4, event);
        var report = org.awaitility.Awaitility.await()
                .until(
                        () -> as(line.brand()).get("/v1/reports").<String>path("items[0].reportId"),
                        java.util.Objects::nonNull);
        String url = as(line.brand())
                .body(Map.of())
                .post("/v1/reports/" + report + "/share-links")
                .path("url");

        // When
        var page = io.restassured.RestAssured.get(url);

        // Then
        assertThat(page.asString())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;co&quot;")
                .doesNotContain("<script>");
    }

    @Test
    void shouldGiveALinkThirtyDaysUnlessToldOtherwise() {
        // Given
        var line = Line.accepted();
        UUID report = line.report("POSTS", "1");

        // When
        var usual = as(line.brand()).body(Map.of()).post("/v1/reports/" + report + "/share-links");
        var long_ = as(line.brand())
                .body(Map.of(
                        "expiresAt", Instant.now().plus(Duration.ofDays(400)).toString()))
                .post("/v1/reports/" + report + "/share-links");

        // Then
        assertThat(usual.statusCode()).isEqualTo(201);
        assertThat(Duration.between(Instant.parse(usual.path("createdAt")), Instant.parse(usual.path("expiresAt"))))
                .isEqualTo(Duration.ofDays(30));
        assertThat(long_.statusCode()).isEqualTo(422);
        assertThat(long_.<String>path("errors[0].pointer")).isEqualTo("/expiresAt");
    }

    @Test
    void shouldAnswer410WhenALinkHasExpired() throws Exception {
        // Given
        var line = Line.accepted();
        UUID report = line.report("POSTS", "1");
        String url = as(line.brand())
                .body(Map.of())
                .post("/v1/reports/" + report + "/share-links")
                .path("url");
        Hooks.sql("update share_link set expires_at = now() where report_id = ?", report);

        // When
        var page = io.restassured.RestAssured.get(url);

        // Then
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.<String>path("type")).endsWith("share-link-expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zm9vYmFy", "%00", "a%20b", "' or 1=1 --"})
    void shouldAnswer404ForATokenThatIsNone(String token) {
        // When
        var page = io.restassured.RestAssured.get("/v1/shared-reports/{token}", token);

        // Then
        assertThat(page.statusCode()).isEqualTo(404);
    }

    @Test
    void shouldLetOnlyTheOwnerShare() {
        // Given
        var line = Line.accepted();
        UUID report = line.report("POSTS", "1");
        String path = "/v1/reports/" + report + "/share-links";

        // When
        var partner = as(line.partner()).body(Map.of()).post(path);
        var past = as(line.brand())
                .body(Map.of("expiresAt", "2020-01-01T00:00:00Z"))
                .post(path);
        var stranger = as(Tokens.brand(UUID.randomUUID())).body(Map.of()).post(path);

        // Then
        assertThat(partner.statusCode()).isEqualTo(403);
        assertThat(past.statusCode()).isEqualTo(422);
        assertThat(stranger.statusCode()).isEqualTo(404);
    }

    @Test
    void shouldMakeOneLinkForOneIdempotencyKey() {
        // Given
        var line = Line.accepted();
        UUID report = line.report("POSTS", "1");
        String path = "/v1/reports/" + report + "/share-links";
        String key = UUID.randomUUID().toString();
        var first =
                as(line.brand()).header("Idempotency-Key", key).body(Map.of()).post(path);

        // When
        var again =
                as(line.brand()).header("Idempotency-Key", key).body(Map.of()).post(path);

        // Then
        assertThat(again.<String>path("url")).isEqualTo(first.path("url"));
    }
}

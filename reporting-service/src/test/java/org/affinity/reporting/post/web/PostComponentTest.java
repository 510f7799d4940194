package org.affinity.reporting.post.web;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.test.Tokens;
import org.affinity.reporting.Line;
import org.affinity.reporting.ReportingTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.affinity.reporting.Line.as;
import static org.affinity.reporting.Line.measure;
import static org.assertj.core.api.Assertions.assertThat;

@ReportingTest
class PostComponentTest {

    private static final String URL = "https://www.instagram.com/p/C8xYz/";

    @Test
    void shouldRecordAPostOfItsCreator() {
        // Given
        var line = Line.accepted();

        // When
        var reply = as(line.creatorToken()).body(line.postBody(URL)).post("/v1/posts");

        // Then
        assertThat(reply.statusCode()).isEqualTo(201);
        assertThat(reply.header("Location")).endsWith("/v1/posts/" + reply.path("postId"));
        assertThat(reply.header("ETag")).isEqualTo("\"1\"");
        assertThat(reply.<String>path("campaignId")).isEqualTo(line.campaign.toString());
        assertThat(reply.<String>path("creatorId")).isEqualTo(line.creator.toString());
        assertThat(reply.<String>path("source")).isEqualTo("DECLARED");
        assertThat(reply.<List<String>>path("metrics.value")).hasSize(8).containsOnlyNulls();
        assertThat(reply.<List<String>>path("metrics.reason")).containsOnly("Not observed yet.");
    }

    @Test
    void shouldRecordAPostOnceForOneIdempotencyKey() {
        // Given
        var line = Line.accepted();
        String key = UUID.randomUUID().toString();
        var first = as(line.partner())
                .header("Idempotency-Key", key)
                .body(line.postBody(URL))
                .post("/v1/posts");

        // When
        var again = as(line.partner())
                .header("Idempotency-Key", key)
                .body(line.postBody(URL))
                .post("/v1/posts");

        // Then
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(first.<String>path("source")).isEqualTo("NETWORK");
    }

    @Test
    void shouldReplyTheTimesAndAmountsThatAreRead() {
        // Given
        var line = Line.accepted();
        Map<String, Object> body = new HashMap<>(line.postBody(URL));
        body.put("publishedAt", "2026-03-14T17:30:00.123456789Z");
        // When
        var recorded = as(line.partner()).body(body).post("/v1/posts");
        var reading = measure(
                line.partner(),
                UUID.fromString(recorded.path("postId")),
                Map.of(
                        "observedAt",
                        "2026-03-14T17:30:00.123456789Z",
                        "donations",
                        Map.of("amount", "50.5", "currency", "EUR")));
        // Then
        var read = as(line.partner()).get("/v1/posts/" + recorded.path("postId"));
        assertThat(recorded.<String>path("publishedAt"))
                .isEqualTo("2026-03-14T17:30:00.123456Z")
                .isEqualTo(read.path("publishedAt"));
        assertThat(reading.statusCode()).isEqualTo(201);
        assertThat(reading.<String>path("observedAt"))
                .isEqualTo("2026-03-14T17:30:00.123456Z")
                .isEqualTo(read.path("metrics.find { it.metric == 'DONATIONS' }.observedAt"));
        assertThat(reading.<String>path("donations.amount"))
                .isEqualTo("50.50")
                .isEqualTo(read.path("metrics.find { it.metric == 'DONATIONS' }.value"));
    }

    @Test
    void shouldRefuseTheSameAddressTwice() {
        // Given
        var line = Line.accepted();
        as(line.creatorToken()).body(line.postBody(URL)).post("/v1/posts");

        // When
        var reply = as(line.partner()).body(line.postBody(URL + "#again")).post("/v1/posts");

        // Then
        assertThat(reply.statusCode()).isEqualTo(409);
        assertThat(reply.<String>path("type")).endsWith("post-already-recorded");
    }

    @Test
    void shouldTakeTheAddressWithAndWithoutEncryptionForOne() {
        // Given
        var line = Line.accepted();
        as(line.creatorToken()).body(line.postBody("https://blog.example/soup")).post("/v1/posts");

        // When
        var reply = as(line.partner())
                .body(line.postBody("http://www.blog.example:80/soup"))
                .post("/v1/posts");

        // Then
        assertThat(reply.statusCode()).isEqualTo(409);
        assertThat(reply.<String>path("type")).endsWith("post-already-recorded");
    }

    @Test
    void shouldRefuseAPostOfLongBeforeTheCampaignAndTheAgreement() {
        // Given: agreed on 22 January, as the campaign's first day is 1 February
        var line = Line.accepted();
        line.publishPublished();
        var body = new HashMap<>(line.postBody(URL));

        // When
        body.put("publishedAt", "2026-01-21T18:29:59Z");
        var early = as(line.creatorToken()).body(body).post("/v1/posts");
        body.put("publishedAt", "2026-01-21T18:30:00Z");
        var sameDay = as(line.creatorToken()).body(body).post("/v1/posts");

        // Then
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.<String>path("errors[0].pointer")).isEqualTo("/publishedAt");
        assertThat(early.<String>path("errors[0].rule")).isEqualTo("notBeforeCampaign");
        assertThat(early.<String>path("errors[0].detail"))
                .isEqualTo("must not be more than a day before 2026-01-22T18:30:00Z, when the collaboration was agreed"
                        + " or the campaign began; a post of before is none of this campaign");
        assertThat(sameDay.statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"INVITED", "DECLINED"})
    void shouldRefuseAPostOfACollaborationThatIsNotAccepted(String state) {
        // Given
        var line = Line.told(state);

        // When
        var reply = as(line.creatorToken()).body(line.postBody(URL)).post("/v1/posts");

        // Then
        assertThat(reply.statusCode()).isEqualTo(409);
        assertThat(reply.<String>path("type")).endsWith("collaboration-not-accepted");
    }

    @ParameterizedTest
    @CsvSource({
        "url, ftp://example.com/a, /url",
        "url, not a url, /url",
        "url, ' ', /url",
        "publishedAt, 2199-01-01T00:00:00Z, /publishedAt",
        "publishedAt, yesterday, /publishedAt",
        "collaborationId, 12, /collaborationId",
        "source, NETWORK, /source",
    })
    void shouldNameTheFieldThatIsWrong(String field, String value, String pointer) {
        // Given
        var line = Line.accepted();
        var body = new HashMap<>(line.postBody(URL));
        body.put(field, value);

        // When
        var reply = as(line.creatorToken()).body(body).post("/v1/posts");

        // Then
        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.<String>path("errors[0].pointer")).isEqualTo(pointer);
    }

    @Test
    void shouldAnswer404WhenTheCollaborationIsUnknown() {
        // Given
        var line = Line.untold();

        // When
        var reply = as(line.creatorToken()).body(line.postBody(URL)).post("/v1/posts");

        // Then
        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(reply.<String>path("errors[0].pointer")).isEqualTo("/collaborationId");
    }

    @Test
    void shouldLetNoBrandRecordPosts() {
        // Given
        var line = Line.accepted();

        // When
        var brand = as(line.brand()).body(line.postBody(URL)).post("/v1/posts");
        var nobody = as("").body(line.postBody(URL)).post("/v1/posts");

        // Then
        assertThat(brand.statusCode()).isEqualTo(403);
        assertThat(nobody.statusCode()).isEqualTo(401);
    }

    @Test
    void shouldPreferTheNetworksFigureAndKeepTheRestUnknown() {
        // Given
        var line = Line.accepted();
        UUID post = line.post(line.creatorToken());
        measure(line.creatorToken(), post, Map.of("reach", 900, "saves", 4));

        // When
        var reading = measure(
                line.partner(), post, Map.of("reach", 700, "donations", Map.of("amount", "12.50", "currency", "EUR")));

        // Then
        assertThat(reading.statusCode()).isEqualTo(201);
        assertThat(reading.<String>path("source")).isEqualTo("NETWORK");
        assertThat(reading.<Integer>path("likes")).isNull();
        var shown = as(line.brand()).get("/v1/posts/" + post);
        assertThat(shown.<Integer>path("version")).isEqualTo(3);
        assertThat(shown.<String>path("metrics.find { it.metric == 'REACH' }.value"))
                .isEqualTo("700");
        assertThat(shown.<String>path("metrics.find { it.metric == 'REACH' }.source"))
                .isEqualTo("NETWORK");
        assertThat(shown.<String>path("metrics.find { it.metric == 'SAVES' }.source"))
                .isEqualTo("DECLARED");
        assertThat(shown.<String>path("metrics.find { it.metric == 'LIKES' }.value"))
                .isNull();
        assertThat(shown.<String>path("metrics.find { it.metric == 'DONATIONS' }.value"))
                .isEqualTo("12.50");
    }

    @Test
    void shouldRecordAReadingOnceForOneIdempotencyKey() {
        // Given
        var line = Line.accepted();
        UUID post = line.post(line.partner());
        var body = Map.of("observedAt", "2026-03-21T08:00:00Z", "likes", 5);
        String key = UUID.randomUUID().toString();
        var first = as(line.partner()).header("Idempotency-Key", key).body(body).post("/v1/posts/" + post + "/metrics");

        // When
        var again = as(line.partner()).header("Idempotency-Key", key).body(body).post("/v1/posts/" + post + "/metrics");

        // Then
        assertThat(again.<String>path("readingId")).isEqualTo(first.path("readingId"));
        assertThat(as(line.partner()).get("/v1/posts/" + post).<Integer>path("version"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "likes, -1, /likes",
        "likes, 1.5, /likes",
        "likes, 9007199254740992, /likes",
        "views, 99999999999999999999, /views",
    })
    void shouldRefuseFiguresThatCannotBe(String metric, String value, String pointer) {
        // Given
        var line = Line.accepted();
        UUID post = line.post(line.partner());

        // When
        var reply = measure(line.partner(), post, Map.of(metric, new java.math.BigDecimal(value)));

        // Then
        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.<String>path("errors[0].pointer")).isEqualTo(pointer);
    }

    @Test
    void shouldRefuseReadingsWithoutFiguresOrAtAnImpossibleTime() {
        // Given
        var line = Line.accepted();
        UUID post = line.post(line.partner());
        String tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();

        // When
        var empty = measure(line.partner(), post, Map.of());
        var future = measure(line.partner(), post, Map.of("likes", 1, "observedAt", tomorrow));
        var before = measure(line.partner(), post, Map.of("likes", 1, "observedAt", "2026-03-14T17:29:59Z"));

        // Then
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(future.<String>path("errors[0].rule")).isEqualTo("notInFuture");
        assertThat(before.<String>path("errors[0].rule")).isEqualTo("afterPublication");
    }

    @Test
    void shouldAnswer404ForAPostThatIsNotThere() {
        // Given
        var line = Line.accepted();

        // When
        var shown = as(line.partner()).get("/v1/posts/" + UUID.randomUUID());
        var measured = measure(line.partner(), UUID.randomUUID(), Map.of("likes", 1));

        // Then
        assertThat(shown.statusCode()).isEqualTo(404);
        assertThat(measured.statusCode()).isEqualTo(404);
    }

    @Test
    void shouldLetNoBrandRecordFigures() {
        // Given
        var line = Line.accepted();
        UUID post = line.post(line.partner());

        // When
        var reply = measure(line.brand(), post, Map.of("likes", 1));

        // Then
        assertThat(reply.statusCode()).isEqualTo(403);
    }

    @Test
    void shouldListPostsPageByPage() {
        // Given
        var line = Line.accepted();
        var posts = List.of(line.post(line.partner()), line.post(line.partner()), line.post(line.partner()));
        String list = "/v1/posts?limit=2&campaignId=" + line.campaign;

        // When
        var first = as(line.brand()).get(list);
        var second = as(line.brand()).get(list + "&cursor=" + first.path("nextCursor"));

        // Then
        assertThat(first.<List<String>>path("items.postId"))
                .containsExactly(posts.get(0).toString(), posts.get(1).toString());
        assertThat(second.<List<String>>path("items.postId"))
                .containsExactly(posts.get(2).toString());
        assertThat(second.<String>path("nextCursor")).isNull();
        assertThat(as(Tokens.operator()).get(list).<List<String>>path("items.postId"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"limit=0", "limit=201", "campaignId=12", "cursor=zzz", "page=2"})
    void shouldRefuseAQueryThatItCannotAnswer(String query) {
        // Given
        var line = Line.untold();

        // When
        var reply = as(line.brand()).get("/v1/posts?" + query);

        // Then
        assertThat(reply.statusCode()).isEqualTo(400);
    }
}

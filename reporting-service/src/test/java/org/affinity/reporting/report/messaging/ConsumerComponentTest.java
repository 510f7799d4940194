package org.affinity.reporting.report.messaging;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.affinity.reporting.Line;
import org.affinity.reporting.ReportingTest;
import org.affinity.reporting.webhook.Hooks;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.affinity.reporting.Line.as;
import static org.affinity.reporting.Line.measure;
import static org.assertj.core.api.Assertions.assertThat;

@ReportingTest
class ConsumerComponentTest {

    private static final String ACCEPTED = "campaign.collaboration.accepted.v1";
    private static final String CLOSED = "campaign.campaign.closed.v1";

    @Test
    void shouldKeepTheNewerStateWhenEventsComeOutOfOrder() throws Exception {
        // Given
        var line = Line.accepted();

        // When
        line.publishCollaboration("INVITED", 1);
        barrier();

        // Then
        assertThat(line.known()).isEqualTo("ACCEPTED");
    }

    @Test
    void shouldTakeAnEventOnceWhenItComesTwice() {
        // Given
        var line = Line.accepted();
        line.post(line.partner());
        String id = UUID.randomUUID().toString();
        Events.publishAs(id, CLOSED, line.campaign, 4, line.closedEvent("POSTS", "1"));

        // When
        Events.publishAs(id, CLOSED, line.campaign, 4, line.closedEvent("POSTS", "1"));
        line.publishClosed("POSTS", "1");
        UUID report = line.report("POSTS", "1");

        // Then
        Events.await("reporting.report.completed.v1", report);
        assertThat(Events.onTopic("reporting.report").stream()
                        .filter(event ->
                                event.data().path("campaignId").asText().equals(line.campaign.toString())))
                .hasSize(1);
        assertThat(Events.published("reporting.result.recorded.v1", line.collaboration))
                .hasSize(1);
    }

    @Test
    void shouldPassOverTypesItDoesNotKnow() {
        // Given
        var line = Line.accepted();
        Events.publishAs(
                UUID.randomUUID().toString(), "campaign.campaign.renamed.v9", line.campaign, 9, Map.of("x", 1));
        Events.publishAs(
                UUID.randomUUID().toString(), "campaign.collaboration.archived.v9", line.collaboration, 9, Map.of());

        // When
        UUID report = line.report("POSTS", "1");

        // Then
        assertThat(as(line.brand()).get("/v1/reports/" + report).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldSettleACollaborationThatComesAfterTheReport() {
        // Given
        var line = Line.untold();
        UUID report = line.report("POSTS", "1");
        assertThat(as(line.brand()).get("/v1/reports/" + report).<Integer>path("acceptedCollaborations"))
                .isZero();

        // When
        line.publishCollaboration("ACCEPTED", 2);

        // Then
        var result =
                Events.await("reporting.result.recorded.v1", line.collaboration).data();
        assertThat(result.path("posts").asInt()).isZero();
        assertThat(result.path("reach").isNull()).isTrue();
        var post = as(line.creatorToken())
                .body(line.postBody("https://www.tiktok.com/@a/video/1"))
                .post("/v1/posts");
        assertThat(post.statusCode()).isEqualTo(409);
    }

    @Test
    void shouldPutAnEventItCannotReadAsideAndGoOn() {
        // Given
        var line = Line.untold();
        Events.publish(ACCEPTED, line.collaboration, 2, "{\"collaborationId\":12}".getBytes(StandardCharsets.UTF_8));

        // When
        line.publishCollaboration("ACCEPTED", 3);

        // Then
        line.awaitCollaboration("ACCEPTED");
        Awaitility.await()
                .untilAsserted(() -> assertThat(as(Tokens.operator())
                                .get("/v1/reporting-dead-letters?limit=200")
                                .<List<String>>path("items.key"))
                        .contains(line.collaboration.toString()));
    }

    @Test
    void shouldRebuildItsCopiesWithoutReportingAgain() {
        // Given
        var line = Line.accepted();
        measure(line.partner(), line.post(line.partner()), Map.of("likes", 3));
        UUID report = line.report("POSTS", "1");

        // When
        var campaigns = as(Tokens.operator()).post("/v1/reporting-read-models/campaigns/rebuilds");
        var collaborations = as(Tokens.operator()).post("/v1/reporting-read-models/collaborations/rebuilds");

        // Then
        assertThat(campaigns.statusCode()).isEqualTo(202);
        assertThat(collaborations.statusCode()).isEqualTo(202);
        line.awaitCollaboration("ACCEPTED");
        barrier();
        assertThat(as(line.brand()).get("/v1/reports").<List<String>>path("items.reportId"))
                .containsExactly(report.toString());
        assertThat(Events.published("reporting.result.recorded.v1", line.collaboration))
                .hasSize(1);
    }

    @Test
    void shouldMeasureThePostsOfACollaborationWhoseCopyIsMissing() throws Exception {
        // Given: the copies are being built again, and this one is not there yet
        var line = Line.accepted();
        measure(line.partner(), line.post(line.partner()), Map.of("likes", 3, "reach", 70));
        Hooks.sql("delete from collaboration_copy where collaboration_id = ?", line.collaboration);

        // When
        UUID report = line.report("REACH", "70");

        // Then
        var shown = as(line.brand()).get("/v1/reports/" + report);
        assertThat(shown.<String>path("verdicts[0].verdict")).isEqualTo("REACHED");
        assertThat(shown.<Integer>path("acceptedCollaborations")).isEqualTo(1);
        var result =
                Events.await("reporting.result.recorded.v1", line.collaboration).data();
        assertThat(result.path("reach").asInt()).isEqualTo(70);
        assertThat(result.path("creatorId").asText()).isEqualTo(line.creator.toString());
    }

    @Test
    void shouldLetOnlyOperatorsRebuild() {
        // When
        var brand = as(Tokens.brand(UUID.randomUUID())).post("/v1/reporting-read-models/campaigns/rebuilds");
        var missing = as(Tokens.operator()).post("/v1/reporting-read-models/nothing/rebuilds");

        // Then
        assertThat(brand.statusCode()).isEqualTo(403);
        assertThat(missing.statusCode()).isEqualTo(404);
    }

    /** Waits until the events published before have been handled: those of one test are few and keep their order. */
    private static void barrier() {
        var marker = Line.accepted();
        marker.report("POSTS", "1");
    }
}

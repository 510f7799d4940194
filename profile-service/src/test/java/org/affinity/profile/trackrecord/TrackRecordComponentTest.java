package org.affinity.profile.trackrecord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.affinity.profile.creator.CreatorState;
import org.affinity.profile.trackrecord.domain.Result;
import org.junit.jupiter.api.Test;

import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.affinity.profile.ProfileApi.profile;
import static org.affinity.profile.ProfileApi.signUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class TrackRecordComponentTest {

    private static final String RECORDED = "reporting.result.recorded.v1";

    private final UUID creatorId = UUID.randomUUID();
    private final TrackRecordService trackRecord;

    TrackRecordComponentTest(TrackRecordService trackRecord) {
        this.trackRecord = trackRecord;
    }

    private ObjectNode result(UUID resultId, UUID collaborationId, long version) {
        ObjectNode result = EventContracts.example(RECORDED).deepCopy();
        return result.put("resultId", resultId.toString())
                .put("collaborationId", collaborationId.toString())
                .put("creatorId", creatorId.toString())
                .put("version", version);
    }

    private int completed() {
        return as(Tokens.creator(creatorId))
                .get("/v1/creators/" + creatorId)
                .path("trackRecord.completedCollaborations");
    }

    @Test
    void shouldCountCollaborationOnceHoweverOftenItsResultComes() {
        // Given
        signUp(creatorId, profile(handle()));
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        // When
        Events.publish(RECORDED, first, 2, result(first, first, 2));
        String id = Events.publish(RECORDED, first, 1, result(first, first, 1));
        Events.publishAs(id, RECORDED, first, 1, result(first, first, 1));
        Events.await(CreatorState.UPDATED, creatorId, 2);
        Events.publish(RECORDED, second, 1, result(second, second, 1));
        // Then
        var state = Events.await(CreatorState.UPDATED, creatorId, 3);
        assertThat(state.data().at("/trackRecord/completedCollaborations").asInt())
                .isEqualTo(2);
        assertThat(completed()).isEqualTo(2);
        assertThat(Events.published(CreatorState.UPDATED, creatorId)).hasSize(3);
    }

    @Test
    void shouldNotCountCollaborationWithoutPosts() {
        // Given
        signUp(creatorId, profile(handle()));
        UUID nothing = UUID.randomUUID();
        UUID something = UUID.randomUUID();
        // When
        Events.publish(RECORDED, nothing, 1, result(nothing, nothing, 1).put("posts", 0));
        Events.publish(RECORDED, something, 1, result(something, something, 1));
        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> as(Tokens.creator(creatorId))
                        .get(path())
                        .then()
                        .body("items.collaborationId", contains(something.toString())));
        assertThat(completed()).isEqualTo(1);
    }

    @Test
    void shouldPassOverUnknownTypesAndUnreadableEvents() {
        // Given
        signUp(creatorId, profile(handle()));
        UUID resultId = UUID.randomUUID();
        // When
        Events.publish("reporting.result.withdrawn.v9", resultId, 1, Map.of("anything", true));
        Events.publish(RECORDED, resultId, 1, "not json".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Events.publish(RECORDED, resultId, 1, result(resultId, resultId, 1));
        // Then
        var state = Events.await(CreatorState.UPDATED, creatorId, 2);
        assertThat(state.data().at("/trackRecord/completedCollaborations").asInt())
                .isEqualTo(1);
    }

    @Test
    void shouldPassOverResultOfUnknownCreator() {
        // Given
        UUID resultId = UUID.randomUUID();
        Events.publish(RECORDED, resultId, 1, result(resultId, resultId, 1));
        UUID known = UUID.randomUUID();
        signUp(known, profile(handle()));
        UUID other = UUID.randomUUID();
        // When
        Events.publish(RECORDED, other, 1, result(other, other, 1).put("creatorId", known.toString()));
        // Then
        assertThat(Events.await(CreatorState.UPDATED, known, 2).sequence()).isEqualTo(2);
    }

    @Test
    void shouldCountResultsThatCameBeforeTheCreatorSignedUp() {
        // Given
        UUID early = UUID.randomUUID();
        Tenancy.asSystem(() -> trackRecord.complete(new Result(
                early, early, creatorId, null, null, 1, "Maison Potage", null, 1, null, Instant.EPOCH, List.of())));
        // When
        signUp(creatorId, profile(handle()));
        // Then
        var state = Events.await(CreatorState.UPDATED, creatorId, 1);
        assertThat(state.data().at("/trackRecord/completedCollaborations").asInt())
                .isEqualTo(1);
        assertThat(completed()).isEqualTo(1);
    }

    @Test
    void shouldNeverTellOfFallingNumberWhileResultsAreReadAgain() {
        // Given
        signUp(creatorId, profile(handle()));
        for (int i = 0; i < 2; i++) {
            UUID result = UUID.randomUUID();
            Events.publish(RECORDED, result, 1, result(result, result, 1));
        }
        Events.await(CreatorState.UPDATED, creatorId, 3);
        // When
        as(Tokens.operator())
                .post("/v1/profile-read-models/results/rebuilds")
                .then()
                .statusCode(202);
        UUID third = UUID.randomUUID();
        Events.publish(RECORDED, third, 1, result(third, third, 1));
        // Then
        Events.await(CreatorState.UPDATED, creatorId, 4);
        assertThat(Events.published(CreatorState.UPDATED, creatorId))
                .extracting(event ->
                        event.data().at("/trackRecord/completedCollaborations").asInt())
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void shouldShowMeasuredBesideDeclaredWork() {
        // Given
        signUp(creatorId, profile(handle()));
        declareWork();
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        // When
        Events.publish(RECORDED, first, 1, result(first, first, 1));
        ObjectNode other = result(second, second, 1);
        other.remove(List.of("brand", "platform", "window", "kpis"));
        Events.publish(RECORDED, second, 1, other.put("reach", 100).put("recordedAt", "2026-04-01T00:00:00Z"));
        Events.await(CreatorState.UPDATED, creatorId, 4);
        // Then
        as(Tokens.creator(creatorId))
                .get(path())
                .then()
                .statusCode(200)
                .body("measured", equalTo(2))
                .body("declared", equalTo(1))
                .body("items.source", contains("MEASURED", "MEASURED", "DECLARED"))
                .body("items.brand", contains(null, "Maison Potage", "Other"))
                .body("items[1].from", equalTo("2026-01-20"))
                .body("items[2].result", equalTo("Sold out"))
                .body("figures.find { it.name == 'MEDIAN_REACH' }.value", equalTo(3750))
                .body("figures.find { it.name == 'MEDIAN_REACH' }.sampleSize", equalTo(2));
        as(Tokens.creator(creatorId))
                .get("/v1/creators/" + creatorId + "/brands")
                .then()
                .body("items.find { it.name == 'Maison Potage' }.source", equalTo("MEASURED"));
    }

    @Test
    void shouldNotDateMeasuredWorkByWhatWasDeclaredOfOlderWork() {
        // Given
        signUp(creatorId, profile(handle()));
        declareWork(Map.of("relation", "WORKED_WITH", "name", "Maison Potage", "workedOn", "2024-03-01"));
        UUID resultId = UUID.randomUUID();
        // When
        Events.publish(RECORDED, resultId, 1, result(resultId, resultId, 1));
        // Then
        JsonNode tie = Events.await(CreatorState.UPDATED, creatorId, 3).data().at("/brands/0");
        assertThat(tie.path("source").asText()).isEqualTo("MEASURED");
        assertThat(tie.path("workedOn").isNull()).isTrue();
    }

    @Test
    void shouldNotTellOrganisationForWhomTheResultsOfOthersWere() {
        // Given
        signUp(creatorId, profile(handle()));
        UUID resultId = UUID.randomUUID();
        Events.publish(RECORDED, resultId, 1, result(resultId, resultId, 1));
        Events.await(CreatorState.UPDATED, creatorId, 2);
        UUID owner = UUID.fromString(
                result(resultId, resultId, 1).path("organisationId").asText());
        // When
        var foreign = as(Tokens.brand(UUID.randomUUID())).get(path());
        var own = as(Tokens.brand(owner)).get(path());
        // Then
        foreign.then()
                .body("items[0].brand", nullValue())
                .body("items[0].campaignId", nullValue())
                .body("items[0].collaborationId", nullValue())
                .body("items[0].figures.kpi", hasItem("REACH"));
        own.then().body("items[0].brand", equalTo("Maison Potage")).body("measured", equalTo(1));
    }

    @Test
    void shouldTakeOverCorrectionButNoOlderFigures() {
        // Given
        signUp(creatorId, profile(handle()));
        UUID id = UUID.randomUUID();
        // When
        Events.publish(RECORDED, id, 2, result(id, id, 2).put("posts", 5));
        Events.publish(RECORDED, id, 1, result(id, id, 1).put("posts", 4));
        Events.publish(RECORDED, id, 3, result(id, id, 3).put("posts", 6));
        // Then
        org.awaitility.Awaitility.await()
                .untilAsserted(
                        () -> as(Tokens.creator(creatorId)).get(path()).then().body("items.posts", contains(6)));
    }

    @Test
    void shouldPageThroughWork() {
        // Given
        signUp(creatorId, profile(handle()));
        declareWork();
        UUID id = UUID.randomUUID();
        Events.publish(RECORDED, id, 1, result(id, id, 1));
        Events.await(CreatorState.UPDATED, creatorId, 3);
        // When
        String cursor = as(Tokens.operator()).get(path() + "?limit=1").path("nextCursor");
        var second = as(Tokens.operator())
                .queryParam("limit", 1)
                .queryParam("cursor", cursor)
                .get(path());
        // Then
        second.then().body("items.source", contains("DECLARED")).body("nextCursor", nullValue());
        as(Tokens.operator()).get(path() + "?cursor=abc").then().statusCode(400);
    }

    @Test
    void shouldAnswerForeignTrackRecordLikeMissingOne() {
        // Given
        signUp(creatorId, profile(handle()));
        // When
        var foreign = as(Tokens.creator(UUID.randomUUID())).get(path());
        var missing = as(Tokens.operator()).get("/v1/creators/" + UUID.randomUUID() + "/track-record");
        // Then
        assertThat(foreign.statusCode()).isEqualTo(404).isEqualTo(missing.statusCode());
    }

    private String path() {
        return "/v1/creators/" + creatorId + "/track-record";
    }

    private void declareWork() {
        declareWork(Map.of("relation", "WORKED_WITH", "name", "Other", "result", "Sold out"));
    }

    private void declareWork(Map<String, String> work) {
        as(Tokens.creator(creatorId))
                .header("If-Match", "\"1\"")
                .body(Map.of("items", List.of(work)))
                .put("/v1/creators/" + creatorId + "/brands")
                .then()
                .statusCode(200);
    }
}

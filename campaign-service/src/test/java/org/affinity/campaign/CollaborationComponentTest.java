package org.affinity.campaign;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** Collaborations over HTTP: seen by both parties, answered by the creator. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class CollaborationComponentTest {

    private final UUID brand = Driver.id();
    private final UUID lea = Driver.id();
    private final UUID tom = Driver.id();

    @Test
    void shouldBeSeenByBothParties() {
        // Given
        List<UUID> collaborations = Driver.invited(brand, lea, tom);

        // When
        Response response = Driver.asCreator(lea).get("/v1/collaborations/{id}", collaborations.getFirst());

        // Then
        response.then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("state", equalTo("INVITED"))
                .body("brand", equalTo("Alpine Shoes"))
                .body("campaignName", equalTo("Spring trails"))
                .body("endsOn", equalTo("2090-03-31"))
                .body("respondedAt", nullValue());
        for (String token : List.of(Tokens.brand(brand), Tokens.partner(brand), Tokens.operator())) {
            Driver.as(token)
                    .get("/v1/collaborations/{id}", collaborations.getFirst())
                    .then()
                    .statusCode(200);
        }
        Driver.asBrand(brand).get("/v1/collaborations/{id}", Driver.id()).then().statusCode(404);
        given().get("/v1/collaborations/{id}", collaborations.getFirst()).then().statusCode(401);
        given().get("/v1/collaborations").then().statusCode(401);
    }

    @Test
    void shouldListByCampaignAndStatePageByPage() {
        // Given
        List<UUID> collaborations = Driver.invited(brand, lea, tom);
        UUID campaignId = Driver.campaignOf(brand, collaborations.getFirst());
        Driver.invited(brand, lea);
        accept(lea, collaborations.getFirst()).then().statusCode(200);

        // When
        Response page = Driver.asBrand(brand).get("/v1/collaborations?limit=1&campaignId=" + campaignId);

        // Then
        page.then().statusCode(200).body("items.creatorId", contains(tom.toString()));
        Driver.asBrand(brand)
                .queryParam("cursor", page.jsonPath().getString("nextCursor"))
                .get("/v1/collaborations?limit=1&campaignId=" + campaignId)
                .then()
                .statusCode(200)
                .body("items.creatorId", contains(lea.toString()))
                .body("nextCursor", nullValue());
        Driver.asBrand(brand)
                .get("/v1/collaborations?state=ACCEPTED")
                .then()
                .body(
                        "items.collaborationId",
                        contains(collaborations.getFirst().toString()));
        Driver.asCreator(tom)
                .get("/v1/collaborations")
                .then()
                .body("items.collaborationId", contains(collaborations.getLast().toString()));
        Driver.asBrand(brand)
                .queryParam("cursor", page.jsonPath().getString("nextCursor"))
                .get("/v1/collaborations?limit=1")
                .then()
                .statusCode(400);
        Driver.asBrand(brand).get("/v1/collaborations?campaignId=x").then().statusCode(400);
    }

    @Test
    void shouldBeAcceptedWithItsEvent() {
        // Given
        UUID collaborationId = Driver.invited(brand, lea).getFirst();

        // When
        Response response = accept(lea, collaborationId);

        // Then
        response.then().statusCode(200).header("ETag", equalTo("\"2\"")).body("state", equalTo("ACCEPTED"));
        Events.Published event = Events.await("campaign.collaboration.accepted.v1", collaborationId);
        assertThat(event.sequence()).isEqualTo(2);
        assertThat(event.data().get("state").asText()).isEqualTo("ACCEPTED");
        assertThat(event.data().get("respondedAt").asText())
                .isEqualTo(response.jsonPath().getString("respondedAt"));
        accept(lea, collaborationId)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:affinity:problem:collaboration-already-answered"));
        refuse(lea, collaborationId, "{}").then().statusCode(409);
    }

    @Test
    void shouldBeRefusedWithReasonAndEvent() {
        // Given
        UUID collaborationId = Driver.invited(brand, lea).getFirst();

        // When
        Response response = refuse(lea, collaborationId, "{\"reason\": \"travelling\"}");

        // Then
        response.then().statusCode(200).body("state", equalTo("DECLINED")).body("refusalReason", equalTo("travelling"));
        Events.Published event = Events.await("campaign.collaboration.declined.v1", collaborationId);
        assertThat(event.sequence()).isEqualTo(2);
        assertThat(event.data().get("state").asText()).isEqualTo("DECLINED");
        assertThat(event.data().toString()).doesNotContain("travelling");
        Driver.asBrand(brand)
                .get("/v1/collaborations/{id}", collaborationId)
                .then()
                .body("refusalReason", equalTo("travelling"));
        accept(lea, collaborationId).then().statusCode(409);
    }

    @Test
    void shouldRejectReasonThatIsTooLong() {
        // Given
        UUID collaborationId = Driver.invited(brand, lea).getFirst();

        // When
        Response response = refuse(lea, collaborationId, "{\"reason\": \"" + "x".repeat(1001) + "\"}");

        // Then
        response.then().statusCode(422).body("errors[0].pointer", equalTo("/reason"));
        refuse(lea, collaborationId, "").then().statusCode(400);
        refuse(lea, collaborationId, "{\"why\": 1}").then().statusCode(422);
    }

    @Test
    void shouldReplayAnswerForOneIdempotencyKey() {
        // Given
        UUID collaborationId = Driver.invited(brand, lea).getFirst();
        String key = Driver.id().toString();
        Response first = acceptWithKey(collaborationId, key);

        // When
        Response second = acceptWithKey(collaborationId, key);

        // Then
        second.then().statusCode(200).header("ETag", equalTo("\"2\""));
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    private Response acceptWithKey(UUID collaborationId, String key) {
        return Driver.asCreator(lea)
                .header("Idempotency-Key", key)
                .post("/v1/collaborations/{id}/acceptance", collaborationId);
    }

    @Test
    void shouldTakeNoAnswerOnceTheCampaignIsClosed() {
        // Given
        UUID collaborationId = Driver.invited(brand, lea).getFirst();
        UUID campaignId = Driver.campaignOf(brand, collaborationId);
        Driver.asBrand(brand)
                .post("/v1/campaigns/{id}/closure", campaignId)
                .then()
                .statusCode(200);

        // When
        Response response = accept(lea, collaborationId);

        // Then
        response.then().statusCode(409).body("type", equalTo("urn:affinity:problem:campaign-already-closed"));
        refuse(lea, collaborationId, "{}").then().statusCode(409);
        Driver.asCreator(lea)
                .get("/v1/collaborations/{id}", collaborationId)
                .then()
                .body("state", equalTo("INVITED"))
                .body("campaignClosedAt", org.hamcrest.Matchers.notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"acceptance", "refusal"})
    void shouldBeAnsweredByNobodyButTheCreator(String answer) {
        // Given
        UUID collaborationId = Driver.invited(brand, lea).getFirst();

        // When
        List<Integer> statuses =
                List.of(Tokens.brand(brand), Tokens.partner(brand), Tokens.operator(), Tokens.creator(tom)).stream()
                        .map(token -> Driver.as(token)
                                .body("{}")
                                .post("/v1/collaborations/{id}/" + answer, collaborationId)
                                .statusCode())
                        .toList();

        // Then
        assertThat(statuses).containsExactly(403, 403, 403, 404);
        Driver.asCreator(tom).get("/v1/collaborations").then().body("items", empty());
    }

    private static Response accept(UUID creatorId, UUID collaborationId) {
        return Driver.asCreator(creatorId).post("/v1/collaborations/{id}/acceptance", collaborationId);
    }

    private static Response refuse(UUID creatorId, UUID collaborationId, String body) {
        return Driver.asCreator(creatorId).body(body).post("/v1/collaborations/{id}/refusal", collaborationId);
    }
}

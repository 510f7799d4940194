package org.affinity.matching.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.affinity.kit.privacy.TransitBox;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.affinity.matching.TestCreators;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class ErasureComponentTest {

    private static final String MATCHED = "matching.match.completed.v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final UUID organisation = UUID.randomUUID();
    private final String language = TestCreators.newLanguage();

    private UUID creator() {
        return TestCreators.publishAndAwait(TestCreators.creator(language));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private RequestSpecification brand() {
        return as(Tokens.brand(organisation));
    }

    private Response match() {
        ObjectNode request = JSON.createObjectNode();
        request.set(
                "brief",
                EventContracts.example("campaign.campaign.published.v1").get("brief"));
        ((ObjectNode) request.at("/brief/audience")).putArray("languages").add(language);
        Response response = brand().body(request.toString()).post("/v1/matches");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response;
    }

    private UUID publishCampaign() {
        UUID campaign = UUID.randomUUID();
        ObjectNode event =
                EventContracts.example("campaign.campaign.published.v1").deepCopy();
        event.put("campaignId", campaign.toString()).put("organisationId", organisation.toString());
        ((ObjectNode) event.at("/brief/audience")).putArray("languages").add(language);
        Events.publish(
                "campaign.campaign.published.v1",
                campaign,
                event.path("version").asLong(),
                event);
        return campaign;
    }

    @Test
    void shouldRedactSavedMatchesAndSaySoInTheReplay() {
        // Given
        UUID one = creator();
        UUID other = creator();
        Response before = match();
        int place = before.jsonPath().getList("ranking.creatorId").indexOf(one.toString());

        // When
        JsonNode receipt = TestCreators.erase(one);

        // Then
        Response replay = brand().get("/v1/matches/" + before.jsonPath().getString("matchId"));
        replay.then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", equalTo(2))
                .body("redactedCreators", equalTo(1))
                .body("eligibleCount", equalTo(before.jsonPath().getInt("eligibleCount")))
                .body("panelCost", equalTo(before.jsonPath().getMap("panelCost")))
                .body("ranking[%d].redaction".formatted(place), equalTo("ERASED"))
                .body("ranking[%d].rank".formatted(place), equalTo(place + 1))
                .body("ranking[%d].handle".formatted(place), nullValue())
                .body("ranking[%d].contributions".formatted(place), empty())
                .body("ranking.findAll { it.redaction == null }.creatorId", contains(other.toString()));
        assertThat(replay.asString()).doesNotContain(one.toString());
        assertThat(receipt.path("erased").toString())
                .contains("{\"table\":\"candidate\",\"action\":\"DELETED\",\"rows\":1}")
                .contains("{\"table\":\"match_run\",\"action\":\"ANONYMISED\",\"rows\":1}");
    }

    @Test
    void shouldTellTheRedactedMatchOfACampaignAgain() {
        // Given
        UUID one = creator();
        UUID other = creator();
        UUID campaign = publishCampaign();
        String match = Awaitility.await()
                .until(
                        () -> brand().get("/v1/matches?campaignId=" + campaign)
                                .jsonPath()
                                .getString("items[0].matchId"),
                        java.util.Objects::nonNull);
        JsonNode told = Events.await(MATCHED, UUID.fromString(match)).data();
        assertThat(told.path("panel").findValuesAsText("creatorId")).contains(one.toString(), other.toString());

        // When
        TestCreators.erase(one);

        // Then
        JsonNode again = Events.await(MATCHED, UUID.fromString(match), 2).data();
        assertThat(again.path("panel").findValuesAsText("creatorId")).containsExactly(other.toString());
        assertThat(again.path("redactedPlaces").asInt()).isEqualTo(1);
        assertThat(again.has("panelPlan")).isEqualTo(told.has("panelPlan"));
        assertThat(again.propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(told.propertyStream().map(Map.Entry::getKey), Stream.of("redactedPlaces"))
                                .toList());
        assertThat(again.toString()).doesNotContain(one.toString());
        assertThat(told.path("panel")).contains(again.at("/panel/0"));
    }

    @Test
    void shouldForgetTheCandidateForGoodWhateverComesLater() {
        // Given
        ObjectNode creator = TestCreators.creator(language);
        UUID one = TestCreators.publishAndAwait(creator);
        UUID retracted = creator();

        // When
        TestCreators.erase(one);
        TestCreators.publish(creator.put("version", 9));
        Events.publish("profile.creator.erased.v1", retracted, 5, (Object) null);
        creator();

        // Then
        Awaitility.await().until(() -> TestCreators.find(one) == null && TestCreators.find(retracted) == null);
        assertThat(match().jsonPath().getInt("eligibleCount")).isEqualTo(1);
    }

    @Test
    void shouldShowACreatorWhatMatchesDecidedAndNobodyElse() {
        // Given
        UUID one = creator();
        UUID foreign = UUID.randomUUID();
        String matchId = match().jsonPath().getString("matchId");

        // When
        Response own = as(Tokens.creator(one)).get("/v1/selection-decisions?creatorId=" + one);

        // Then
        own.then()
                .statusCode(200)
                .body("items.matchId", contains(matchId))
                .body("items[0].outcome", equalTo("PROPOSED"))
                .body("items[0].rank", equalTo(1))
                .body("items[0].organisationId", equalTo(organisation.toString()));
        assertThat(own.jsonPath().getList("items[0].contributions")).isNotEmpty();
        as(Tokens.creator(foreign))
                .get("/v1/selection-decisions?creatorId=" + one)
                .then()
                .statusCode(404);
        as(Tokens.creator(foreign))
                .get("/v1/selection-decisions")
                .then()
                .statusCode(200)
                .body("items", empty());
        as(Tokens.operator())
                .get("/v1/selection-decisions?creatorId=" + one)
                .then()
                .statusCode(200)
                .body("items.matchId", contains(matchId));
        brand().get("/v1/selection-decisions?creatorId=" + one).then().statusCode(403);
    }

    @Test
    void shouldHandOutTheCandidateAndItsDecisions() throws Exception {
        // Given
        UUID one = creator();
        String matchId = match().jsonPath().getString("matchId");
        UUID export = UUID.randomUUID();
        var keys = TransitBox.newKeys();
        byte[] publicKey = keys.getPublic().getEncoded();

        // When
        Events.publish(
                "profile.data-export.requested.v1",
                export,
                1,
                Map.of("exportId", export, "version", 1, "creatorId", one, "publicKey", publicKey));
        JsonNode extract =
                Events.await("matching.data-extract.recorded.v1", export).data();

        // Then
        JsonNode files = JSON.readTree(TransitBox.open(
                keys.getPrivate().getEncoded(),
                publicKey,
                Base64.getDecoder().decode(extract.path("sealed").asText())));
        assertThat(files.at("/candidate/0/creatorId").asText()).isEqualTo(one.toString());
        assertThat(files.at("/selection-decisions/0/match_id").asText()).isEqualTo(matchId);
        assertThat(files.at("/selection-decisions/0/place/contributions")).isNotEmpty();
    }
}

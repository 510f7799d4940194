package org.affinity.matching.match;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.affinity.matching.TestCreators;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** A published campaign is matched again when its organisation asks. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class MatchByCampaignComponentTest {

    private final UUID organisation = UUID.randomUUID();
    private final String language = TestCreators.newLanguage();
    private final ObjectNode campaign = TestCampaigns.campaign(organisation, language);
    private final ObjectNode request = new ObjectMapper()
            .createObjectNode()
            .put("campaignId", TestCampaigns.id(campaign).toString());

    private Response post(UUID caller) {
        return given().auth()
                .oauth2(Tokens.brand(caller))
                .contentType("application/json")
                .body(request.toString())
                .post("/v1/matches");
    }

    private void publish() {
        TestCampaigns.publish(TestCampaigns.PUBLISHED, campaign);
        await().untilAsserted(
                        () -> assertThat(TestCampaigns.matchesOf(campaign)).hasSize(1));
    }

    private void exclude(UUID creator) {
        ((ObjectNode) campaign.get("brief"))
                .putObject("panel")
                .putArray("exclude")
                .add(creator.toString());
    }

    @Test
    void shouldMatchThePublishedBriefWithTheCreatorsOfNowAndTellNobody() {
        // Given
        UUID excluded = TestCreators.publishAndAwait(TestCreators.creator(language));
        exclude(excluded);
        publish();
        UUID newcomer = TestCreators.publishAndAwait(TestCreators.creator(language));

        // When
        Response response = post(organisation);

        // Then
        response.then()
                .statusCode(200)
                .body("campaignId", equalTo(TestCampaigns.id(campaign).toString()))
                .body("campaignVersion", equalTo(2))
                .body("organisationId", equalTo(organisation.toString()))
                .body("ranking", hasSize(2))
                .body("panel.creatorId", contains(newcomer.toString()));
        String matchId = response.jsonPath().getString("matchId");
        assertThat(given().auth()
                        .oauth2(Tokens.brand(organisation))
                        .get("/v1/matches/" + matchId)
                        .asByteArray())
                .isEqualTo(response.asByteArray());
        given().auth()
                .oauth2(Tokens.brand(organisation))
                .get("/v1/matches?campaignId=" + TestCampaigns.id(campaign))
                .then()
                .body("items", hasSize(2))
                .body("items[0].matchId", equalTo(matchId));
        assertThat(TestCampaigns.matchesOf(campaign)).hasSize(1);
    }

    @Test
    void shouldLetTheRequestAskForAnotherPanelAndOtherWeights() {
        // Given
        UUID excluded = TestCreators.publishAndAwait(TestCreators.creator(language));
        exclude(excluded);
        publish();
        request.put("k", 1).putObject("weights").put("credibility", 0);
        request.putObject("panel").putArray("exclude");

        // When
        Response response = post(organisation);

        // Then
        response.then()
                .statusCode(200)
                .body("ranking", hasSize(1))
                .body("panel.creatorId", contains(excluded.toString()));
        assertThat(response.jsonPath().getDouble("ranking[0].contributions.find { it.signal == 'credibility' }.weight"))
                .isZero();
    }

    @Test
    void shouldTellAnErasureOfNoMoreThanThePublicationTold() {
        // Given
        UUID creator = TestCreators.publishAndAwait(TestCreators.creator(language));
        publish();
        String matchId = post(organisation).jsonPath().getString("matchId");

        // When
        TestCreators.erase(creator);

        // Then
        await().untilAsserted(
                        () -> assertThat(TestCampaigns.matchesOf(campaign)).hasSize(2));
        assertThat(TestCampaigns.matchesOf(campaign))
                .extracting(Events.Published::key)
                .doesNotContain(matchId);
    }

    @Test
    void shouldNameTheFieldWhenThereIsNoBriefToMatch() {
        // Given
        publish();

        // When
        Response foreign = post(UUID.randomUUID());
        TestCampaigns.publish(TestCampaigns.CLOSED, campaign.deepCopy().put("version", 3));

        // Then
        foreign.then().statusCode(422).body("errors[0].pointer", equalTo("/campaignId"));
        await().untilAsserted(() -> post(organisation)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/campaignId"))
                .body("errors[0].detail", containsString("no published campaign")));
        request.set("brief", campaign.get("brief"));
        post(organisation)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/campaignId"))
                .body("errors[0].rule", equalTo("briefOrCampaign"));
        request.removeAll();
        post(organisation).then().statusCode(422).body("errors[0].pointer", equalTo("/brief"));
    }
}

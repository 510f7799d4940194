package org.affinity.matching.match;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Tokens;
import org.affinity.matching.TestCreators;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** An erased creator leaves what panels were chosen from, and the panels that were asked for afterwards. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class PanelErasureComponentTest {

    private final UUID organisation = UUID.randomUUID();
    private final String language = TestCreators.newLanguage();

    @Inject
    AgroalDataSource dataSource;

    private UUID creator() {
        return TestCreators.publishAndAwait(TestCreators.creator(language));
    }

    private RequestSpecification brand() {
        return given().auth().oauth2(Tokens.brand(organisation)).contentType("application/json");
    }

    private String match() {
        return match(new ObjectMapper().createObjectNode()).jsonPath().getString("matchId");
    }

    private Response match(ObjectNode request) {
        request.set(
                "brief",
                EventContracts.example("campaign.campaign.published.v1").get("brief"));
        ((ObjectNode) request.at("/brief/audience")).putArray("languages").add(language);
        Response response = brand().body(request.toString()).post("/v1/matches");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response;
    }

    /** How many rows of a table have this text anywhere. */
    private long rowsWith(String table, UUID creatorId) throws Exception {
        return Tenancy.callAsSystem(() -> {
            try (var connection = dataSource.getConnection();
                    var count = connection.prepareStatement(
                            "select count(*) from " + table + " t where strpos(cast(t as text), ?) > 0")) {
                count.setString(1, creatorId.toString());
                try (var row = count.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    @Test
    void shouldChooseLaterPanelsFromThoseWhoAreLeft() throws Exception {
        // Given
        UUID erased = creator();
        UUID stays = creator();
        String panels = "/v1/matches/" + match() + "/panels";
        assertThat(rowsWith("match_pool", erased)).isPositive();

        // When
        TestCreators.erase(erased);

        // Then
        assertThat(rowsWith("match_pool", erased)).isZero();
        Response panel = brand().body("{}").post(panels);
        assertThat(panel.statusCode()).as(panel.asString()).isEqualTo(200);
        assertThat(panel.jsonPath().getList("panel.creatorId")).isEqualTo(List.of(stays.toString()));
    }

    @Test
    void shouldForgetWhoHadToBeInThePanelAndCouldNot() throws Exception {
        // Given
        UUID rejected = TestCreators.publishAndAwait(TestCreators.creator(TestCreators.newLanguage()));
        ObjectNode request = new ObjectMapper().createObjectNode();
        request.putObject("panel").putArray("mustInclude").add(rejected.toString());
        Response match = match(request);
        String matchId = match.jsonPath().getString("matchId");
        assertThat(match.jsonPath().getString("panelPlan.infeasibilities[0].detail"))
                .contains(rejected.toString());

        // When
        TestCreators.erase(rejected);

        // Then
        Response replay = brand().get("/v1/matches/" + matchId);
        assertThat(replay.asString()).doesNotContain(rejected.toString());
        assertThat(replay.jsonPath().getString("panelPlan.infeasibilities[0].detail"))
                .startsWith("Creator (erased) has to be in the panel");
        assertThat(replay.jsonPath().getInt("version")).isEqualTo(2);
        assertThat(rowsWith("match_run", rejected)).isZero();
        assertThat(rowsWith("match_mention", rejected)).isZero();
    }

    @Test
    void shouldForgetWhomAMatchExcluded() throws Exception {
        // Given
        UUID erased = creator();
        UUID excluded = creator();
        UUID stays = creator();
        ObjectNode request = new ObjectMapper().createObjectNode();
        request.putObject("panel").putArray("exclude").add(erased.toString()).add(excluded.toString());
        String panels = "/v1/matches/" + match(request).jsonPath().getString("matchId") + "/panels";
        assertThat(rowsWith("match_constraint", erased)).isPositive();

        // When
        TestCreators.erase(erased);

        // Then
        assertThat(rowsWith("match_constraint", erased)).isZero();
        assertThat(brand().body("{}").post(panels).jsonPath().getList("panel.creatorId"))
                .containsExactly(stays.toString());
        match(request);
        assertThat(rowsWith("match_constraint", erased)).isZero();
        assertThat(rowsWith("match_constraint", excluded)).isEqualTo(2);
    }

    @Test
    void shouldDeletePanelsThatNameWhoWasErased() throws Exception {
        // Given
        UUID erased = creator();
        UUID stays = creator();
        String panels = "/v1/matches/" + match() + "/panels";
        String naming = brand().body("{}").post(panels).jsonPath().getString("panelId");
        String excluding = brand().body("{\"panel\": {\"exclude\": [\"" + erased + "\"]}}")
                .post(panels)
                .jsonPath()
                .getString("panelId");
        String others = brand().body("{\"budget\": {\"amount\": \"0\", \"currency\": \"EUR\"}}")
                .post(panels)
                .jsonPath()
                .getString("panelId");
        assertThat(rowsWith("match_panel", erased)).isEqualTo(2);

        // When
        TestCreators.erase(erased);

        // Then
        assertThat(rowsWith("match_panel", erased)).isZero();
        brand().get(panels + "/" + naming).then().statusCode(404);
        brand().get(panels + "/" + excluding).then().statusCode(404);
        brand().get(panels + "/" + others).then().statusCode(200);
        assertThat(rowsWith("match_pool", stays)).isPositive();
    }

    @Test
    void shouldRefuseABriefThatWantsAnErasedCreatorInThePanel() {
        // Given
        UUID erased = creator();
        TestCreators.erase(erased);
        ObjectNode request = new ObjectMapper().createObjectNode();
        request.set(
                "brief",
                EventContracts.example("campaign.campaign.published.v1").get("brief"));
        request.putObject("panel")
                .putArray("mustInclude")
                .add(UUID.randomUUID().toString())
                .add(erased.toString());

        // When
        Response response = brand().body(request.toString()).post("/v1/matches");

        // Then
        response.then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/panel/mustInclude/1"))
                .body("errors[0].rule", equalTo("notErased"));
    }

    @Test
    void shouldMatchACampaignThatStillWantsAnErasedCreatorInItsPanelWithoutThem() {
        // Given
        UUID erased = creator();
        UUID stays = creator();
        TestCreators.erase(erased);
        ObjectNode campaign = TestCampaigns.campaign(organisation, language);
        ((ObjectNode) campaign.get("brief"))
                .putObject("panel")
                .putArray("mustInclude")
                .add(erased.toString());

        // When
        TestCampaigns.publish(TestCampaigns.PUBLISHED, campaign);

        // Then
        await().untilAsserted(
                        () -> assertThat(TestCampaigns.matchesOf(campaign)).hasSize(1));
        assertThat(TestCampaigns.matchesOf(campaign)
                        .getFirst()
                        .data()
                        .get("panel")
                        .findValuesAsText("creatorId"))
                .containsExactly(stays.toString());
    }

    @Test
    void shouldRefuseAWhatIfPanelThatWantsAnErasedCreatorAndForgetTheOthersItNames() throws Exception {
        // Given
        UUID erased = creator();
        creator();
        String panels = "/v1/matches/" + match() + "/panels";
        TestCreators.erase(erased);

        // When
        Response required = brand().body("{\"panel\": {\"mustInclude\": [\"%s\"]}}".formatted(erased))
                .post(panels);
        Response excluded = brand().body("{\"panel\": {\"exclude\": [\"%s\"]}}".formatted(erased))
                .post(panels);

        // Then
        required.then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/panel/mustInclude/0"))
                .body("errors[0].rule", equalTo("notErased"));
        excluded.then().statusCode(200);
        assertThat(rowsWith("match_panel", erased)).isZero();
    }
}

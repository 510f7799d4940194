package org.affinity.matching.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.affinity.matching.TestCreators;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class CalibrationComponentTest {

    private static final String PUBLISHED = "campaign.campaign.published.v1";
    private static final String ACCEPTED = "campaign.collaboration.accepted.v1";
    private static final String RECORDED = "reporting.result.recorded.v1";
    private static final String REPORTS = "/v1/calibration-reports";

    private final UUID organisation = UUID.randomUUID();
    private final String language = TestCreators.newLanguage();
    private final UUID collaboration = UUID.randomUUID();
    private final CalibrationService calibration;

    CalibrationComponentTest(CalibrationService calibration) {
        this.calibration = calibration;
    }

    /** A matched campaign of one creator, and the place of that creator in its panel. */
    private JsonNode matchedPlace(UUID campaignId) {
        TestCreators.publishAndAwait(TestCreators.creator(language));
        ObjectNode campaign = EventContracts.example(PUBLISHED).deepCopy();
        campaign.put("campaignId", campaignId.toString()).put("organisationId", organisation.toString());
        ((ObjectNode) campaign.at("/brief/audience")).putArray("languages").add(language);
        Events.publish(PUBLISHED, campaignId, campaign.get("version").asLong(), campaign);
        await().untilAsserted(() -> assertThat(matches(campaignId)).hasSize(1));
        String matchId = matches(campaignId).getFirst();
        return Events.await("matching.match.completed.v1", UUID.fromString(matchId))
                .data()
                .at("/panel/0");
    }

    private List<String> matches(UUID campaignId) {
        return as(Tokens.brand(organisation), "/v1/matches?campaignId=" + campaignId)
                .jsonPath()
                .getList("items.matchId");
    }

    private ObjectNode collaboration(UUID campaignId, JsonNode place) {
        ObjectNode event = EventContracts.example(ACCEPTED).deepCopy();
        return event.put("collaborationId", collaboration.toString())
                .put("campaignId", campaignId.toString())
                .put("organisationId", organisation.toString())
                .put("creatorId", place.get("creatorId").asText())
                .put("accountId", place.get("accountId").asText())
                .put("invitedAt", Instant.now().toString());
    }

    private ObjectNode result(UUID campaignId, JsonNode place, long version, long impressions) {
        ObjectNode event = EventContracts.example(RECORDED).deepCopy();
        event.putNull("reach");
        return event.put("resultId", collaboration.toString())
                .put("collaborationId", collaboration.toString())
                .put("campaignId", campaignId.toString())
                .put("organisationId", organisation.toString())
                .put("creatorId", place.get("creatorId").asText())
                .put("version", version)
                .put("impressions", impressions);
    }

    private static Response as(String token, String path) {
        return given().auth().oauth2(token).get(path);
    }

    private List<Float> measured() {
        return as(Tokens.brand(organisation), REPORTS)
                .jsonPath()
                .getList("cells.findAll { it.kpi == 'IMPRESSIONS' }.meanMeasured");
    }

    @Test
    void shouldCompareWhatTheMatchSaidWithWhatTheCollaborationBrought() {
        // Given
        UUID campaignId = UUID.randomUUID();
        JsonNode place = matchedPlace(campaignId);

        // When
        Events.publish(RECORDED, collaboration, 2, result(campaignId, place, 2, 9_100));
        Events.publish(RECORDED, collaboration, 1, result(campaignId, place, 1, 1));
        ObjectNode accepted = collaboration(campaignId, place);
        String id =
                Events.publish(ACCEPTED, collaboration, accepted.get("version").asLong(), accepted);
        Events.publishAs(id, ACCEPTED, collaboration, accepted.get("version").asLong(), accepted);

        // Then
        await().untilAsserted(() -> assertThat(measured()).containsExactly(9_100f));
        Response report = as(Tokens.brand(organisation), REPORTS);
        Map<String, Object> cell = report.jsonPath().getMap("cells[0]");
        assertThat(cell)
                .containsEntry("kpi", "IMPRESSIONS")
                .containsEntry("platform", "INSTAGRAM")
                .containsEntry("tier", "NANO")
                .containsEntry("sampleSize", 1);
        double predicted = report.jsonPath().getDouble("cells[0].meanPredicted");
        assertThat(predicted).isPositive();
        assertThat(report.jsonPath().getDouble("cells[0].ratio")).isCloseTo(9_100 / predicted, within(1e-3));
        assertThat(report.jsonPath().getList("cells.kpi")).containsExactly("IMPRESSIONS", "ENGAGEMENTS");
        assertThat(report.jsonPath().getString("cells[0].factorReason")).contains("1 of 30");
        as(Tokens.operator(), REPORTS).then().statusCode(200);
        as(Tokens.brand(UUID.randomUUID()), REPORTS).then().statusCode(200).body("cells", empty());
        as(Tokens.brand(organisation), REPORTS + "?until=2020-01-01")
                .then()
                .statusCode(200)
                .body("cells", empty());
    }

    private Response forecast(JsonNode place) {
        ObjectNode request = new ObjectMapper().createObjectNode();
        request.putArray("creatorIds").add(place.get("creatorId").asText());
        request.set("brief", EventContracts.example(PUBLISHED).get("brief").deepCopy());
        ((ObjectNode) request.at("/brief/audience")).putArray("languages").add(language);
        return given().auth()
                .oauth2(Tokens.brand(organisation))
                .contentType("application/json")
                .body(request.toString())
                .post("/v1/forecasts");
    }

    @Test
    void shouldForecastReachAsItWasMeasured() {
        // Given
        UUID campaignId = UUID.randomUUID();
        JsonNode place = matchedPlace(campaignId);
        Response before = forecast(place);
        ObjectNode accepted = collaboration(campaignId, place);
        ObjectNode measured = result(campaignId, place, 1, 200_000).put("reach", 150_000);

        // When
        Events.publish(ACCEPTED, collaboration, accepted.get("version").asLong(), accepted);
        Events.publish(RECORDED, collaboration, 1, measured);
        await().untilAsserted(() -> assertThat(measured()).containsExactly(200_000f));

        // Then
        Response after = forecast(place);
        assertThat(before.jsonPath().getInt("netReach.sampleSize")).isZero();
        assertThat(after.jsonPath().getInt("netReach.sampleSize")).isEqualTo(1);
        assertThat(after.jsonPath().getList("creators[0].corrections.kpi"))
                .containsExactly("IMPRESSIONS", "REACH", "ENGAGEMENTS");
        double factor = after.jsonPath().getDouble("creators[0].corrections[1].factor");
        assertThat(factor).isGreaterThan(1.01);
        assertThat(after.jsonPath().getString("creators[0].corrections[1].reason"))
                .contains("1 collaboration (your own results)")
                .isNotEqualTo(after.jsonPath().getString("creators[0].corrections[0].reason"));
        assertThat(after.jsonPath().getDouble("netReach.value")
                        / before.jsonPath().getDouble("netReach.value"))
                .isCloseTo(factor, within(1e-3));
    }

    @Test
    void shouldForgetWhoseDataIsErasedAndWhatIsRetracted() {
        // Given
        UUID campaignId = UUID.randomUUID();
        JsonNode place = matchedPlace(campaignId);
        ObjectNode accepted = collaboration(campaignId, place);
        Events.publish(ACCEPTED, collaboration, accepted.get("version").asLong(), accepted);
        Events.publish(RECORDED, collaboration, 1, result(campaignId, place, 1, 700));
        await().untilAsserted(() -> assertThat(measured()).containsExactly(700f));

        // When
        JsonNode receipt =
                TestCreators.erase(UUID.fromString(place.get("creatorId").asText()));
        Events.publish(RECORDED, collaboration, 2, result(campaignId, place, 2, 800));

        // Then
        assertThat(receipt.toString()).contains("collaboration_copy").contains("result_copy");
        UUID other = UUID.randomUUID();
        ObjectNode marker = result(campaignId, place, 1, 5).put("creatorId", other.toString());
        Events.publish(RECORDED, collaboration, 3, marker.put("version", 3));
        assertThat(measured()).isEmpty();
    }

    @Test
    void shouldBuildItsCopiesAgain() {
        // Given
        UUID campaignId = UUID.randomUUID();
        JsonNode place = matchedPlace(campaignId);
        ObjectNode accepted = collaboration(campaignId, place);
        Events.publish(ACCEPTED, collaboration, accepted.get("version").asLong(), accepted);
        Events.publish(RECORDED, collaboration, 1, result(campaignId, place, 1, 4_321));
        await().untilAsserted(() -> assertThat(measured()).containsExactly(4_321f));

        // When
        Tenancy.asSystem(() -> {
            calibration.forgetResult(collaboration);
            calibration.forgetCollaboration(collaboration);
        });
        assertThat(measured()).isEmpty();
        Events.publish(ACCEPTED, collaboration, accepted.get("version").asLong(), accepted);
        Events.publish(RECORDED, collaboration, 1, result(campaignId, place, 1, 4_321));

        // Then
        await().untilAsserted(() -> assertThat(measured()).containsExactly(4_321f));
        as(Tokens.operator(), "/v1/matching-read-models/results").then().statusCode(200);
        as(Tokens.operator(), "/v1/matching-read-models/collaborations").then().statusCode(200);
    }

    @Test
    void shouldRefuseOthersAndNameBadParameters() {
        // When
        Response creator = as(Tokens.creator(UUID.randomUUID()), REPORTS);
        Response bad = as(Tokens.operator(), REPORTS + "?from=yesterday");

        // Then
        assertThat(creator.statusCode()).isEqualTo(403);
        assertThat(given().get(REPORTS).statusCode()).isEqualTo(401);
        bad.then().statusCode(400).body("errors[0].parameter", equalTo("from"));
        for (String year : List.of("%2B999999999", "%2B10000", "0000", "-0001")) {
            as(Tokens.operator(), REPORTS + "?until=" + year + "-12-31")
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo("until"))
                    .body("errors[0].rule", equalTo("date"));
        }
        as(Tokens.operator(), REPORTS + "?from=0001-01-01&until=9999-12-31")
                .then()
                .statusCode(200);
        as(Tokens.operator(), REPORTS + "?from=2026-01-02&until=2026-01-01")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("until"))
                .body("errors[0].rule", equalTo("dateOrder"));
    }
}

package org.affinity.matching.match;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Tokens;
import org.affinity.matching.TestCreators;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class StandingComponentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final UUID organisation = UUID.randomUUID();
    private final String language = TestCreators.newLanguage();

    private String match() {
        ObjectNode request = JSON.createObjectNode();
        request.set("brief", EventContracts.example(TestCampaigns.PUBLISHED).get("brief"));
        ((ObjectNode) request.at("/brief/audience")).putArray("languages").add(language);
        Response response = given().auth()
                .oauth2(Tokens.brand(organisation))
                .contentType("application/json")
                .body(request.toString())
                .post("/v1/matches");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.jsonPath().getString("matchId");
    }

    private Response standing(String matchId, UUID creatorId, String query) {
        return given().auth()
                .oauth2(Tokens.brand(organisation))
                .get("/v1/matches/" + matchId + "/candidates/" + creatorId + query);
    }

    @Test
    void shouldSayWhereACreatorStoodAndStands() {
        // Given
        ObjectNode creator = TestCreators.creator(language);
        UUID id = TestCreators.publishAndAwait(creator);
        String matchId = match();
        TestCreators.publishAndAwait(creator.put("state", "WITHDRAWN").put("version", 2));

        // When
        Response response = standing(matchId, id, "");

        // Then
        response.then()
                .statusCode(200)
                .body("then.rank", equalTo(1))
                .body("then.placeKept", equalTo(1))
                .body("then.proposed", equalTo(true))
                .body("now.status", equalTo("WITHDRAWN"))
                .body("now.rule", equalTo("withdrawn"))
                .body("now.facts", equalTo("the creator has withdrawn"))
                .body("now.creator", nullValue());
    }

    @Test
    void shouldSayWhatWouldBringACreatorAmongTheBest() {
        // Given
        TestCreators.publishAndAwait(TestCreators.creator(language));
        ObjectNode dear = TestCreators.creator(language);
        ((ObjectNode) dear.at("/availability/0/fee")).put("amount", "700.00");
        UUID id = TestCreators.publishAndAwait(dear);

        // When
        Response response = standing(match(), id, "?top=1");

        // Then
        response.then()
                .statusCode(200)
                .body("then.rank", equalTo(2))
                .body("now.status", equalTo("BEYOND"))
                .body("now.top", equalTo(1))
                .body("now.creator.rank", equalTo(2))
                .body("now.creator.contributions", not(empty()))
                .body("now.counterfactuals.lever", hasItem("FEE"))
                .body("now.counterfactuals.find { it.lever == 'FEE' }.present", equalTo("700.00"))
                .body("now.counterfactuals.find { it.lever == 'FEE' }.rank", equalTo(1));
    }

    @Test
    void shouldNameTheRuleThatRejects() {
        // Given
        UUID other = TestCreators.publishAndAwait(TestCreators.creator(TestCreators.newLanguage()));

        // When
        Response response = standing(match(), other, "");

        // Then
        response.then()
                .statusCode(200)
                .body("then.rank", nullValue())
                .body("now.status", equalTo("REJECTED"))
                .body("now.rule", equalTo("language"))
                .body(
                        "now.facts",
                        equalTo("wanted %s, publishes in %s"
                                .formatted(
                                        language,
                                        TestCreators.find(other)
                                                .languages()
                                                .iterator()
                                                .next())));
    }

    @Test
    void shouldCountTheEligibleBesideACreatorWhoIsUnknown() {
        // Given
        TestCreators.publishAndAwait(TestCreators.creator(language));

        // When
        Response response = standing(match(), UUID.randomUUID(), "");

        // Then
        response.then().statusCode(200).body("now.status", equalTo("UNKNOWN")).body("now.eligibleCount", equalTo(1));
    }

    @Test
    void shouldRefuseStrangersAndBadRequests() {
        // Given
        String matchId = match();
        UUID creator = UUID.randomUUID();
        String path = "/v1/matches/" + matchId + "/candidates/" + creator;

        // When
        Response foreign =
                given().auth().oauth2(Tokens.brand(UUID.randomUUID())).get(path);

        // Then
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(given().get(path).statusCode()).isEqualTo(401);
        assertThat(given().auth().oauth2(Tokens.creator(creator)).get(path).statusCode())
                .isEqualTo(403);
        assertThat(standing(matchId, creator, "?top=0").statusCode()).isEqualTo(400);
    }
}

package org.affinity.matching.match;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Tokens;
import org.affinity.matching.TestCreators;

import static io.restassured.RestAssured.given;

/** A brand of its own, and creators whom only its briefs find: those of a language that nobody else speaks. */
abstract class MatchAsking {

    private static final ObjectMapper JSON = new ObjectMapper();

    final UUID organisation = UUID.randomUUID();
    final String language = TestCreators.newLanguage();

    /** The brief of the published example, for the creators of this test. */
    ObjectNode request() {
        ObjectNode request = JSON.createObjectNode();
        request.set("brief", EventContracts.example(TestCampaigns.PUBLISHED).get("brief"));
        ((ObjectNode) request.at("/brief/audience")).putArray("languages").add(language);
        return request;
    }

    RequestSpecification brand() {
        return with(Tokens.brand(organisation));
    }

    static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    static Response post(RequestSpecification caller, ObjectNode request) {
        return caller.contentType("application/json").body(request.toString()).post("/v1/matches");
    }
}

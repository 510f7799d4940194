package org.affinity.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** Campaigns are made, read and listed over HTTP. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class CampaignComponentTest {

    private final UUID brand = Driver.id();

    @Test
    void shouldCreateDraft() {
        // When
        Response response =
                Driver.asBrand(brand).body(Driver.campaign().toString()).post("/v1/campaigns");

        // Then
        String campaignId = response.jsonPath().getString("campaignId");
        response.then()
                .statusCode(201)
                .header("Location", org.hamcrest.Matchers.endsWith("/v1/campaigns/" + campaignId))
                .header("ETag", equalTo("\"1\""))
                .body("version", equalTo(1))
                .body("organisationId", equalTo(brand.toString()))
                .body("state", equalTo("DRAFT"))
                .body("name", equalTo("Spring trails"))
                .body("brief.objectives[0].kpi", equalTo("IMPRESSIONS"))
                .body("brief.objectives[0].target", equalTo("50000"))
                .body("brief.audience.topics", equalTo(List.of("running")))
                .body("brief.budget.amount", equalTo("5000.00"))
                .body("brief.endsOn", equalTo("2090-03-31"))
                .body("publishedAt", nullValue())
                .body("closedAt", nullValue());
        JsonPath read = Driver.asBrand(brand)
                .get("/v1/campaigns/{id}", campaignId)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .extract()
                .jsonPath();
        assertThat(read.<Object>get()).isEqualTo(response.jsonPath().get());
    }

    @Test
    void shouldAnswerNotModifiedToWhoHasTheVersion() {
        // Given
        UUID campaignId = Driver.draft(brand);

        // When
        Response response =
                Driver.asBrand(brand).header("If-None-Match", "\"1\"").get("/v1/campaigns/{id}", campaignId);

        // Then
        response.then().statusCode(304);
    }

    @Test
    void shouldAskForToken() {
        // When
        Response response = given().get("/v1/campaigns");

        // Then
        response.then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void shouldRefuseOtherRoles() {
        // Given
        List<String> others = List.of(Tokens.creator(Driver.id()), Tokens.partner(brand), Tokens.operator());

        // When
        List<Integer> statuses = others.stream()
                .map(token -> Driver.as(token)
                        .body(Driver.campaign().toString())
                        .post("/v1/campaigns")
                        .statusCode())
                .toList();

        // Then
        assertThat(statuses).containsExactly(403, 403, 403);
    }

    @Test
    void shouldTakeEffectOnceForOneIdempotencyKey() {
        // Given
        String key = Driver.id().toString();
        Response first = createWithKey(key, Driver.campaign());

        // When
        Response second = createWithKey(key, Driver.campaign());

        // Then
        second.then().statusCode(201).header("ETag", equalTo("\"1\""));
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(Driver.asBrand(brand).get("/v1/campaigns").jsonPath().getList("items"))
                .hasSize(1);
        createWithKey(key, Driver.campaign().put("name", "Other")).then().statusCode(422);
    }

    private Response createWithKey(String key, ObjectNode body) {
        return Driver.asBrand(brand)
                .header("Idempotency-Key", key)
                .body(body.toString())
                .post("/v1/campaigns");
    }

    @Test
    void shouldListNewestFirstPageByPage() {
        // Given
        UUID first = Driver.draft(brand);
        UUID second = Driver.published(brand);
        UUID third = Driver.draft(brand);

        // When
        List<String> walked = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = (cursor == null
                            ? Driver.asBrand(brand)
                            : Driver.asBrand(brand).queryParam("cursor", cursor))
                    .get("/v1/campaigns?limit=1")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            walked.addAll(page.getList("items.campaignId", String.class));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        // Then
        assertThat(walked).containsExactly(third.toString(), second.toString(), first.toString());
        assertThat(Driver.asBrand(brand)
                        .get("/v1/campaigns?state=PUBLISHED")
                        .jsonPath()
                        .getList("items.campaignId", String.class))
                .containsExactly(second.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=201, limit",
        "limit=ten, limit",
        "state=OPEN, state",
        "cursor=AAAA, cursor",
        "page=2, page"
    })
    void shouldNameTheBadParameter(String query, String parameter) {
        // When
        Response response = Driver.asBrand(brand).get("/v1/campaigns?" + query);

        // Then
        response.then().statusCode(400).body("errors[0].parameter", equalTo(parameter));
    }

    @Test
    void shouldAnswerNotFoundForUnknownCampaign() {
        // When
        Response response = Driver.asBrand(brand).get("/v1/campaigns/{id}", Driver.id());

        // Then
        response.then().statusCode(404).contentType("application/problem+json");
        Driver.asBrand(brand).get("/v1/campaigns/none").then().statusCode(404);
    }

    @Test
    void shouldCreateForClientOfAgency() {
        // Given
        String agency = Tokens.agency(Driver.id(), brand);

        // When
        Response response = Driver.as(agency)
                .body(Driver.campaign().put("organisationId", brand.toString()).toString())
                .post("/v1/campaigns");

        // Then
        response.then().statusCode(201).body("organisationId", equalTo(brand.toString()));
        Driver.asBrand(brand)
                .get("/v1/campaigns/{id}", response.jsonPath().getString("campaignId"))
                .then()
                .statusCode(200);
    }
}

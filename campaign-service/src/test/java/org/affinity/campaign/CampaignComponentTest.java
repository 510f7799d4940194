package org.affinity.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** The life of campaigns over HTTP. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class CampaignComponentTest {

    private static final String PUBLISHED = "campaign.campaign.published.v1";
    private static final String CLOSED = "campaign.campaign.closed.v1";

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

    @ParameterizedTest
    @CsvSource({
        "/name, null, notBlank",
        "/name, '\" \"', notBlank",
        "/brief, null, notNull",
        "/brief/objectives, [], notEmpty",
        "/brief/objectives, null, notEmpty",
        "/brief/objectives/0/kpi, null, notNull",
        "/brief/objectives/0/aim, null, notNull",
        "/brief/objectives/0/target, null, notNull",
        "/brief/objectives/0/target, '\"many\"', pattern",
        "/brief/objectives/0/target, '\"0\"', target",
        "/brief/objectives/0/kpi, '\"LIKES\"', oneOf",
        "/brief/audience/countries/0, '\"ZZ\"', country",
        "/brief/audience/languages/0, '\"french\"', pattern",
        "/brief/platforms, [], notEmpty",
        "/brief/platforms/0, '\"my space\"', value",
        "/brief/budget, null, notNull",
        "/brief/budget/amount, '\"-5\"', pattern",
        "/brief/budget/amount, '\"0\"', positive",
        "/brief/budget/amount, '\"1.001\"', decimals",
        "/brief/budget/amount, 5000, type",
        "/brief/budget/currency, '\"EURO\"', currencyCode",
        "/brief/maxCreators, 0, min",
        "/brief/maxCreators, 1001, max",
        "/brief/endsOn, '\"2090-02-28\"', dateOrder",
        "/brief/endsOn, '\"2090-02-30\"', type",
        "/brief/surprise, 1, unknownField",
        "/brief/audience/ageBands/0, '\"young\"', pattern",
        "/brief/audience/ageBands/0, '\"34-25\"', ageOrder",
        "/brief/audience/genders/0, '\"WOMAN\"', pattern",
        "/brief/audience/cities/0/country, '\"ZZ\"', country",
        "/brief/audience/cities/0/city, '\" \"', notBlank",
        "/brief/audience/interests/0, '\"food & drink\"', pattern",
        "/brief/audience/minimumShare, 1.2, decimalMax",
        "/brief/sector, '\"soup\"', pattern",
        "/brief/formats/0, '\"POEM\"', oneOf",
        "/brief/competitors/0, '\"\"', notBlank",
        "/brief/exclusivityDays, 0, min",
        "/brief/causes/0, '\"Food aid\"', pattern",
        "/brief/place/country, '\"ZZ\"', country",
        "/brief/place/city, null, notBlank",
        "/brief/habits/0/anyOf, [], notEmpty",
        "/brief/habits/0/question, '\"Household size\"', pattern",
        "/brief/excludedTopics/0, '\"\"', notBlank",
        "/brief/solicitationCap/openInvitations, -1, min",
        "/brief/exposure/policy, '\"RANDOM\"', oneOf",
        "/brief/exposure/tolerance, 2, decimalMax",
        "/brief/exposure/seed, -1, min",
        "/brief/panel/minSmallShare, 2, decimalMax",
        "/brief/panel/quotas/0/dimension, '\"MOOD\"', oneOf",
        "/brief/panel/quotas/0/value, '\"TINY\"', oneOf",
        "/brief/panel/quotas/0/max, 1, notBelowMin"
    })
    void shouldNameTheBrokenRule(String pointer, String value, String rule) {
        // Given
        ObjectNode body = Driver.detailedCampaign();
        replace(body, pointer, Driver.json(value));

        // When
        Response response = Driver.asBrand(brand).body(body.toString()).post("/v1/campaigns");

        // Then
        response.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.size()", equalTo(1))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].rule", equalTo(rule));
    }

    private static void replace(ObjectNode body, String pointer, JsonNode value) {
        int last = pointer.lastIndexOf('/');
        JsonNode parent = body.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        if (parent instanceof ObjectNode object) {
            object.set(name, value);
        } else {
            ((com.fasterxml.jackson.databind.node.ArrayNode) parent).set(Integer.parseInt(name), value);
        }
    }

    @Test
    void shouldCreateVolunteerCampaignWithoutMoney() {
        // Given
        ObjectNode body = Driver.campaign();
        replace(body, "/brief/engagementType", Driver.json("\"VOLUNTEER\""));
        replace(body, "/brief/budget/amount", Driver.json("\"0\""));

        // When
        Response response = Driver.asBrand(brand).body(body.toString()).post("/v1/campaigns");

        // Then
        response.then().statusCode(201).body("brief.budget.amount", equalTo("0"));
    }

    @Test
    void shouldRejectWhatIsNoJson() {
        // When
        Response response = Driver.asBrand(brand).body("{\"name\":").post("/v1/campaigns");

        // Then
        response.then().statusCode(400).contentType("application/problem+json");
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
    void shouldReviseDraft() {
        // Given
        UUID campaignId = Driver.draft(brand);

        // When
        Response response = revise(campaignId, "\"1\"", Driver.campaign().put("name", "Summer trails"));

        // Then
        response.then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("name", equalTo("Summer trails"))
                .body("version", equalTo(2));
        revise(campaignId, "\"1\"", Driver.campaign()).then().statusCode(412);
        revise(campaignId, null, Driver.campaign()).then().statusCode(428);
        revise(Driver.id(), "\"1\"", Driver.campaign()).then().statusCode(404);
        revise(campaignId, "\"2\"", Driver.campaign().put("name", " ")).then().statusCode(422);
    }

    @Test
    void shouldRefuseToReviseWhatIsPublished() {
        // Given
        UUID campaignId = Driver.published(brand);

        // When
        Response response = revise(campaignId, "\"2\"", Driver.campaign());

        // Then
        response.then().statusCode(409).body("type", equalTo("urn:affinity:problem:campaign-not-draft"));
    }

    private Response revise(UUID campaignId, String version, ObjectNode body) {
        var request = Driver.asBrand(brand).body(body.toString());
        return (version == null ? request : request.header("If-Match", version)).put("/v1/campaigns/{id}", campaignId);
    }

    @Test
    void shouldPublishCampaignWithItsEvent() {
        // Given
        UUID campaignId = Driver.draft(brand);

        // When
        Response response = Driver.asBrand(brand).post("/v1/campaigns/{id}/publication", campaignId);

        // Then
        response.then().statusCode(200).header("ETag", equalTo("\"2\"")).body("state", equalTo("PUBLISHED"));
        Events.Published event = Events.await(PUBLISHED, campaignId);
        assertThat(event.sequence()).isEqualTo(2);
        assertThat(event.data().get("version").asLong()).isEqualTo(2);
        assertThat(event.data().get("state").asText()).isEqualTo("PUBLISHED");
        assertThat(event.data().get("organisationId").asText()).isEqualTo(brand.toString());
        assertThat(event.data().get("publishedAt").asText())
                .isEqualTo(response.jsonPath().getString("publishedAt"));
        assertThat(event.data().at("/brief/objectives/0/objectiveId").asText())
                .isEqualTo(response.jsonPath().getString("brief.objectives[0].objectiveId"));
        Driver.asBrand(brand)
                .post("/v1/campaigns/{id}/publication", campaignId)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:affinity:problem:campaign-not-draft"));
        assertThat(Events.published(PUBLISHED, campaignId)).hasSize(1);
    }

    @Test
    void shouldKeepAndTellAllThatABriefAsks() {
        // Given
        ObjectNode body = Driver.detailedCampaign();
        UUID campaignId = Driver.draft(brand, body);

        // When
        Driver.asBrand(brand)
                .post("/v1/campaigns/{id}/publication", campaignId)
                .then()
                .statusCode(200);

        // Then
        JsonNode told = Events.await(PUBLISHED, campaignId).data().get("brief");
        JsonNode read = Driver.json(Driver.asBrand(brand)
                        .get("/v1/campaigns/{id}", campaignId)
                        .asString())
                .get("brief");
        for (String field : List.of(
                "sector",
                "formats",
                "competitors",
                "exclusivityDays",
                "causes",
                "place",
                "habits",
                "excludedTopics",
                "solicitationCap",
                "exposure",
                "panel")) {
            assertThat(told.get(field)).as(field).isEqualTo(body.get("brief").get(field));
            assertThat(read.get(field)).as(field).isEqualTo(body.get("brief").get(field));
        }
        JsonNode audience = body.at("/brief/audience");
        for (String field : List.of("ageBands", "genders", "cities", "interests", "minimumShare")) {
            assertThat(told.get("audience").get(field)).as(field).isEqualTo(audience.get(field));
            assertThat(read.get("audience").get(field)).as(field).isEqualTo(audience.get(field));
        }
    }

    @Test
    void shouldTellOfWhatABriefDoesNotAskThatItIsEmpty() {
        // When
        UUID campaignId = Driver.published(brand);

        // Then
        JsonNode told = Events.await(PUBLISHED, campaignId).data().get("brief");
        assertThat(told.at("/audience/ageBands")).isEmpty();
        assertThat(told.at("/audience/minimumShare").isNull()).isTrue();
        assertThat(told.get("formats")).isEmpty();
        assertThat(told.get("sector").isNull()).isTrue();
        assertThat(told.get("exposure").isNull()).isTrue();
        assertThat(told.get("panel").isNull()).isTrue();
    }

    @Test
    void shouldReplayPublicationForOneIdempotencyKey() {
        // Given
        UUID campaignId = Driver.draft(brand);
        String key = Driver.id().toString();
        Response first =
                Driver.asBrand(brand).header("Idempotency-Key", key).post("/v1/campaigns/{id}/publication", campaignId);

        // When
        Response second =
                Driver.asBrand(brand).header("Idempotency-Key", key).post("/v1/campaigns/{id}/publication", campaignId);

        // Then
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    @Test
    void shouldRefuseToPublishWhatHasEnded() {
        // Given
        ObjectNode body = Driver.campaign();
        replace(body, "/brief/startsOn", Driver.json("\"2020-03-01\""));
        replace(body, "/brief/endsOn", Driver.json("\"2020-03-31\""));
        UUID campaignId = Driver.draft(brand, body);

        // When
        Response response = Driver.asBrand(brand).post("/v1/campaigns/{id}/publication", campaignId);

        // Then
        response.then().statusCode(409).body("type", equalTo("urn:affinity:problem:campaign-ended"));
    }

    @Test
    void shouldCloseCampaignWithItsEvent() {
        // Given
        UUID campaignId = Driver.published(brand);

        // When
        Response response = Driver.asBrand(brand).post("/v1/campaigns/{id}/closure", campaignId);

        // Then
        response.then().statusCode(200).header("ETag", equalTo("\"3\"")).body("state", equalTo("CLOSED"));
        Events.Published event = Events.await(CLOSED, campaignId);
        assertThat(event.sequence()).isEqualTo(3);
        assertThat(event.data().get("closedAt").asText())
                .isEqualTo(response.jsonPath().getString("closedAt"));
        assertThat(event.data().get("state").asText()).isEqualTo("CLOSED");
        Driver.asBrand(brand)
                .post("/v1/campaigns/{id}/closure", campaignId)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:affinity:problem:campaign-already-closed"));
    }

    @Test
    void shouldRefuseToCloseDraft() {
        // Given
        UUID campaignId = Driver.draft(brand);

        // When
        Response response = Driver.asBrand(brand).post("/v1/campaigns/{id}/closure", campaignId);

        // Then
        response.then().statusCode(409).body("type", equalTo("urn:affinity:problem:campaign-not-published"));
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

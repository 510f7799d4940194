package org.affinity.matching.forecast;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Tokens;
import org.affinity.matching.LastConnection;
import org.affinity.matching.TestCreators;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** Forecasts, overlaps and lookalikes over HTTP. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class ForecastComponentTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OVERLAPS = "/v1/audience-overlaps";
    private static final String FORECASTS = "/v1/forecasts";
    private static final String LOOKALIKES = "/v1/lookalikes";

    private final String language = TestCreators.newLanguage();

    @Inject
    AgroalDataSource dataSource;

    private static ObjectNode request(UUID... creatorIds) {
        ObjectNode request = JSON.createObjectNode();
        request.putArray("creatorIds");
        List.of(creatorIds).forEach(id -> request.withArray("creatorIds").add(id.toString()));
        return request;
    }

    private ObjectNode forecastRequest(UUID... creatorIds) {
        ObjectNode request = request(creatorIds);
        request.set(
                "brief",
                EventContracts.example("campaign.campaign.published.v1").get("brief"));
        ((ObjectNode) request.at("/brief/audience")).putArray("languages").add(language);
        return request;
    }

    private static Response post(String path, ObjectNode body) {
        return postAs(Tokens.brand(UUID.randomUUID()), path, body);
    }

    private static Response postAs(String token, String path, ObjectNode body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body.toString())
                .post(path);
    }

    private UUID creator() {
        return TestCreators.publishAndAwait(TestCreators.creator(language));
    }

    @Test
    void shouldSayWhomCreatorsReachTogetherAndAlone() {
        // Given
        UUID one = creator();
        UUID other = creator();
        ObjectNode request = request(one, other);
        request.putArray("overlaps")
                .addObject()
                .put("oneCreatorId", one.toString())
                .put("otherCreatorId", other.toString())
                .put("people", 100);

        // When
        Response response = post(OVERLAPS, request);

        // Then
        response.then()
                .statusCode(200)
                .body("creators.creatorId", contains(one.toString(), other.toString()))
                .body("pairs", hasSize(1))
                .body("pairs[0].overlap.value", equalTo(100f))
                .body("pairs[0].overlap.source", equalTo("DECLARED"))
                .body("netReach.source", equalTo("ESTIMATED"))
                .body("netReach.level", nullValue())
                .body("pairs[0].overlap.level", nullValue());
        double reach = response.jsonPath().getDouble("creators[0].reach");
        assertThat(response.jsonPath().getDouble("creators[0].exclusiveReach.value"))
                .isCloseTo(reach - 100, within(0.01));
        assertThat(response.jsonPath().getDouble("netReach.high"))
                .isCloseTo(response.jsonPath().getDouble("grossReach") - 100, within(0.01));
    }

    @Test
    void shouldForecastOnceWithTheLastConnectionOfThePool() throws Exception {
        // Given
        ObjectNode request = forecastRequest(creator());

        // When
        Response response = LastConnection.answer(
                dataSource,
                () -> given().auth()
                        .oauth2(Tokens.brand(UUID.randomUUID()))
                        .contentType("application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body(request.toString())
                        .post(FORECASTS));

        // Then
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    }

    @Test
    void shouldForecastWhoIsEligibleAndNameTheOthers() {
        // Given
        UUID one = creator();
        UUID foreign = TestCreators.publishAndAwait(TestCreators.creator(TestCreators.newLanguage()));
        UUID unknown = UUID.randomUUID();

        // When
        Response response = post(FORECASTS, forecastRequest(one, foreign, unknown));

        // Then
        response.then()
                .statusCode(200)
                .body("creators.creatorId", contains(one.toString()))
                .body("creators[0].outcome.cost.amount", equalTo("180.00"))
                .body("total.cost.amount", equalTo("180.00"))
                .body("leftOut.creatorId", contains(foreign.toString(), unknown.toString()))
                .body("leftOut.rule", contains("language", null))
                .body("leftOut.reason[0]", startsWith("rejected by the rule language: wanted " + language))
                .body("leftOut.reason[1]", equalTo("no creator with this id is known"))
                .body("total.impressions.level", equalTo(0.9f))
                .body("netReach.level", nullValue())
                .body("creators[0].calibration", equalTo("no measured results yet (calibration-rule-v1)"));
        double impressions = response.jsonPath().getDouble("total.impressions.value");
        assertThat(response.jsonPath().getDouble("total.impressions.low")).isLessThan(impressions);
        assertThat(response.jsonPath().getDouble("total.impressions.high")).isGreaterThan(impressions);
        assertThat(response.jsonPath().getDouble("total.costPerThousandImpressions.value"))
                .isCloseTo(180_000 / impressions, within(0.01));
    }

    @Test
    void shouldForecastTheFormatThatTheBriefWants() {
        // Given: nothing on the rate card, so the brief alone says what is made
        ObjectNode creator = TestCreators.creator(language);
        creator.putArray("rateCard");
        UUID id = TestCreators.publishAndAwait(creator);

        // When
        JsonPath any = forecast(id);
        JsonPath story = forecast(id, "STORY");
        JsonPath live = forecast(id, "LIVE");

        // Then
        String value = "creators[0].outcome.impressions.value";
        assertThat(story.getDouble(value)).isCloseTo(any.getDouble(value) * 0.28, within(0.01));
        assertThat(live.getDouble(value)).isEqualTo(any.getDouble(value));
        assertThat(live.getDouble("total.impressions.low")).isLessThan(any.getDouble("total.impressions.low"));
        assertThat(live.getDouble("total.impressions.high")).isGreaterThan(any.getDouble("total.impressions.high"));
        assertThat(Arrays.asList(any, story, live))
                .extracting(
                        one -> one.getString("creators[0].expectedFormat"),
                        one -> one.getObject("creators[0].impressionRatio", Double.class))
                .containsExactly(tuple(null, 1.0), tuple("STORY", 0.28), tuple("LIVE", null));
    }

    private JsonPath forecast(UUID creatorId, String... formats) {
        ObjectNode request = forecastRequest(creatorId);
        ArrayNode wanted = ((ObjectNode) request.get("brief")).putArray("formats");
        List.of(formats).forEach(wanted::add);
        return post(FORECASTS, request).then().statusCode(200).extract().jsonPath();
    }

    @Test
    void shouldFindWhoIsAlikeWithPartsThatAddUp() {
        // Given
        UUID seed = creator();
        UUID twin = creator();
        ObjectNode different = TestCreators.creator(language).put("country", "BE");
        different.putArray("topics").add("gaming");
        different.putArray("niches");
        UUID other = TestCreators.publishAndAwait(different);
        ObjectNode request = request(seed).put("limit", 5);
        request.putObject("filters").putArray("languages").add(language);

        // When
        Response response = post(LOOKALIKES, request);

        // Then
        response.then()
                .statusCode(200)
                .body("lookalikes.creatorId", contains(twin.toString(), other.toString()))
                .body("lookalikes[0].similarity", equalTo(1f))
                .body("lookalikes[1].parts.find { it.aspect == 'COUNTRY' }.value", equalTo(0f));
        List<Number> parts = response.jsonPath().getList("lookalikes[1].parts.contribution");
        assertThat(parts.stream().mapToDouble(Number::doubleValue).sum())
                .isCloseTo(response.jsonPath().getDouble("lookalikes[1].similarity"), within(1e-6));
        ObjectNode elsewhere = request(seed);
        elsewhere.putObject("filters").putArray("countries").add("LU");
        post(LOOKALIKES, elsewhere).then().statusCode(200).body("lookalikes", empty());
    }

    @Test
    void shouldNotNameMinorsWithoutPapersAsAlike() {
        // Given
        UUID seed = creator();
        ObjectNode minor = TestCreators.creator(language);
        minor.putObject("minor").put("status", "MINOR_NOT_AUTHORISED").putArray("allowedPeriods");
        TestCreators.publishAndAwait(minor);
        UUID adult = creator();
        ObjectNode request = request(seed);
        request.putObject("filters").putArray("languages").add(language);

        // When
        Response response = post(LOOKALIKES, request);

        // Then
        response.then().statusCode(200).body("lookalikes.creatorId", contains(adult.toString()));
    }

    @Test
    void shouldNameTheFieldThatBreaksARule() {
        // Given
        UUID known = creator();
        UUID unknown = UUID.randomUUID();

        // When
        Response response = post(OVERLAPS, request(known, unknown));

        // Then
        response.then().statusCode(422).body("errors[0].pointer", equalTo("/creatorIds/1"));
        post(OVERLAPS, request(known)).then().statusCode(422).body("errors[0].pointer", equalTo("/creatorIds"));
        post(OVERLAPS, request(known, known)).then().statusCode(422).body("errors[0].pointer", equalTo("/creatorIds"));
        post(LOOKALIKES, request()).then().statusCode(422).body("errors[0].pointer", equalTo("/creatorIds"));
        post(LOOKALIKES, request(unknown)).then().statusCode(422).body("errors[0].pointer", equalTo("/creatorIds/0"));
        post(LOOKALIKES, request(known).put("limit", 0))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/limit"));
        post(FORECASTS, request(known)).then().statusCode(422).body("errors[0].pointer", equalTo("/brief"));
    }

    @Test
    void shouldRefuseMeasuredOverlapsThatSayNothing() {
        // Given
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        ObjectNode self = request(one, other);
        overlap(self, one, one, 1);
        ObjectNode twice = request(one, other);
        overlap(twice, one, other, 1);
        overlap(twice, other, one, 2);
        ObjectNode stranger = request(one, other);
        overlap(stranger, one, UUID.randomUUID(), 1);
        ObjectNode everybody = request(one, other);
        overlap(everybody, one, other, 5_500_000_001L);
        ObjectNode most = request(one, other);
        overlap(most, one, other, 5_500_000_000L);

        // When
        Map<String, ObjectNode> refused = Map.of(
                "/overlaps/0/otherCreatorId", self,
                "/overlaps/1", twice,
                "/overlaps/0/people", everybody);

        // Then
        refused.forEach((pointer, request) ->
                post(OVERLAPS, request).then().statusCode(422).body("errors[0].pointer", equalTo(pointer)));
        post(OVERLAPS, stranger).then().statusCode(422).body("errors[0].rule", equalTo("compared"));
        post(OVERLAPS, most).then().statusCode(422).body("errors.pointer", equalTo(List.of("/creatorIds/0")));
    }

    @Test
    void shouldRefuseMeasuredOverlapsThatCannotBe() {
        // Given
        UUID one = creator();
        UUID other = creator();
        UUID third = creator();
        long reach =
                Math.round(post(OVERLAPS, request(one, other, third)).jsonPath().getDouble("creators[0].reach"));
        ObjectNode larger = request(one, other);
        overlap(larger, one, other, reach + 3);
        ObjectNode apart = request(one, other, third);
        overlap(apart, other, third, 0);
        overlap(apart, one, other, reach);
        overlap(apart, one, third, 3);
        ObjectNode all = request(one, other, third);
        overlap(all, other, third, 3);
        overlap(all, one, other, reach);
        overlap(all, one, third, 3);

        // When
        Response ofLarger = post(OVERLAPS, larger);
        Response ofApart = post(OVERLAPS, apart);

        // Then
        ofLarger.then()
                .statusCode(422)
                .body("errors.pointer", contains("/overlaps/0/people"))
                .body("errors.rule", contains("fitsAudience"))
                .body("errors[0].detail", startsWith("must be at most " + reach));
        ofApart.then()
                .statusCode(422)
                .body("errors.pointer", contains("/overlaps/0/people"))
                .body("errors.rule", contains("fitsOthers"));
        post(OVERLAPS, all).then().statusCode(200);
    }

    private static void overlap(ObjectNode request, UUID one, UUID other, long people) {
        request.withArray("overlaps")
                .addObject()
                .put("oneCreatorId", one.toString())
                .put("otherCreatorId", other.toString())
                .put("people", people);
    }

    @Test
    void shouldRefuseWhoHasNoTokenOrNotTheRole() {
        // Given
        ObjectNode request = request(UUID.randomUUID(), UUID.randomUUID());

        // When
        List<Integer> statuses = List.of(OVERLAPS, FORECASTS, LOOKALIKES).stream()
                .map(path ->
                        postAs(Tokens.creator(UUID.randomUUID()), path, request).statusCode())
                .toList();

        // Then
        assertThat(statuses).containsExactly(403, 403, 403);
        assertThat(given().contentType("application/json")
                        .body("{}")
                        .post(LOOKALIKES)
                        .statusCode())
                .isEqualTo(401);
        assertThat(given().auth()
                        .oauth2(Tokens.brand(UUID.randomUUID()))
                        .contentType("application/json")
                        .body("{")
                        .post(FORECASTS)
                        .statusCode())
                .isEqualTo(400);
    }
}

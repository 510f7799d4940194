package org.affinity.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** What a brief may ask, and that it is kept and told. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class BriefComponentTest {

    private static final String PUBLISHED = "campaign.campaign.published.v1";

    private final UUID brand = Driver.id();

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
        "/brief/audience/languages/0, '\"zz\"', language",
        "/brief/platforms, [], notEmpty",
        "/brief/platforms/0, '\"my space\"', value",
        "/brief/budget, null, notNull",
        "/brief/budget/amount, '\"-5\"', pattern",
        "/brief/budget/amount, '\"0\"', positive",
        "/brief/budget/amount, '\"1.001\"', decimals",
        "/brief/budget/amount, 5000, type",
        "/brief/budget/currency, '\"EURO\"', currencyCode",
        "/brief/budget/currency, '\"XAU\"', currencyCode",
        "/brief/budget/amount, '\"1000000000000\"', pattern",
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
        "/brief/audience/interests/0, '\"bananas\"', knownId",
        "/brief/audience/minimumShare, 1.2, decimalMax",
        "/brief/sector, '\"9999\"', knownId",
        "/brief/formats/0, '\"POEM\"', oneOf",
        "/brief/competitors/0, '\"\"', notBlank",
        "/brief/exclusivityDays, 0, min",
        "/brief/causes/0, '\"nope\"', knownId",
        "/brief/place/country, '\"ZZ\"', country",
        "/brief/place/city, null, notBlank",
        "/brief/habits/0/anyOf, [], notEmpty",
        "/brief/habits/0/question, '\"Household size\"', pattern",
        "/brief/excludedTopics/0, '\"\"', notBlank",
        "/brief/solicitationCap/openInvitations, 0, min",
        "/brief/solicitationCap/invitationsLast30Days, 0, min",
        "/brief/solicitationCap/openInvitations, 251, max",
        "/brief/solicitationCap/invitationsLast30Days, 251, max",
        "/brief/exposure/policy, '\"RANDOM\"', oneOf",
        "/brief/exposure/tolerance, 2, decimalMax",
        "/brief/exposure/seed, -1, min",
        "/brief/panel/minSmallShare, 2, decimalMax",
        "/brief/panel/quotas/0/dimension, '\"MOOD\"', oneOf",
        "/brief/panel/quotas/0/value, '\"TINY\"', oneOf",
        "/brief/panel/quotas/0/max, 1, notBelowMin",
        "/brief/panel/quotas/0, '{\"dimension\": \"TIER\", \"value\": \"NANO\"}', minOrMax",
        "/brief/panel/maxShareOfBudget, 0, decimalMin",
        "/brief/panel/overlaps/0/otherCreatorId, '\"01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11\"', another",
        "/brief/panel/overlaps/0/people, 5500000001, decimalMax",
        "/brief/competitors/0, '\"alpine shoes\"', notOwnBrand",
        "/brief/competitors/0, '\"ÀLPINE-SHOES S.A.S.\"', notOwnBrand",
        "/brief/excludedTopics/0, '\"RUNNING\"', notWanted",
        "/brief/excludedTopics/0, '\"course à pied\"', notWanted",
        "/brief/excludedTopics/0, '\"fitness\"', notWanted",
        "/brief/startsOn, '\"0001-01-01\"', earliestDay"
    })
    void shouldNameTheBrokenRule(String pointer, String value, String rule) {
        // Given
        ObjectNode body = Driver.detailedCampaign();
        Driver.replace(body, pointer, Driver.json(value));

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

    @Test
    void shouldTakeAnOverlapOfAsManyPeopleAsAnAccountMayHaveFollowers() {
        // Given
        ObjectNode body = Driver.detailedCampaign();
        Driver.replace(body, "/brief/panel/overlaps/0/people", Driver.json("5500000000"));

        // When
        Response response = Driver.asBrand(brand).body(body.toString()).post("/v1/campaigns");

        // Then
        response.then().statusCode(201);
    }

    @Test
    void shouldSayWhatTheNameOfAPlatformLooksLike() {
        // Given
        ObjectNode body = Driver.campaign();
        Driver.replace(body, "/brief/platforms", Driver.json("[\"instagram\"]"));

        // When
        Response response = Driver.asBrand(brand).body(body.toString()).post("/v1/campaigns");

        // Then
        response.then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/brief/platforms/0"))
                .body("errors[0].detail", equalTo("must be the name of a platform, such as INSTAGRAM"));
    }

    @Test
    void shouldRejectWhatIsNoJson() {
        // When
        Response response = Driver.asBrand(brand).body("{\"name\":").post("/v1/campaigns");

        // Then
        response.then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void shouldCreateVolunteerCampaignWithoutMoney() {
        // Given
        ObjectNode body = Driver.campaign();
        Driver.replace(body, "/brief/engagementType", Driver.json("\"VOLUNTEER\""));
        Driver.replace(body, "/brief/budget/amount", Driver.json("\"0\""));

        // When
        Response response = Driver.asBrand(brand).body(body.toString()).post("/v1/campaigns");

        // Then
        response.then().statusCode(201).body("brief.budget.amount", equalTo("0"));
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
}

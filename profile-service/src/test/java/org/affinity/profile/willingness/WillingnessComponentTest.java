package org.affinity.profile.willingness;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.affinity.profile.creator.CreatorState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.affinity.profile.ProfileApi.profile;
import static org.affinity.profile.ProfileApi.signUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class WillingnessComponentTest {

    private final UUID creatorId = UUID.randomUUID();
    private final String handle = handle();

    @BeforeEach
    void signUpCreator() {
        signUp(creatorId, profile(handle));
    }

    private String path(String part) {
        return "/v1/creators/" + creatorId + part;
    }

    private ValidatableResponse put(String part, int version, Object body) {
        return as(Tokens.creator(creatorId))
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put(path(part))
                .then();
    }

    private ValidatableResponse read(String part) {
        return as(Tokens.brand(UUID.randomUUID())).get(path(part)).then().statusCode(200);
    }

    private static Map<String, Object> money(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }

    private static Map<String, Object> paidWithTerms() {
        return Map.of(
                "items",
                List.of(
                        Map.of(
                                "engagementType",
                                "PAID",
                                "fee",
                                money("180"),
                                "terms",
                                Map.of("from", "2026-03-01", "maxPerMonth", 2, "minNoticeDays", 10)),
                        Map.of("engagementType", "VOLUNTEER")),
                "paidPause",
                Map.of("from", "2026-03-17"));
    }

    @Test
    void shouldKeepTermsOfEachEngagementAndTellThem() {
        // When
        put("/availability", 1, paidWithTerms())
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("items[0].fee.amount", equalTo("180.00"))
                .body("items[0].terms.maxPerMonth", equalTo(2))
                .body("items[1].terms.from", nullValue())
                .body("paidPause.from", equalTo("2026-03-17"));
        // Then
        JsonNode data = Events.await(CreatorState.UPDATED, creatorId, 2).data();
        assertThat(data.at("/availability/0/terms/minNoticeDays").asInt()).isEqualTo(10);
        assertThat(data.at("/paidPause/from").asText()).isEqualTo("2026-03-17");
        read("/availability").header("ETag", "\"2\"").body("items.engagementType", contains("PAID", "VOLUNTEER"));
        read("").body("availability[0].terms.from", equalTo("2026-03-01"));
    }

    @Test
    void shouldKeepTermsWhenProfileThatSaysNothingOfThemIsReplaced() {
        // Given
        put("/availability", 1, paidWithTerms()).statusCode(200);
        var profile = new HashMap<>(profile(handle));
        profile.put("availability", List.of(Map.of("engagementType", "PAID", "fee", money("200"))));
        // When
        put("", 2, profile).statusCode(200);
        // Then
        read("/availability")
                .body("items", hasSize(1))
                .body("items[0].fee.amount", equalTo("200.00"))
                .body("items[0].terms.maxPerMonth", equalTo(2))
                .body("paidPause.from", equalTo("2026-03-17"));
    }

    @Test
    void shouldNameEveryBrokenRuleOfAvailability() {
        // Given
        var body = Map.of(
                "items",
                List.of(
                        Map.of("engagementType", "PAID", "fee", money("1.234")),
                        Map.of("engagementType", "PAID", "terms", Map.of("from", "2026-03-02", "until", "2026-03-01"))),
                "paidPause",
                Map.of("from", "2026-03-02", "until", "2026-03-01"));
        // Then
        put("/availability", 1, body)
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains("/items/0/fee/amount", "/items/1", "/items/1/terms/until", "/paidPause/until"));
        put(
                        "/availability",
                        1,
                        Map.of("items", List.of(Map.of("engagementType", "PAID", "terms", Map.of("maxPerMonth", 0)))))
                .statusCode(422)
                .body("errors.pointer", hasItem("/items/0/terms/maxPerMonth"));
        put("/availability", 1, "{").statusCode(400);
        put("/availability", 7, paidWithTerms()).statusCode(412);
        as(Tokens.creator(creatorId))
                .body(paidWithTerms())
                .put(path("/availability"))
                .then()
                .statusCode(428);
    }

    @Test
    void shouldKeepRateCard() {
        // Given
        var reel = Map.of(
                "platform",
                "INSTAGRAM",
                "format",
                "REEL",
                "price",
                money("180"),
                "usageRightsDays",
                30,
                "paidAmplification",
                false,
                "minimumOrder",
                money("300.5"));
        // When
        put("/rate-card", 1, Map.of("items", List.of(reel)))
                .statusCode(200)
                .body("items[0].price.amount", equalTo("180.00"))
                .body("items[0].minimumOrder.amount", equalTo("300.50"));
        // Then
        JsonNode line = Events.await(CreatorState.UPDATED, creatorId, 2).data().at("/rateCard/0");
        assertThat(line.path("usageRightsDays").asInt()).isEqualTo(30);
        read("/rate-card").body("items[0].format", equalTo("REEL")).body("items[0].paidAmplification", equalTo(false));
    }

    @Test
    void shouldRefuseRateCardThatContradictsItself() {
        // Given
        var line = Map.of("platform", "TIKTOK", "format", "SHORT", "price", money("10"));
        var dollars = Map.of(
                "platform",
                "TIKTOK",
                "format",
                "SHORT",
                "price",
                money("10"),
                "minimumOrder",
                Map.of("amount", "5", "currency", "USD"));
        // Then
        put("/rate-card", 1, Map.of("items", List.of(line, dollars)))
                .statusCode(422)
                .body("errors.pointer", contains("/items/1", "/items/1/minimumOrder/currency"));
    }

    @Test
    void shouldKeepLevelsOfLanguages() {
        // When
        put(
                        "/languages",
                        1,
                        Map.of(
                                "items",
                                List.of(Map.of("language", "fr", "level", "NATIVE"), Map.of("language", "en-gb"))))
                .statusCode(200)
                .body("items.language", contains("fr", "en-GB"));
        // Then
        assertThat(Events.await(CreatorState.UPDATED, creatorId, 2)
                        .data()
                        .at("/languageLevels/fr")
                        .asText())
                .isEqualTo("NATIVE");
        read("").body("languages", contains("fr", "en-GB"));
        read("/languages").body("items.level", contains("NATIVE", null));
        put("/languages", 2, Map.of("items", List.of(Map.of("language", "fr_FR"))))
                .statusCode(422);
    }

    @Test
    void shouldKeepBrandsUnderOneNameAndHideRefusalsFromBrands() {
        // Given
        var worked = Map.of(
                "relation",
                "WORKED_WITH",
                "name",
                "L'Oréal S.A.",
                "sector",
                "1123",
                "workedOn",
                "2025-11-20",
                "what",
                "Three reels",
                "proofUrl",
                "https://example.com/reels",
                "result",
                "Sold out");
        var refused = Map.of("relation", "REFUSES", "name", "Kiosque", "sector", "1544");
        // When
        put("/brands", 1, Map.of("items", List.of(worked, refused)))
                .statusCode(200)
                .body("items.key", contains("loreal", "kiosque"))
                .body("items.source", contains("DECLARED", "DECLARED"))
                .body("items[0].sectorName", equalTo("Consumer Packaged Goods"));
        // Then
        JsonNode brands =
                Events.await(CreatorState.UPDATED, creatorId, 2).data().path("brands");
        assertThat(brands.findValuesAsText("relation")).containsExactly("WORKED_WITH", "REFUSES");
        assertThat(brands.findValuesAsText("workedOn")).containsExactly("2025-11-20", "null");
        assertThat(brands.findValuesAsText("proofUrl")).isEmpty();
        read("/brands").body("items.relation", contains("WORKED_WITH")).body("items[0].result", equalTo("Sold out"));
        as(Tokens.operator()).get(path("/brands")).then().body("items", hasSize(2));
    }

    @Test
    void shouldRefuseContradictoryAndSensitiveBrands() {
        // Given
        var body = Map.of(
                "items",
                List.of(
                        Map.of("relation", "LOVES", "name", "Potage"),
                        Map.of("relation", "LOVES", "name", "POTAGE SAS"),
                        Map.of("relation", "REFUSES", "name", "potage"),
                        Map.of("relation", "WISHES", "name", "A", "sector", "1487"),
                        Map.of("relation", "REFUSES", "name", "B", "sector", "1492"),
                        Map.of("relation", "REFUSES", "name", "C", "sector", "1487"),
                        Map.of("relation", "WISHES", "name", "D", "sector", "x", "result", "none"),
                        Map.of(
                                "relation",
                                "WORKED_WITH",
                                "name",
                                "E",
                                "proofUrl",
                                "javascript:alert(1)",
                                "workedOn",
                                "9999-01-01")));
        // Then
        put("/brands", 1, body)
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains(
                                "/items/1",
                                "/items/2",
                                "/items/3/sector",
                                "/items/4/sector",
                                "/items/6/sector",
                                "/items/6",
                                "/items/7/proofUrl",
                                "/items/7/workedOn"));
    }

    @Test
    void shouldShowChosenNichesAndThoseThatTopicsName() {
        // Given
        var profile = new HashMap<>(profile(handle));
        profile.put("topics", List.of("Cuisine", "slow life"));
        put("", 1, profile).statusCode(200);
        // When
        put("/niches", 2, Map.of("categoryIds", List.of("653"))).statusCode(200);
        // Then
        read("/niches")
                .body("items.categoryId", contains("653", "216"))
                .body("items.source", contains("DECLARED", "TOPIC"))
                .body("items[1].path", contains("Food & Drink", "Cooking"))
                .body("unmappedTopics", contains("slow life"));
        JsonNode niches =
                Events.await(CreatorState.UPDATED, creatorId, 3).data().path("niches");
        assertThat(niches.findValuesAsText("categoryId")).containsExactly("653", "216");
    }

    @Test
    void shouldRefuseUnknownRepeatedAndSensitiveNichesAndCauses() {
        // Then
        put("/niches", 1, Map.of("categoryIds", List.of("653", "653", "nothing", "461")))
                .statusCode(422)
                .body("errors.pointer", contains("/categoryIds/1", "/categoryIds/2", "/categoryIds/3"))
                .body("errors.rule", contains("unique", "category", "sensitive"));
        put("/causes", 1, Map.of("causeIds", List.of("party-politics"))).statusCode(422);
    }

    @Test
    void shouldKeepCauses() {
        // When
        put("/causes", 1, Map.of("causeIds", List.of("food-aid", "climate"))).statusCode(200);
        // Then
        read("/causes").body("items.name", contains("Food aid", "Climate"));
        assertThat(Events.await(CreatorState.UPDATED, creatorId, 2)
                        .data()
                        .at("/causes/1")
                        .asText())
                .isEqualTo("climate");
        put("/causes", 2, Map.of("causeIds", List.of())).statusCode(200).body("items", empty());
    }

    @Test
    void shouldKeepAppearances() {
        // Given
        var fair = Map.of(
                "name",
                "Salon du chocolat",
                "role",
                "SPEAKER",
                "heldOn",
                "2025-10-29",
                "place",
                "Paris",
                "country",
                "FR");
        // When
        put("/appearances", 1, Map.of("items", List.of(fair))).statusCode(200);
        put(
                        "/appearances",
                        2,
                        Map.of("items", List.of(fair, Map.of("name", "Live", "role", "HOST", "heldOn", "2026-01-02"))))
                .statusCode(200);
        // Then
        read("/appearances").header("ETag", "\"3\"").body("items.role", contains("SPEAKER", "HOST"));
        put("/appearances", 3, Map.of("items", List.of(Map.of("name", "X", "role", "HOST", "heldOn", "2026-02-30"))))
                .statusCode(422);
        put(
                        "/appearances",
                        3,
                        Map.of(
                                "items",
                                List.of(Map.of("name", "X", "role", "HOST", "heldOn", "2026-02-03", "country", "ZZ"))))
                .statusCode(422)
                .body("errors.pointer", contains("/items/0/country"));
    }

    private ValidatableResponse putBrand(String place, Map<String, ?> tie) {
        return as(Tokens.creator(creatorId))
                .header("If-Match", "*")
                .body(tie)
                .put(path("/brands/" + place))
                .then();
    }

    private ValidatableResponse deleteBrand(String place) {
        return as(Tokens.creator(creatorId))
                .header("If-Match", "*")
                .delete(path("/brands/" + place))
                .then();
    }

    @Test
    void shouldChangeOneTieToABrandAndLeaveTheOthers() {
        // Given
        put(
                        "/brands",
                        1,
                        Map.of(
                                "items",
                                List.of(
                                        Map.of("relation", "LOVES", "name", "Maison Potage SARL"),
                                        Map.of("relation", "WISHES", "name", "Other"))))
                .statusCode(200);
        // When
        putBrand("LOVES/maison potage", Map.of("relation", "LOVES", "name", "Maison Potage"))
                .statusCode(200)
                .body("items.name", contains("Maison Potage", "Other"));
        putBrand("REFUSES/Third", Map.of("relation", "REFUSES", "name", "Third"))
                .statusCode(200);
        deleteBrand("WISHES/other").statusCode(200).header("ETag", "\"5\"");
        // Then
        as(Tokens.creator(creatorId))
                .get(path("/brands"))
                .then()
                .body("items.name", contains("Maison Potage", "Third"))
                .body("items.relation", contains("LOVES", "REFUSES"));
    }

    @Test
    void shouldHoldOneTieToTheRulesOfAll() {
        // Given
        put("/brands", 1, Map.of("items", List.of(Map.of("relation", "LOVES", "name", "Maison Potage"))))
                .statusCode(200);
        // Then
        putBrand("REFUSES/Maison Potage", Map.of("relation", "REFUSES", "name", "Maison Potage"))
                .statusCode(422)
                .body("errors[0].rule", equalTo("contradiction"));
        putBrand("WISHES/Another", Map.of("relation", "WISHES", "name", "Maison Potage"))
                .statusCode(422)
                .body("errors[0].rule", equalTo("path"));
        deleteBrand("WISHES/Maison Potage").statusCode(404);
        as(Tokens.creator(creatorId))
                .body(Map.of("relation", "WISHES", "name", "Third"))
                .put(path("/brands/WISHES/Third"))
                .then()
                .statusCode(428);
        as(Tokens.brand(UUID.randomUUID()))
                .header("If-Match", "*")
                .delete(path("/brands/LOVES/Maison Potage"))
                .then()
                .statusCode(403);
    }
}

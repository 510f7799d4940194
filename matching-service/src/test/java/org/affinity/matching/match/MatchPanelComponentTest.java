package org.affinity.matching.match;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.affinity.matching.TestCreators;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Panels within a match, and what-if panels beside it. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class MatchPanelComponentTest extends MatchAsking {

    @Test
    void shouldProveThePanelAndSayWhatEachAdds() {
        // Given
        UUID creator = TestCreators.publishAndAwait(TestCreators.creator(language));

        // When
        Response response = post(brand(), request());

        // Then
        assertThat(response.jsonPath().getString("panelPlan.panelModelVersion")).isEqualTo("panel-model-v1");
        assertThat(response.jsonPath().getDouble("panelPlan.gap")).isZero();
        assertThat(response.jsonPath().getBoolean("panelPlan.optimal")).isTrue();
        assertThat(response.jsonPath().getDouble("panelPlan.objectiveValue")).isPositive();
        assertThat(response.jsonPath().getList("panelPlan.members.creatorId")).containsExactly(creator.toString());
        assertThat(response.jsonPath().getString("panelPlan.members[0].cost.amount"))
                .isEqualTo("180.00");
        assertThat(response.jsonPath().getDouble("panelPlan.netReach.value")).isPositive();
        assertThat(response.jsonPath().getList("panelPlan.exposureByTier.tier")).containsExactly("NANO");
        assertThat(response.jsonPath().getString("panelPlan.emptyReason")).isNull();
    }

    @Test
    void shouldTakeEachConstraintOfTheBriefUnlessTheRequestHasIt() {
        // Given
        UUID creator = TestCreators.publishAndAwait(TestCreators.creator(language));
        ObjectNode request = request();
        ((ObjectNode) request.get("brief"))
                .putObject("panel")
                .putArray("exclude")
                .add(creator.toString());
        ObjectNode more = request.deepCopy();
        more.putObject("panel").put("maxShareOfBudget", 0.3);
        ObjectNode other = request.deepCopy();
        other.putObject("panel").putArray("exclude");
        ObjectNode both = request.deepCopy();
        both.putObject("panel").putArray("mustInclude").add(creator.toString());

        // When
        Response asInBrief = post(brand(), request);
        Response withMore = post(brand(), more);
        Response asInRequest = post(brand(), other);
        Response contradicting = post(brand(), both);

        // Then
        assertThat(asInBrief.jsonPath().getList("panel")).isEmpty();
        assertThat(withMore.jsonPath().getList("panel")).isEmpty();
        assertThat(withMore.jsonPath().getDouble("panelPlan.maxShareOfBudget")).isEqualTo(0.3);
        assertThat(asInRequest.jsonPath().getList("panel.creatorId")).containsExactly(creator.toString());
        assertThat(contradicting.statusCode()).isEqualTo(422);
        assertThat(contradicting.jsonPath().getString("errors[0].pointer")).isEqualTo("/panel/mustInclude");
    }

    @Test
    void shouldKeepInAWhatIfPanelWhatItLeavesOut() {
        // Given
        UUID excluded = TestCreators.publishAndAwait(TestCreators.creator(language));
        UUID other = TestCreators.publishAndAwait(TestCreators.creator(language));
        ObjectNode request = request();
        ((ObjectNode) request.get("brief"))
                .putObject("panel")
                .put("maxShareOfBudget", 0.25)
                .putArray("exclude")
                .add(excluded.toString());
        request.putObject("panel")
                .putArray("quotas")
                .addObject()
                .put("dimension", "TIER")
                .put("value", "NANO")
                .put("min", 1);
        String panels = panelsOf(post(brand(), request));

        // When
        JsonPath cheaper = whatIf(brand(), panels, "{\"budget\": {\"amount\": \"900.00\", \"currency\": \"EUR\"}}")
                .jsonPath();
        JsonPath withAll = whatIf(brand(), panels, "{\"panel\": {\"exclude\": [], \"quotas\": null}}")
                .jsonPath();
        Response contradicting = whatIf(brand(), panels, "{\"panel\": {\"mustInclude\": [\"" + excluded + "\"]}}");

        // Then
        assertThat(cheaper.getList("panel.creatorId")).containsExactly(other.toString());
        assertThat(cheaper.getList("panelPlan.quotas.value")).containsExactly("NANO");
        assertThat(cheaper.getDouble("panelPlan.maxShareOfBudget")).isEqualTo(0.25);
        assertThat(withAll.getList("panel.creatorId")).containsExactlyInAnyOrder(excluded.toString(), other.toString());
        assertThat(withAll.getList("panelPlan.quotas.value")).containsExactly("NANO");
        assertThat(contradicting.statusCode()).isEqualTo(422);
        assertThat(contradicting.jsonPath().getString("errors[0].pointer")).isEqualTo("/panel/mustInclude");
    }

    @Test
    void shouldKeepToTheBriefInAPanelThatIsAskedForLater() {
        // Given
        UUID excluded = TestCreators.publishAndAwait(TestCreators.creator(language));
        UUID other = TestCreators.publishAndAwait(TestCreators.creator(language));
        ObjectNode request = request().put("withPanel", false);
        ((ObjectNode) request.get("brief"))
                .putObject("panel")
                .putArray("exclude")
                .add(excluded.toString());

        // When
        Response later = whatIf(brand(), panelsOf(post(brand(), request)), "{}");

        // Then
        assertThat(later.jsonPath().getList("panel.creatorId")).containsExactly(other.toString());
    }

    @Test
    void shouldKeepToTheBriefOfACampaignInAWhatIfPanel() {
        // Given
        UUID excluded = TestCreators.publishAndAwait(TestCreators.creator(language));
        UUID other = TestCreators.publishAndAwait(TestCreators.creator(language));
        UUID campaignId = UUID.randomUUID();
        ObjectNode campaign = EventContracts.example(TestCampaigns.PUBLISHED).deepCopy();
        campaign.put("campaignId", campaignId.toString()).put("organisationId", organisation.toString());
        ((ObjectNode) campaign.at("/brief/audience")).putArray("languages").add(language);
        ((ObjectNode) campaign.at("/brief/panel")).putArray("exclude").add(excluded.toString());
        String matches = "/v1/matches?campaignId=" + campaignId;

        // When
        Events.publish(
                TestCampaigns.PUBLISHED, campaignId, campaign.get("version").asLong(), campaign);
        await().untilAsserted(() ->
                assertThat(brand().get(matches).jsonPath().getList("items")).hasSize(1));
        String matchId = brand().get(matches).jsonPath().getString("items[0].matchId");
        Response whatIf = whatIf(brand(), "/v1/matches/" + matchId + "/panels", "{\"maxCreators\": 5}");

        // Then
        assertThat(whatIf.jsonPath().getList("panel.creatorId")).containsExactly(other.toString());
    }

    @Test
    void shouldTakeWhoWasTooDearIntoAPanelForALargerBudget() {
        // Given
        UUID cheap = TestCreators.publishAndAwait(TestCreators.creator(language));
        ObjectNode priced = TestCreators.creator(language);
        ((ObjectNode) priced.at("/availability/0"))
                .putObject("fee")
                .put("amount", "900.00")
                .put("currency", "EUR");
        UUID dear = TestCreators.publishAndAwait(priced);
        ObjectNode request = request();
        ((ObjectNode) request.at("/brief/budget")).put("amount", "600.00");
        Response match = post(brand(), request);
        ObjectNode richer = request();
        ((ObjectNode) richer.at("/brief/budget")).put("amount", "5000.00");

        // When
        JsonPath whatIf = whatIf(
                        brand(),
                        panelsOf(match),
                        "{\"budget\": {\"amount\": \"5000.00\", \"currency\": \"EUR\"}, \"panel\": {\"mustInclude\": [\""
                                + dear + "\"]}}")
                .jsonPath();

        // Then
        assertThat(match.jsonPath().getList("panel.creatorId")).containsExactly(cheap.toString());
        assertThat(match.jsonPath().getInt("panelPlan.eligibleCount")).isEqualTo(1);
        assertThat(whatIf.getList("panel.creatorId")).containsExactlyInAnyOrder(cheap.toString(), dear.toString());
        assertThat(whatIf.getInt("panelPlan.eligibleCount")).isEqualTo(2);
        assertThat(whatIf.getDouble("panelPlan.objectiveValue"))
                .isEqualTo(post(brand(), richer).jsonPath().getDouble("panelPlan.objectiveValue"));
    }

    @Test
    void shouldListWhatIfPanelsLatestFirstWithoutTheirCreators() {
        // Given
        TestCreators.publishAndAwait(TestCreators.creator(language));
        Response match = post(brand(), request());
        Response first = whatIf(brand(), panelsOf(match), "{\"maxCreators\": 1}");
        Response second =
                whatIf(brand(), panelsOf(match), "{\"panel\": {\"mustInclude\": [\"" + UUID.randomUUID() + "\"]}}");
        Response ofOther = post(brand(), request());
        whatIf(brand(), panelsOf(ofOther), "{}");

        // When
        JsonPath latest = brand().get(panelsOf(match) + "?limit=1").jsonPath();
        JsonPath earlier = brand().get(panelsOf(match) + "?limit=1&cursor=" + latest.getString("nextCursor"))
                .jsonPath();

        // Then
        assertThat(latest.getString("items[0].panelId"))
                .isEqualTo(second.jsonPath().getString("panelId"));
        assertThat(latest.getString("items[0].emptyReason")).isEqualTo("CONSTRAINTS");
        assertThat(latest.getInt("items[0].panelSize")).isZero();
        assertThat(earlier.getString("nextCursor")).isNull();
        assertThat(earlier.getMap("items[0]"))
                .containsEntry("panelId", first.jsonPath().get("panelId"))
                .containsEntry("matchId", match.jsonPath().get("matchId"))
                .containsEntry("organisationId", organisation.toString())
                .containsEntry("budget", first.jsonPath().get("panelPlan.budget"))
                .containsEntry("maxCreators", 1)
                .containsEntry("panelSize", 1)
                .containsEntry("panelCost", first.jsonPath().get("panelCost"))
                .containsEntry("kpi", first.jsonPath().get("panelPlan.kpi"))
                .containsEntry("objectiveValue", first.jsonPath().get("panelPlan.objectiveValue"))
                .containsEntry("gap", first.jsonPath().get("panelPlan.gap"))
                .containsEntry("emptyReason", null)
                .containsEntry("completedAt", first.jsonPath().get("completedAt"))
                .hasSize(12);
    }

    @Test
    void shouldSayWhichConstraintCannotBeKept() {
        // Given
        TestCreators.publishAndAwait(TestCreators.creator(language));
        UUID unknown = UUID.randomUUID();
        ObjectNode request = request();
        request.putObject("panel").putArray("mustInclude").add(unknown.toString());

        // When
        Response response = post(brand(), request);

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.jsonPath().getList("panel")).isEmpty();
        assertThat(response.jsonPath().getString("panelPlan.emptyReason")).isEqualTo("CONSTRAINTS");
        assertThat(response.jsonPath().getString("panelPlan.infeasibilities[0].constraint"))
                .isEqualTo("mustInclude");
        assertThat(response.jsonPath().getString("panelPlan.infeasibilities[0].detail"))
                .contains(unknown.toString())
                .contains("is not known");
    }

    @Test
    void shouldPriceTheWantedFormatAndSayOfWhichLineOfTheRateCardThePriceIs() {
        // Given
        ObjectNode rated = TestCreators.creator(language);
        ((ObjectNode) rated.at("/availability/0")).putNull("fee");
        ObjectNode story = ((ArrayNode) rated.get("rateCard")).addObject();
        story.setAll((ObjectNode) rated.at("/rateCard/0").deepCopy());
        story.put("format", "STORY").putObject("price").put("amount", "40.00").put("currency", "EUR");
        TestCreators.publishAndAwait(rated);
        ObjectNode request = request();
        ((ObjectNode) request.get("brief")).putArray("formats").add("REEL");

        // When
        Response match = post(brand(), request);
        String panels = "/v1/matches/" + match.jsonPath().getString("matchId") + "/panels";
        Response whatIf = whatIf(brand(), panels, "{}");

        // Then
        assertThat(match.jsonPath().getString("ranking[0].price.amount")).isEqualTo("180.00");
        assertThat(match.jsonPath().getString("ranking[0].priceFormat")).isEqualTo("REEL");
        assertThat(match.jsonPath().getString("ranking[0].expectedFormat")).isEqualTo("REEL");
        assertThat(match.jsonPath()
                        .getString("ranking[0].contributions.find { it.signal == 'priceForExpectedResult' }.evidence"))
                .startsWith("180.00 EUR, rate card: REEL on INSTAGRAM for about");
        assertThat(match.jsonPath().getString("panel[0].priceFormat")).isEqualTo("REEL");
        assertThat(whatIf.jsonPath().getString("panel[0].priceFormat")).isEqualTo("REEL");
        assertThat(whatIf.jsonPath().getString("panelCost.amount")).isEqualTo("180.00");
    }

    @Test
    void shouldExpectWhatTheRateCardSaysTheCreatorMakesWhereThePriceIsAFee() {
        // Given
        ObjectNode stories = TestCreators.creator(language);
        ((ObjectNode) stories.at("/rateCard/0")).put("format", "STORY");
        UUID storyteller = TestCreators.publishAndAwait(stories);
        ObjectNode silent = TestCreators.creator(language);
        silent.putArray("rateCard");
        UUID unrated = TestCreators.publishAndAwait(silent);
        ObjectNode request = request();
        ((ObjectNode) request.get("brief")).putArray("formats");

        // When
        JsonPath match = post(brand(), request).jsonPath();

        // Then
        for (UUID creator : List.of(storyteller, unrated)) {
            assertThat(match.getString("ranking.find { it.creatorId == '" + creator + "' }.priceFormat"))
                    .isNull();
        }
        assertThat(match.getString("ranking.find { it.creatorId == '" + storyteller + "' }.expectedFormat"))
                .isEqualTo("STORY");
        assertThat(match.<String, Object>getMap("ranking.find { it.creatorId == '" + unrated + "' }"))
                .containsEntry("expectedFormat", null);
    }

    @Test
    void shouldCountApartOfWhomTheAreaIsUnknown() {
        // Given
        ObjectNode rural = TestCreators.creator(language);
        ((ObjectNode) rural.get("answers")).put("area-type", "rural");
        UUID known = TestCreators.publishAndAwait(rural);
        ObjectNode silent = TestCreators.creator(language);
        ((ObjectNode) silent.get("answers")).remove("area-type");
        TestCreators.publishAndAwait(silent);
        ObjectNode request = request();
        request.putObject("panel")
                .putArray("quotas")
                .addObject()
                .put("dimension", "AREA")
                .put("value", "RURAL")
                .put("min", 1);

        // When
        JsonPath plan = post(brand(), request).jsonPath().setRootPath("panelPlan");

        // Then
        assertThat(plan.getList("members.creatorId")).contains(known.toString());
        assertThat(plan.getMap("quotas[0]"))
                .containsEntry("dimension", "AREA")
                .containsEntry("value", "RURAL")
                .containsEntry("inPanel", 1)
                .containsEntry("unknownInPanel", 1)
                .containsEntry("inPool", 1)
                .containsEntry("unknownInPool", 1);
    }

    @Test
    void shouldAnswerWhatIfFromTheSameCreatorsAndGiveItAgain() {
        // Given
        ObjectNode leaving = TestCreators.creator(language);
        UUID stays = TestCreators.publishAndAwait(TestCreators.creator(language));
        TestCreators.publishAndAwait(leaving);
        String panels = "/v1/matches/" + post(brand(), request()).jsonPath().getString("matchId") + "/panels";
        TestCreators.publishAndAwait(leaving.put("state", "WITHDRAWN").put("version", 2));
        TestCreators.publishAndAwait(TestCreators.creator(language));
        String whatIf = "{\"budget\": {\"amount\": \"900.00\", \"currency\": \"EUR\"}, \"maxCreators\": 3}";

        // When
        Response asked = brand().contentType("application/json").body(whatIf).post(panels);
        Response read = brand().get(panels + "/" + asked.jsonPath().getString("panelId"));

        // Then
        assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(200);
        assertThat(asked.jsonPath().getList("panel.creatorId")).containsExactly(stays.toString());
        assertThat(asked.jsonPath().getString("panelCost.amount")).isEqualTo("180.00");
        assertThat(asked.jsonPath().getString("panelPlan.budget.amount")).isEqualTo("900.00");
        assertThat(asked.jsonPath().getInt("panelPlan.maxCreators")).isEqualTo(3);
        assertThat(read.asByteArray()).isEqualTo(asked.asByteArray());
    }

    @Test
    void shouldRefuseWhatIfOnMatchesOfOthersAndInOtherCurrencies() {
        // Given
        String panels = "/v1/matches/" + post(brand(), request()).jsonPath().getString("matchId") + "/panels";
        String panelId = whatIf(brand(), panels, "{}").jsonPath().getString("panelId");
        RequestSpecification stranger = with(Tokens.brand(UUID.randomUUID()));

        // When
        Response foreign = whatIf(stranger, panels, "{}");
        Response dollars = whatIf(brand(), panels, "{\"budget\": {\"amount\": \"900.00\", \"currency\": \"USD\"}}");

        // Then
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(stranger.get(panels + "/" + panelId).statusCode()).isEqualTo(404);
        assertThat(brand().get(panels + "/" + panelId).statusCode()).isEqualTo(200);
        assertThat(brand().get(panels + "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(with(Tokens.creator(UUID.randomUUID()))
                        .get(panels + "/" + panelId)
                        .statusCode())
                .isEqualTo(403);
        assertThat(dollars.statusCode()).isEqualTo(422);
        assertThat(dollars.jsonPath().getString("errors[0].pointer")).isEqualTo("/budget/currency");
        assertThat(whatIf(brand(), panels, "{\"maxCreators\": ").statusCode()).isEqualTo(400);
        assertThat(whatIf(given(), panels, "{}").statusCode()).isEqualTo(401);
    }

    private static String panelsOf(Response match) {
        return "/v1/matches/" + match.jsonPath().getString("matchId") + "/panels";
    }

    private static Response whatIf(RequestSpecification caller, String panels, String body) {
        return caller.contentType("application/json").body(body).post(panels);
    }
}

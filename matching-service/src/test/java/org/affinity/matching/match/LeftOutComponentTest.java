package org.affinity.matching.match;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.matching.TestCreators;
import org.affinity.matching.match.domain.LeftOutReason;
import org.affinity.matching.match.domain.MatchRun;
import org.affinity.matching.match.domain.SavedJson;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** Who is ranked, or asked about, and not proposed is told why. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class LeftOutComponentTest extends MatchAsking {

    @Inject
    PanelReview review;

    private UUID creator(String fee) {
        ObjectNode creator = TestCreators.creator(language);
        ((ObjectNode) creator.at("/availability/0/fee")).put("amount", fee);
        return TestCreators.publishAndAwait(creator);
    }

    private ObjectNode request(int places, String budget) {
        ObjectNode request = request();
        ((ObjectNode) request.get("brief")).put("maxCreators", places);
        ((ObjectNode) request.at("/brief/budget")).put("amount", budget);
        return request;
    }

    private Response standing(Response match, UUID creator) {
        return brand().get("/v1/matches/" + match.jsonPath().getString("matchId") + "/candidates/" + creator);
    }

    private static String leftOut(Response match, UUID creator) {
        return match.jsonPath().getString("ranking.find { it.creatorId == '%s' }.leftOutReason".formatted(creator));
    }

    @Test
    void shouldPutWhoIsOutweighedBesideTheMemberWhosePlaceTheyWouldTakeBest() {
        // Given
        UUID cheap = creator("100.00");
        UUID dear = creator("300.00");

        // When
        Response match = post(brand(), request(1, "1000.00"));

        // Then
        assertThat(match.jsonPath().getList("panel.creatorId")).containsExactly(cheap.toString());
        assertThat(match.jsonPath().getList("panel.leftOutReason")).containsExactly((Object) null);
        assertThat(leftOut(match, cheap)).isNull();
        assertThat(leftOut(match, dear)).isEqualTo("OUTWEIGHED");
        double memberResult = match.jsonPath().getDouble("panelPlan.members[0].marginalResult");
        standing(match, dear)
                .then()
                .statusCode(200)
                .body("then.proposed", equalTo(false))
                .body("then.leftOut.reason", equalTo("OUTWEIGHED"))
                .body("then.leftOut.constraints", contains("maxCreators"))
                .body("then.leftOut.price.amount", equalTo("300.00"))
                .body("then.leftOut.budgetLeft.amount", equalTo("900.00"))
                .body("then.leftOut.instead.memberId", equalTo(cheap.toString()))
                .body("then.leftOut.instead.memberPrice.amount", equalTo("100.00"))
                .body("then.leftOut.instead.memberResult.toDouble()", closeTo(memberResult, 1e-6 * memberResult))
                .body("then.leftOut.detail", containsString("For 300.00 EUR the creator would add"));
        standing(match, cheap).then().body("then.proposed", equalTo(true)).body("then.leftOut", nullValue());
    }

    @Test
    void shouldNameWhatCannotBePaidAndWhoIsExcludedOrUnknown() {
        // Given
        UUID required = creator("900.00");
        UUID cheap = creator("100.00");
        UUID dear = creator("300.00");
        UUID tooDear = creator("500.00");
        UUID excluded = creator("90.00");
        ObjectNode request = request(5, "1000.00");
        ObjectNode panel = request.putObject("panel");
        panel.putArray("mustInclude").add(required.toString());
        panel.putArray("exclude").add(excluded.toString());

        // When
        Response match = post(brand(), request);

        // Then
        assertThat(match.jsonPath().getList("panel.creatorId"))
                .containsExactlyInAnyOrder(required.toString(), cheap.toString());
        assertThat(leftOut(match, dear)).isEqualTo("BUDGET");
        assertThat(leftOut(match, tooDear)).isEqualTo("PRICE_ABOVE_SHARE");
        assertThat(leftOut(match, excluded)).isEqualTo("EXCLUDED");
        standing(match, dear)
                .then()
                .body("then.leftOut.constraints", contains("budget"))
                .body("then.leftOut.budgetLeft.amount", equalTo("0.00"))
                .body("then.leftOut.instead", nullValue())
                .body(
                        "then.leftOut.detail",
                        containsString("the creator costs 300.00 EUR, 100.00 EUR of 1000.00 EUR would be there"));
        standing(match, tooDear)
                .then()
                .body(
                        "then.leftOut.detail",
                        equalTo("Costs 500.00 EUR; one creator may take 400.00 EUR, 40.00 % of the budget."));
        standing(match, UUID.randomUUID())
                .then()
                .body("then.leftOut.reason", equalTo("NOT_IN_POOL"))
                .body("then.leftOut.price", nullValue())
                .body("then.leftOut.detail", containsString("chosen from 5 creators"));
    }

    @Test
    void shouldSayWhoseTurnItWasNot() {
        // Given
        UUID one = creator("100.00");
        UUID other = creator("100.00");
        ObjectNode request = request(1, "1000.00");
        ((ObjectNode) request.get("brief")).putObject("exposure").put("policy", "ROTATE");

        // When
        Response match = post(brand(), request);

        // Then
        String proposed = match.jsonPath().getString("panel[0].creatorId");
        UUID left = proposed.equals(one.toString()) ? other : one;
        assertThat(leftOut(match, left)).isEqualTo("TURN");
        standing(match, left)
                .then()
                .body("then.leftOut.reason", equalTo("TURN"))
                .body("then.leftOut.instead.memberId", equalTo(proposed));
    }

    @Test
    void shouldSayNothingWithoutAPanel() {
        // Given
        UUID creator = creator("100.00");

        // When
        Response match = post(brand(), request().put("withPanel", false));

        // Then
        assertThat(leftOut(match, creator)).isNull();
        standing(match, creator)
                .then()
                .statusCode(200)
                .body("then.proposed", equalTo(false))
                .body("then.leftOut", nullValue());
    }

    @Test
    void shouldKeepTheReasonWhenItsFactsWereErased() {
        // Given
        UUID cheap = creator("100.00");
        UUID dear = creator("300.00");
        Response match = post(brand(), request(1, "1000.00").put("k", 2));

        // When
        TestCreators.erase(cheap);

        // Then
        Response read = standing(match, dear);
        read.then()
                .statusCode(200)
                .body("then.leftOut.reason", equalTo("OUTWEIGHED"))
                .body("then.leftOut.constraints", empty())
                .body("then.leftOut.instead", nullValue())
                .body("then.leftOut.price", nullValue())
                .body(
                        "then.leftOut.detail",
                        equalTo("The facts cannot be told any more: a member of the panel was erased."));
        assertThat(read.asString()).doesNotContain(cheap.toString());
    }

    @Test
    void shouldKeepTheReasonWhenPanelsAreReckonedOtherwiseSince() throws Exception {
        // Given
        creator("100.00");
        UUID dear = creator("300.00");
        Response match = post(brand(), request(1, "1000.00"));
        ObjectNode document = (ObjectNode) new ObjectMapper().readTree(match.asByteArray());
        ((ObjectNode) document.path("panelPlan")).put("panelModelVersion", "panel-model-v0");
        MatchRun run = new MatchRun(
                UUID.fromString(document.path("matchId").asText()),
                organisation,
                null,
                null,
                false,
                document.path("modelVersion").asText(),
                0,
                2,
                true,
                1,
                null,
                "{}",
                SavedJson.of(document.toString()),
                Instant.now());

        // When
        LeftOutView leftOut = review.leftOut(run, document, SavedPool.NONE, dear);

        // Then
        assertThat(leftOut.reason()).isEqualTo(LeftOutReason.OUTWEIGHED);
        assertThat(leftOut.detail())
                .isEqualTo("The facts cannot be told any more: panels are reckoned otherwise since.");
    }
}

package org.affinity.matching.match;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Tokens;
import org.affinity.matching.LastConnection;
import org.affinity.matching.TestCreators;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class SelectionDecisionComponentTest {

    private static final String PATH = "/v1/selection-decisions";

    private final UUID organisation = UUID.randomUUID();
    private final String language = TestCreators.newLanguage();

    @Inject
    AgroalDataSource dataSource;

    /** Publishes a campaign for creators of the language; the id of its match. */
    private String matchCampaign() {
        ObjectNode campaign = TestCampaigns.campaign(organisation, language);
        TestCampaigns.publish(TestCampaigns.PUBLISHED, campaign);
        return Awaitility.await()
                .until(
                        () -> given().auth()
                                .oauth2(Tokens.brand(organisation))
                                .get("/v1/matches?campaignId=" + TestCampaigns.id(campaign))
                                .jsonPath()
                                .getString("items[0].matchId"),
                        Objects::nonNull);
    }

    private static Response asked(String token, String query) {
        return given().auth().oauth2(token).get(PATH + query);
    }

    private static JsonPath decision(UUID creator, String matchId) {
        Response response = asked(Tokens.creator(creator), "");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        JsonPath decisions = response.jsonPath();
        int place = decisions.getList("items.matchId").indexOf(matchId);
        assertThat(place).isNotNegative();
        return decisions.setRootPath("items[%d]".formatted(place));
    }

    @Test
    void shouldTellACreatorWhichRuleKeptThemOutButNotWhoseBriefItWas() {
        // Given
        TestCreators.publishAndAwait(TestCreators.creator(language));
        String ownLanguage = TestCreators.newLanguage();
        UUID rejected = TestCreators.publishAndAwait(TestCreators.creator(ownLanguage));
        String match = matchCampaign();

        // When
        JsonPath decision = decision(rejected, match);

        // Then
        assertThat(decision.getString("outcome")).isEqualTo("REJECTED");
        assertThat(decision.getString("rule")).isEqualTo("language");
        assertThat(decision.getString("facts")).isEqualTo("publishes in " + ownLanguage);
        assertThat(decision.getInt("eligibleCount")).isEqualTo(1);
        assertThat(decision.getString("assessedAt")).isNotNull();
        assertThat(decision.getString("score")).isNull();
        assertThat(asked(Tokens.creator(rejected), "").asString())
                .doesNotContain(organisation.toString(), "Potage", "\"" + language + "\"", "wanted");
        assertThat(decision.getString("campaignId")).isNull();
    }

    @Test
    void shouldTellACreatorHowFarBehindTheLastOfTheBestTheyAre() {
        // Given
        UUID behind = UUID.randomUUID();
        for (int i = 0; i < MatchService.DEFAULT_RANKING; i++) {
            TestCreators.publish(TestCreators.creator(language));
        }
        ObjectNode newcomer = TestCreators.creator(language).put("creatorId", behind.toString());
        ((ObjectNode) newcomer.get("trackRecord")).put("completedCollaborations", 0);
        // Too dear for the panel, which is chosen from more than are ranked.
        ((ObjectNode) newcomer.at("/availability/0/fee")).put("amount", "4900.00");
        TestCreators.publishAndAwait(newcomer);
        String match = matchCampaign();

        // When
        JsonPath decision = decision(behind, match);

        // Then
        assertThat(decision.getString("outcome")).isEqualTo("NOT_AMONG_BEST");
        assertThat(decision.getInt("eligibleCount")).isEqualTo(MatchService.DEFAULT_RANKING + 1);
        assertThat(decision.getDouble("score")).isLessThan(decision.getDouble("lastRankedScore"));
        assertThat(decision.getList("contributions.contribution", Double.class).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(decision.getDouble("score"), org.assertj.core.api.Assertions.within(1e-6));
        assertThat(decision.getList("contributions.evidence")).containsOnlyNulls();
        assertThat(decision.getString("organisationId")).isNull();
        assertThat(decision.getString("rule")).isNull();
    }

    @Test
    void shouldJudgeByWhatIsKnownOfTheCreatorNow() {
        // Given
        TestCreators.publishAndAwait(TestCreators.creator(language));
        ObjectNode creator = TestCreators.creator(TestCreators.newLanguage());
        UUID id = TestCreators.publishAndAwait(creator);
        String match = matchCampaign();
        creator.putArray("languages").add(language);
        TestCreators.publishAndAwait(creator.put("version", 2));

        // When
        JsonPath decision = decision(id, match);

        // Then
        assertThat(decision.getString("outcome")).isEqualTo("ELIGIBLE_SINCE");
        assertThat(decision.getString("score")).isNotNull();
        assertThat(decision.getString("lastRankedScore")).isNull();
    }

    @Test
    void shouldSayNothingOfMatchesFromBeforeACreatorWasKnown() {
        // Given
        String before = matchCampaign();
        UUID late = TestCreators.publishAndAwait(TestCreators.creator(language));

        // When
        Response response = asked(Tokens.creator(late), "");

        // Then
        assertThat(response.jsonPath().getList("items.matchId")).doesNotContain(before);
    }

    @Test
    void shouldListWhatNamesTheCreatorAndWhatDoesNotInOneOrder() {
        // Given
        UUID creator = TestCreators.publishAndAwait(TestCreators.creator(language));
        String named = matchCampaign();
        ObjectNode elsewhere = TestCampaigns.campaign(organisation, TestCreators.newLanguage());
        TestCampaigns.publish(TestCampaigns.PUBLISHED, elsewhere);
        String passedOver = Awaitility.await()
                .until(
                        () -> asked(Tokens.creator(creator), "").jsonPath().getString("items[0].matchId"),
                        match -> !named.equals(match));

        // When
        JsonPath first = asked(Tokens.creator(creator), "?limit=1").jsonPath();
        JsonPath second = asked(Tokens.creator(creator), "?limit=1&cursor=" + first.getString("nextCursor"))
                .jsonPath();

        // Then
        assertThat(first.getList("items.matchId")).containsExactly(passedOver);
        assertThat(first.getList("items.outcome")).containsExactly("REJECTED");
        assertThat(second.getList("items.matchId")).containsExactly(named);
        assertThat(second.getList("items.organisationId")).containsExactly(organisation.toString());
        assertThat(second.getString("items[0].assessedAt")).isNull();
    }

    @Test
    void shouldAnswerWithTheLastConnectionOfThePool() throws Exception {
        // Given
        UUID creator = TestCreators.publishAndAwait(TestCreators.creator(language));
        String first = matchCampaign();
        String second = matchCampaign();

        // When
        Response response = LastConnection.answer(dataSource, () -> asked(Tokens.creator(creator), ""));

        // Then
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.jsonPath().getList("items.findAll { it.rank == 1 && it.accountId != null }.matchId"))
                .containsExactly(second, first);
    }

    @Test
    void shouldAskAnOperatorWhichCreator() {
        // When
        Response response = asked(Tokens.operator(), "");

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getString("errors[0].parameter")).isEqualTo("creatorId");
        assertThat(response.jsonPath().getString("errors[0].rule")).isEqualTo("required");
    }

    @Test
    void shouldTellNobodyElse() {
        // Given
        UUID rejected = TestCreators.publishAndAwait(TestCreators.creator(TestCreators.newLanguage()));
        UUID other = TestCreators.publishAndAwait(TestCreators.creator(TestCreators.newLanguage()));
        String match = matchCampaign();

        // When
        Response foreign = asked(Tokens.creator(other), "?creatorId=" + rejected);

        // Then
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(asked(Tokens.brand(organisation), "?creatorId=" + rejected).statusCode())
                .isEqualTo(403);
        assertThat(given().get(PATH).statusCode()).isEqualTo(401);
        assertThat(asked(Tokens.operator(), "?creatorId=" + rejected).jsonPath().<Map<String, Object>>getList("items"))
                .anySatisfy(item -> assertThat(item)
                        .containsEntry("matchId", match)
                        .containsEntry("outcome", "REJECTED")
                        .containsEntry("organisationId", null));
        assertThat(asked(Tokens.creator(UUID.randomUUID()), "").jsonPath().getList("items"))
                .isEmpty();
    }
}

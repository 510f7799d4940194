package org.affinity.matching.match;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.matching.TestCreators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Briefs are answered with explained creators. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class MatchApiComponentTest extends MatchAsking {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldAnswerABriefWithExplainedCreatorsAndAPanelWithinTheBudget() {
        // Given
        UUID regular = TestCreators.publishAndAwait(TestCreators.creator(language));
        ObjectNode other = TestCreators.creator(language);
        ((ObjectNode) other.get("trackRecord")).put("completedCollaborations", 0);
        UUID newcomer = TestCreators.publishAndAwait(other);

        // When
        Response response = post(brand(), request());

        // Then
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.header("X-Index-Lag")).matches("\\d+");
        assertThat(response.header("ETag")).isEqualTo("\"1\"");
        assertThat(response.jsonPath().getList("ranking.creatorId"))
                .containsExactly(regular.toString(), newcomer.toString());
        assertThat(response.jsonPath().getInt("eligibleCount")).isEqualTo(2);
        assertThat(response.jsonPath().getString("organisationId")).isEqualTo(organisation.toString());
        assertThat(response.jsonPath().getString("campaignId")).isNull();
        assertThat(response.jsonPath().getString("modelVersion")).isEqualTo("scoring-model-v3");
        assertThat(response.jsonPath().getLong("indexSnapshot")).isPositive();
        assertThat(response.jsonPath().getString("mechanic.type")).isEqualTo("PAID_POST");
        assertThat(response.jsonPath().getList("panel.creatorId")).hasSize(2);
        assertThat(new BigDecimal(response.jsonPath().getString("panelCost.amount")))
                .isEqualByComparingTo("360");
        List<Number> parts = response.jsonPath().getList("ranking[0].contributions.contribution");
        assertThat(parts.stream().mapToDouble(Number::doubleValue).sum())
                .isCloseTo(response.jsonPath().getDouble("ranking[0].score"), within(1e-6));
        assertThat(response.jsonPath().getString("ranking[0].contributions[0].evidence"))
                .isEqualTo("1 of 1 wanted topics: wanted food, has food, home");
        assertThat(response.jsonPath().getString("ranking[0].contributions[0].source"))
                .isEqualTo("PROFILE");
        assertThat(response.jsonPath().getString("ranking[0].contributions[0].observedOn"))
                .isNull();
    }

    @Test
    void shouldWeighSignalsAsAskedAndShowHowUncertainTheScoreIs() {
        // Given
        TestCreators.publishAndAwait(TestCreators.creator(language));
        ObjectNode request = request();
        request.putObject("weights").put("topicAffinity", 0.5).put("credibility", 0);

        // When
        Response response = post(brand(), request);

        // Then
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        JsonPath first = response.jsonPath().setRootPath("ranking[0]");
        assertThat(first.getDouble("contributions[0].weight")).isEqualTo(0.5);
        assertThat(first.getDouble("contributions[0].contribution")).isEqualTo(0.25);
        assertThat(first.getDouble("contributions.find { it.signal == 'credibility' }.contribution"))
                .isZero();
        assertThat(first.getDouble("scoreLow")).isLessThan(first.getDouble("score"));
        assertThat(first.getDouble("scoreHigh")).isGreaterThan(first.getDouble("score"));
    }

    @Test
    void shouldSayWhatWouldBringThoseBehindAmongTheFirstWhereThatIsAskedFor() {
        // Given
        UUID cheap = TestCreators.publishAndAwait(TestCreators.creator(language));
        ObjectNode asksMore = TestCreators.creator(language);
        ((ObjectNode) asksMore.at("/availability/0/fee")).put("amount", "700.00");
        UUID dear = TestCreators.publishAndAwait(asksMore);
        ObjectNode request = request();
        request.putObject("counterfactuals").put("top", 1);

        // When
        Response response = post(brand(), request);

        // Then
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        JsonPath match = response.jsonPath();
        assertThat(match.getList("ranking.creatorId")).containsExactly(cheap.toString(), dear.toString());
        assertThat(match.getList("ranking[0].counterfactuals")).isNull();
        JsonPath fee = match.setRootPath("ranking[1].counterfactuals.find { it.lever == 'FEE' }");
        assertThat(fee.getInt("rank")).isEqualTo(1);
        assertThat(fee.getString("text"))
                .isEqualTo("enters the top 1 if the fee is at most %s EUR", fee.getString("value"));
        Response replayed = brand().get("/v1/matches/" + response.jsonPath().getString("matchId"));
        assertThat(replayed.asByteArray()).isEqualTo(response.asByteArray());
        ((ObjectNode) asksMore.at("/availability/0/fee")).put("amount", fee.getString("value"));
        TestCreators.publishAndAwait(asksMore.put("version", 2));
        assertThat(post(brand(), request()).jsonPath().getString("ranking[0].creatorId"))
                .isEqualTo(dear.toString());
    }

    @Test
    void shouldRefuseWeightsThatAreNone() {
        // Given
        ObjectNode unknown = request();
        unknown.putObject("weights").put("luck", 0.5);
        ObjectNode tooHeavy = request();
        tooHeavy.putObject("weights").put("credibility", 1.001);
        ObjectNode tooFine = request();
        tooFine.putObject("weights").put("credibility", 0.0005);

        // When
        Response noSignal = post(brand(), unknown);
        Response heavy = post(brand(), tooHeavy);
        Response fine = post(brand(), tooFine);

        // Then
        assertThat(noSignal.statusCode()).isEqualTo(422);
        assertThat(noSignal.jsonPath().getString("errors[0].pointer")).isEqualTo("/weights/luck");
        assertThat(heavy.statusCode()).isEqualTo(422);
        assertThat(heavy.jsonPath().getString("errors[0].pointer")).isEqualTo("/weights/credibility");
        assertThat(fine.statusCode()).isEqualTo(422);
    }

    @Test
    void shouldRankAsManyAsAskedFor() {
        // Given
        TestCreators.publishAndAwait(TestCreators.creator(language));
        TestCreators.publishAndAwait(TestCreators.creator(language));

        // When
        Response response = post(brand(), request().put("k", 1));

        // Then
        assertThat(response.jsonPath().getList("ranking")).hasSize(1);
        assertThat(response.jsonPath().getInt("eligibleCount")).isEqualTo(2);
    }

    @Test
    void shouldCountTheCreatorsThatEachRuleKeptOut() {
        // Given
        ObjectNode minor = TestCreators.creator(language).put("birthYear", 2014);
        minor.remove("minor");
        TestCreators.publishAndAwait(minor);

        // When
        Response response = post(brand(), request());

        // Then
        assertThat(response.jsonPath().getInt("rejected.find { it.rule == 'under-age' }.count"))
                .isPositive();
        assertThat(response.jsonPath().getList("ranking")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/brief, null, /brief",
        "/brief/brand, \" \", /brief/brand",
        "/brief/objectives, [], /brief/objectives",
        "/brief/objectives/0/aim, \"WIN\", /brief/objectives/0/aim",
        "/brief/objectives/0/target, \"many\", /brief/objectives/0/target",
        "/brief/platforms, [\"my space\"], /brief/platforms/0",
        "/brief/audience/countries, [\"France\"], /brief/audience/countries/0",
        "/brief/engagementType, null, /brief/engagementType",
        "/brief/budget/currency, \"EURO\", /brief/budget/currency",
        "/brief/budget/currency, \"XXX\", /brief/budget/currency",
        "/brief/maxCreators, 0, /brief/maxCreators",
        "/brief/endsOn, \"2025-01-01\", /brief/endsOn",
        "/k, 1001, /k",
        "/counterfactuals, '{\"top\": 0}', /counterfactuals/top",
        "/counterfactuals, {}, /counterfactuals/top",
        "/panel, '{\"minSmallShare\": 2}', /panel/minSmallShare",
        "/panel, '{\"quotas\": [{\"dimension\": \"MOOD\", \"value\": \"A\"}]}', /panel/quotas/0/dimension",
        "/panel, '{\"quotas\": [{\"dimension\": \"TIER\", \"value\": \"NANO\", \"min\": 2, \"max\": 1}]}', /panel/quotas/0/max",
        "/panel, '{\"quotas\": [{\"dimension\": \"TIER\", \"value\": \"NANO\", \"min\": 1000}]}', /panel/quotas/0/min",
        "/panel, '{\"quotas\": [{\"dimension\": \"TIER\", \"value\": \"TINY\"}]}', /panel/quotas/0/value",
        "/panel, '{\"quotas\": [{\"dimension\": \"COUNTRY\", \"value\": \"ZZ\"}]}', /panel/quotas/0/value",
        "/panel, '{\"quotas\": [{\"dimension\": \"GENDER\", \"value\": \"WOMAN\"}]}', /panel/quotas/0/value",
        "/panel, '{\"quotas\": [{\"dimension\": \"AREA\", \"value\": \"SUBURB\"}]}', /panel/quotas/0/value",
        "/brief/exclusivityDays, 0, /brief/exclusivityDays",
        "/brief/exclusivityDays, 3651, /brief/exclusivityDays",
        "/brief/audience/ageBands, '[\"34-25\"]', /brief/audience/ageBands/0",
        "/brief/audience/genders, '[\"WOMAN\"]', /brief/audience/genders/0",
        "/brief/audience/cities, '[{\"country\": \"FR\"}]', /brief/audience/cities/0/city",
        "/brief/audience/interests, '[\"food & drink\"]', /brief/audience/interests/0",
        "/brief/audience/minimumShare, -0.1, /brief/audience/minimumShare",
        "/brief/sector, '\"soup\"', /brief/sector",
        "/brief/sector, '\"9999\"', /brief/sector",
        "/brief/audience/interests, '[\"210\", \"bananas\"]', /brief/audience/interests/1",
        "/brief/audience/countries, '[\"ZZ\"]', /brief/audience/countries/0",
        "/brief/audience/cities, '[{\"country\": \"ZZ\", \"city\": \"Rennes\"}]', /brief/audience/cities/0/country",
        "/brief/causes, '[\"nope\"]', /brief/causes/0",
        "/brief/formats, '[\"POEM\"]', /brief/formats/0",
        "/brief/competitors, '[\"\"]', /brief/competitors/0",
        "/brief/causes, '[\"Food aid\"]', /brief/causes/0",
        "/brief/place, '{\"city\": \"Lyon\"}', /brief/place/country",
        "/brief/habits, '[{\"question\": \"sports\", \"anyOf\": []}]', /brief/habits/0/anyOf",
        "/brief/excludedTopics, '[\" \"]', /brief/excludedTopics/0",
        "/brief/solicitationCap, '{\"openInvitations\": 0}', /brief/solicitationCap/openInvitations",
        "/brief/solicitationCap, '{\"invitationsLast30Days\": 0}', /brief/solicitationCap/invitationsLast30Days",
        "/brief/solicitationCap, '{\"openInvitations\": 251}', /brief/solicitationCap/openInvitations",
        "/brief/solicitationCap, '{\"invitationsLast30Days\": 251}', /brief/solicitationCap/invitationsLast30Days",
        "/brief/audience/topics, '[\" \"]', /brief/audience/topics/0",
        "/brief/exposure, '{\"policy\": \"RANDOM\"}', /brief/exposure/policy",
        "/brief/exposure, '{\"policy\": \"ROTATE\", \"tolerance\": 2}', /brief/exposure/tolerance",
        "/brief/panel, '{\"quotas\": [{\"dimension\": \"TIER\", \"value\": \"NANO\", \"min\": 11}]}', /brief/panel/quotas/0/min",
        "/brief/objectives, '[{\"aim\": \"VISIBILITY\", \"kpi\": \"ENGAGEMENT_RATE\", \"target\": \"500\"}]', /brief/objectives/0/target",
        "/brief/startsOn, '\"0001-01-01\"', /brief/startsOn",
        "/brief/budget, '{\"amount\": \"120000.50\", \"currency\": \"JPY\"}', /brief/budget/amount",
        "/brief/competitors, '[\"Sommet\", \"MAISON POTAGE SAS\"]', /brief/competitors/1",
        "/brief/competitors, '[\"Maison-Pôtage\"]', /brief/competitors/0",
        "/brief/excludedTopics, '[\"gambling\", \"Food \"]', /brief/excludedTopics/1",
        "/brief/excludedTopics, '[\"gambling\", \"nourriture\"]', /brief/excludedTopics/1",
        "/brief/excludedTopics, '[\"alimentation\"]', /brief/excludedTopics/0",
        "/panel, '{\"maxShareOfBudget\": 0}', /panel/maxShareOfBudget",
        "/panel, '{\"quotas\": [{\"dimension\": \"TIER\", \"value\": \"NANO\"}]}', /panel/quotas/0",
        "/brief/audience/languages, '[\"zz\"]', /brief/audience/languages/0",
        "/panel, '{\"overlaps\": [{\"oneCreatorId\": \"01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11\", \"otherCreatorId\": \"01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11\", \"people\": 1}]}', /panel/overlaps/0/otherCreatorId",
        "/panel, '{\"overlaps\": [{\"oneCreatorId\": \"01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11\", \"otherCreatorId\": \"01977b7e-3c52-7bd1-9a53-0c0d1f6a2b12\", \"people\": 5500000001}]}', /panel/overlaps/0/people",
        "/organisationId, '\"\"', /organisationId",
        "/brief/objectives, '[{\"objectiveId\": \" \", \"aim\": \"VISIBILITY\", \"kpi\": \"POSTS\", \"target\": \"5\"}]', /brief/objectives/0/objectiveId",
        "/panel, '{\"overlaps\": [{\"oneCreatorId\": \"01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11\", \"otherCreatorId\": \"01977b7e-3c52-7bd1-9a53-0c0d1f6a2b12\", \"people\": 3000000000}, {\"oneCreatorId\": \"01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11\", \"otherCreatorId\": \"01977b7e-3c52-7bd1-9a53-0c0d1f6a2b13\", \"people\": 3000000000}, {\"oneCreatorId\": \"01977b7e-3c52-7bd1-9a53-0c0d1f6a2b12\", \"otherCreatorId\": \"01977b7e-3c52-7bd1-9a53-0c0d1f6a2b13\", \"people\": 0}]}', /panel/overlaps/2/people",
        "/surprise, 1, /surprise"
    })
    void shouldNameTheFieldThatBreaksARule(String field, String value, String pointer) throws Exception {
        // Given
        ObjectNode request = request();
        int slash = field.lastIndexOf('/');
        ((ObjectNode) request.at(field.substring(0, slash))).set(field.substring(slash + 1), JSON.readTree(value));

        // When
        Response response = post(brand(), request);

        // Then
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(422);
        assertThat(response.jsonPath().getString("errors[0].pointer")).isEqualTo(pointer);
    }

    @Test
    void shouldRefuseWhatCannotBeRead() {
        // Given
        RequestSpecification request = brand().contentType("application/json").body("{\"brief\":");

        // When
        Response response = request.post("/v1/matches");

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(brand().get("/v1/matches/not-a-uuid").statusCode()).isIn(400, 404);
        assertThat(brand().get("/v1/matches?limit=0").statusCode()).isEqualTo(400);
        assertThat(brand().get("/v1/matches?campaignId=1").statusCode()).isEqualTo(400);
        assertThat(brand().get("/v1/matches?cursor=abc").statusCode()).isEqualTo(400);
    }

    @Test
    void shouldTakeBriefsThatAskForNothingMore() {
        // Given
        UUID creator = TestCreators.publishAndAwait(TestCreators.creator(language));
        ObjectNode request = request();
        ((ObjectNode) request.at("/brief/audience"))
                .remove(List.of("ageBands", "genders", "cities", "interests", "minimumShare"));
        ((ObjectNode) request.get("brief"))
                .remove(List.of(
                        "sector",
                        "formats",
                        "competitors",
                        "causes",
                        "place",
                        "habits",
                        "excludedTopics",
                        "solicitationCap",
                        "exposure",
                        "panel"));

        // When
        Response response = post(brand(), request);

        // Then
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.jsonPath().getList("ranking.creatorId")).containsExactly(creator.toString());
    }

    @Test
    void shouldLookForCreatorsInKosovo() {
        // Given
        TestCreators.publishAndAwait(TestCreators.creator(language).put("country", "XK"));
        ObjectNode request = request();
        ((ObjectNode) request.at("/brief/audience")).putArray("countries").add("XK");

        // When
        Response response = post(brand(), request);

        // Then
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.jsonPath().getInt("eligibleCount")).isEqualTo(1);
    }
}

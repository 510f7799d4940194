package org.affinity.matching.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.matching.TestCreators;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who reads a match sees what was asked. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class MatchAskedComponentTest extends MatchAsking {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonNode read(Response posted) throws Exception {
        Response again = brand().get("/v1/matches/" + posted.jsonPath().getString("matchId"));
        assertThat(again.asByteArray()).isEqualTo(posted.asByteArray());
        return JSON.readTree(again.asByteArray());
    }

    private static List<JsonNode> overridden(JsonNode match) {
        List<JsonNode> found = new ArrayList<>();
        match.path("signalWeights").forEach(weight -> {
            if (weight.path("overridden").asBoolean()) {
                found.add(weight);
            }
        });
        return found;
    }

    /** All that a request says is in the answer as it was said, whatever stands beside it. */
    private static void assertSays(JsonNode answered, JsonNode asked) {
        asked.properties().forEach(field -> {
            JsonNode said = answered.path(field.getKey());
            if (field.getValue().isObject()) {
                assertSays(said, field.getValue());
            } else if (field.getValue().isArray() && field.getValue().path(0).isObject()) {
                for (int i = 0; i < field.getValue().size(); i++) {
                    assertSays(said.path(i), field.getValue().path(i));
                }
            } else if (field.getValue().isArray()) {
                assertThat(said).as(field.getKey()).containsExactlyInAnyOrderElementsOf(field.getValue());
            } else if (!field.getKey().equals("objectiveId")) {
                assertThat(said).as(field.getKey()).isEqualTo(field.getValue());
            }
        });
    }

    @Test
    void shouldTellTheBriefInTheShapeInWhichItCanBeAskedAgain() throws Exception {
        // Given
        UUID creator = TestCreators.publishAndAwait(TestCreators.creator(language));
        ObjectNode request = request();
        ObjectNode panel = ((ObjectNode) request.get("brief")).putObject("panel");
        panel.putArray("exclude").add(UUID.randomUUID().toString());
        panel.put("maxShareOfBudget", 0.5);
        request.putObject("panel").putArray("mustInclude").add(creator.toString());

        // When
        Response response = post(brand(), request);

        // Then
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        JsonNode brief = read(response).path("brief");
        assertSays(brief, request.get("brief"));
        assertThat(brief.at("/panel/mustInclude/0").asText()).isEqualTo(creator.toString());
        ObjectNode again = JSON.createObjectNode();
        again.set("brief", brief);
        Response second = post(brand(), again);
        assertThat(second.statusCode()).as(second.asString()).isEqualTo(200);
        JsonNode other = read(second);
        assertThat(other.path("brief")).isEqualTo(brief);
        assertThat(other.path("ranking")).isEqualTo(read(response).path("ranking"));
        assertThat(other.path("panelPlan")).isEqualTo(read(response).path("panelPlan"));
    }

    @Test
    void shouldTellTheWeightsAndWhichOfThemTheRequestSet() throws Exception {
        // Given
        TestCreators.publishAndAwait(TestCreators.creator(language));
        ObjectNode weighed = request();
        weighed.putObject("weights").put("credibility", 0.2).put("causeAffinity", 0.15);

        // When
        JsonNode plain = read(post(brand(), request()));
        JsonNode own = read(post(brand(), weighed));

        // Then
        assertThat(plain.path("modelVersion")).isEqualTo(own.path("modelVersion"));
        assertThat(overridden(plain)).isEmpty();
        assertThat(overridden(own))
                .extracting(weight -> weight.path("signal").asText() + " "
                        + weight.path("weight").asDouble())
                .containsExactly("credibility 0.2", "causeAffinity 0.15");
        assertThat(plain.path("signalWeights")).hasSize(25);
        plain.at("/ranking/0/contributions")
                .forEach(part -> assertThat(plain.path("signalWeights")).anySatisfy(weight -> {
                    assertThat(weight.path("signal")).isEqualTo(part.path("signal"));
                    assertThat(weight.path("weight")).isEqualTo(part.path("weight"));
                }));
    }

    @Test
    void shouldGoByTheWeightsOfTheMatchWhereItRankedNobody() throws Exception {
        // Given
        ObjectNode weighed = request();
        weighed.putObject("weights").put("topicAffinity", 0.9);
        Response match = post(brand(), weighed);
        assertThat(match.jsonPath().getList("ranking")).isEmpty();
        UUID creator = TestCreators.publishAndAwait(TestCreators.creator(language));

        // When
        Response standing =
                brand().get("/v1/matches/" + match.jsonPath().getString("matchId") + "/candidates/" + creator);

        // Then
        assertThat(standing.jsonPath()
                        .getDouble("now.creator.contributions.find { it.signal == 'topicAffinity' }.weight"))
                .isEqualTo(0.9);
    }

    @Test
    void shouldTellTheBriefOfTheCampaign() throws Exception {
        // Given
        ObjectNode campaign = TestCampaigns.campaign(organisation, language);
        TestCampaigns.publish(TestCampaigns.PUBLISHED, campaign);
        await().untilAsserted(
                        () -> assertThat(TestCampaigns.matchesOf(campaign)).hasSize(1));
        ObjectNode request = JSON.createObjectNode()
                .put("campaignId", TestCampaigns.id(campaign).toString());

        // When
        JsonNode asked = read(post(brand(), request));
        Response told = brand().get("/v1/matches/"
                + TestCampaigns.matchesOf(campaign)
                        .getFirst()
                        .data()
                        .path("matchId")
                        .asText());

        // Then
        assertSays(asked.path("brief"), campaign.get("brief"));
        assertThat(JSON.readTree(told.asByteArray()).path("brief")).isEqualTo(asked.path("brief"));
        assertThat(TestCampaigns.matchesOf(campaign).getFirst().data().has("brief"))
                .isFalse();
    }

    @Test
    void shouldForgetTheErasedWhomItsBriefNames() {
        // Given
        UUID erased = TestCreators.publishAndAwait(TestCreators.creator(TestCreators.newLanguage()));
        UUID excluded = TestCreators.publishAndAwait(TestCreators.creator(language));
        ObjectNode request = request();
        ObjectNode panel = request.putObject("panel");
        ArrayNode exclude = panel.putArray("exclude");
        exclude.add(erased.toString()).add(excluded.toString());
        panel.putArray("overlaps")
                .addObject()
                .put("oneCreatorId", erased.toString())
                .put("otherCreatorId", excluded.toString())
                .put("people", 10);
        String matchId = post(brand(), request).jsonPath().getString("matchId");
        assertThat(brand().get("/v1/matches/" + matchId).asString()).contains(erased.toString());

        // When
        TestCreators.erase(erased);

        // Then
        Response read = brand().get("/v1/matches/" + matchId);
        assertThat(read.asString()).doesNotContain(erased.toString());
        assertThat(read.header("ETag")).isEqualTo("\"2\"");
        assertThat(read.jsonPath().getList("brief.panel.exclude")).containsExactly(excluded.toString());
        assertThat(read.jsonPath().getList("brief.panel.overlaps")).isEmpty();
        assertThat(read.jsonPath().getInt("redactedCreators")).isEqualTo(1);
        assertThat(read.jsonPath().getList("ranking.redaction")).containsOnlyNulls();
        Response later = post(brand(), request);
        assertThat(later.statusCode()).as(later.asString()).isEqualTo(200);
        assertThat(later.jsonPath().getList("brief.panel.exclude")).containsExactly(excluded.toString());
    }
}

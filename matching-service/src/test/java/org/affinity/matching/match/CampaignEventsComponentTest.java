package org.affinity.matching.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
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

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class CampaignEventsComponentTest {

    private final UUID organisation = UUID.randomUUID();
    private final String language = TestCreators.newLanguage();
    private final ObjectNode campaign = TestCampaigns.campaign(organisation, language);

    @Test
    void shouldMatchAPublishedCampaignAndTellOfIt() {
        // Given
        UUID creator = TestCreators.publishAndAwait(TestCreators.creator(language));

        // When
        TestCampaigns.publish(TestCampaigns.PUBLISHED, campaign);

        // Then
        await().untilAsserted(
                        () -> assertThat(TestCampaigns.matchesOf(campaign)).hasSize(1));
        Events.Published match = TestCampaigns.matchesOf(campaign).getFirst();
        JsonNode data = match.data();
        assertThat(match.type()).isEqualTo("matching.match.completed.v1");
        assertThat(match.sequence()).isEqualTo(1);
        assertThat(match.key()).isEqualTo(data.get("matchId").asText());
        assertThat(data.get("campaignVersion").asLong()).isEqualTo(2);
        assertThat(data.at("/panel/0/creatorId").asText()).isEqualTo(creator.toString());
        assertThat(data.at("/panel/0/price/amount").asText()).isEqualTo("180.00");
        assertThat(data.at("/panel/0").propertyStream().map(Map.Entry::getKey))
                .containsExactlyElementsOf(EventContracts.example(match.type())
                        .at("/panel/0")
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .toList());
        Response read = asBrand("/v1/matches/" + match.key());
        assertThat(read.jsonPath().getString("campaignId"))
                .isEqualTo(TestCampaigns.id(campaign).toString());
        assertThat(asBrand("/v1/matches?campaignId=" + TestCampaigns.id(campaign))
                        .jsonPath()
                        .getList("items.matchId"))
                .containsExactly(match.key());
    }

    @Test
    void shouldKeepToThePanelThatTheCampaignAsksFor() {
        // Given
        UUID unwanted = TestCreators.publishAndAwait(TestCreators.creator(language));
        UUID wanted = TestCreators.publishAndAwait(TestCreators.creator(language));
        ((ObjectNode) campaign.get("brief"))
                .putObject("panel")
                .putArray("exclude")
                .add(unwanted.toString());

        // When
        TestCampaigns.publish(TestCampaigns.PUBLISHED, campaign);

        // Then
        await().untilAsserted(
                        () -> assertThat(TestCampaigns.matchesOf(campaign)).hasSize(1));
        JsonNode panel = TestCampaigns.matchesOf(campaign).getFirst().data().get("panel");
        assertThat(panel.findValuesAsText("creatorId")).containsExactly(wanted.toString());
    }

    @Test
    void shouldMatchBriefsThatWouldBeRefusedToday() {
        // Given
        ObjectNode brief = (ObjectNode) campaign.get("brief");
        brief.put("sector", "9999").putArray("causes").add("nope");
        brief.putArray("competitors").add(brief.get("brand").asText());
        ((ObjectNode) brief.get("audience")).putArray("interests").add("bananas");

        // When
        TestCampaigns.publish(TestCampaigns.PUBLISHED, campaign);

        // Then
        awaitMatchOfVersion(2);
    }

    @Test
    void shouldTellHowManyABriefLeavesOutThatExcludesWhatItWants() {
        // Given
        TestCreators.publishAndAwait(TestCreators.creator(language));
        ObjectNode brief = (ObjectNode) campaign.get("brief");
        brief.putArray("excludedTopics").add("alimentation");
        assertThat(brief.at("/audience/topics/0").asText()).isEqualTo("food");

        // When
        TestCampaigns.publish(TestCampaigns.PUBLISHED, campaign);

        // Then
        await().untilAsserted(
                        () -> assertThat(TestCampaigns.matchesOf(campaign)).hasSize(1));
        JsonNode data = TestCampaigns.matchesOf(campaign).getFirst().data();
        assertThat(data.get("panel")).isEmpty();
        assertThat(data.get("rejected"))
                .filteredOn(rejected -> rejected.get("rule").asText().equals("excluded-topic"))
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.get("count").asInt()).isPositive());
    }

    @Test
    void shouldMatchAVersionOnceHoweverOftenItIsTold() {
        // Given
        String eventId = UUID.randomUUID().toString();
        UUID campaignId = TestCampaigns.id(campaign);

        // When
        Events.publishAs(eventId, TestCampaigns.PUBLISHED, campaignId, 2, campaign);
        Events.publishAs(eventId, TestCampaigns.PUBLISHED, campaignId, 2, campaign);
        Events.publish(TestCampaigns.PUBLISHED, campaignId, 2, campaign);
        TestCampaigns.publish(TestCampaigns.PUBLISHED, campaign.put("version", 3));

        // Then
        awaitMatchOfVersion(3);
        assertThat(matchedVersions()).containsExactly(2L, 3L);
    }

    @Test
    void shouldNotMatchAgainWhatIsToldAgainWithoutAnErasedCreator() {
        // Given
        TestCampaigns.publish(TestCampaigns.PUBLISHED, campaign);
        awaitMatchOfVersion(2);

        // When
        TestCampaigns.publish(
                TestCampaigns.PUBLISHED, campaign.deepCopy().put("version", 3).put("redaction", "ERASED"));
        TestCampaigns.publish(TestCampaigns.PUBLISHED, campaign.put("version", 4));

        // Then
        awaitMatchOfVersion(4);
        assertThat(matchedVersions()).containsExactly(2L, 4L);
    }

    @Test
    void shouldPassOverAPublicationThatComesAfterTheEnd() {
        // Given
        TestCampaigns.publish(TestCampaigns.CLOSED, campaign.put("version", 4));

        // When
        TestCampaigns.publish(TestCampaigns.PUBLISHED, campaign.put("version", 2));
        TestCampaigns.publish(TestCampaigns.PUBLISHED, campaign.put("version", 5));

        // Then
        awaitMatchOfVersion(5);
        assertThat(matchedVersions()).containsExactly(5L);
    }

    @Test
    void shouldPassOverTypesAndFieldsThatItDoesNotKnow() {
        // Given
        UUID campaignId = TestCampaigns.id(campaign);

        // When
        Events.publish("campaign.campaign.renamed.v1", campaignId, 2, "{}");
        TestCampaigns.publish(TestCampaigns.PUBLISHED, campaign.put("mood", "cheerful"));

        // Then
        awaitMatchOfVersion(2);
        assertThat(matchedVersions()).containsExactly(2L);
    }

    @Test
    void shouldLeaveNothingOfACampaignThatCannotBeMatched() {
        // Given
        ObjectNode broken = campaign.deepCopy();
        ((ObjectNode) broken.get("brief")).putArray("objectives");

        // When
        TestCampaigns.publish(TestCampaigns.PUBLISHED, broken);

        // Then
        await().untilAsserted(() ->
                assertThat(deadLetterKeys()).contains(TestCampaigns.id(campaign).toString()));
        TestCampaigns.publish(TestCampaigns.PUBLISHED, campaign);
        awaitMatchOfVersion(2);
    }

    private void awaitMatchOfVersion(long version) {
        await().untilAsserted(() -> assertThat(matchedVersions()).contains(version));
    }

    private List<Long> matchedVersions() {
        return TestCampaigns.matchesOf(campaign).stream()
                .map(event -> event.data().get("campaignVersion").asLong())
                .sorted()
                .toList();
    }

    private static List<String> deadLetterKeys() {
        return given().header("Authorization", "Bearer " + Tokens.operator())
                .get("/v1/matching-dead-letters?limit=200")
                .jsonPath()
                .getList("items.key");
    }

    private Response asBrand(String path) {
        return given().header("Authorization", "Bearer " + Tokens.brand(organisation))
                .get(path);
    }
}

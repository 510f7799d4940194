package org.affinity.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** Proposals: read from matching's events, shown over HTTP. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class ProposalComponentTest {

    private final UUID brand = Driver.id();
    private final UUID creator = Driver.id();

    @Test
    void shouldShowMechanicAndPanelOnceMatched() {
        // Given
        UUID campaignId = Driver.published(brand);
        proposalOf(campaignId).then().statusCode(404);
        ObjectNode match = Driver.match(brand, campaignId, creator);

        // When
        publish(match, 1);

        // Then
        Driver.awaitProposal(brand, campaignId, match);
        proposalOf(campaignId)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("campaignId", equalTo(campaignId.toString()))
                .body("mechanic.type", equalTo("PAID_POST"))
                .body("eligibleCount", equalTo(87))
                .body("rejected[0].rule", equalTo("platform"))
                .body("panelCost.amount", equalTo("180.00"))
                .body("panel", hasSize(1))
                .body("panel[0].creatorId", equalTo(creator.toString()))
                .body("panel[0].score", equalTo(0.62f))
                .body("panel[0].contributions", hasSize(2))
                .body("panel[0].contributions[0].signal", equalTo("topicAffinity"))
                .body("panel[0].price.amount", equalTo("180.00"));
        Driver.asBrand(brand)
                .get("/v1/campaigns/{id}", campaignId)
                .then()
                .body("state", equalTo("MATCHED"))
                .body("version", equalTo(3));
    }

    @Test
    void shouldKeepTheLatestProposalWhateverTheOrder() {
        // Given
        UUID campaignId = Driver.published(brand);
        ObjectNode earlier = Driver.match(brand, campaignId, creator).put("completedAt", "2027-01-20T10:00:00Z");
        ObjectNode later = Driver.match(brand, campaignId, creator).put("completedAt", "2027-01-20T11:00:00Z");
        ObjectNode stale = Driver.match(brand, campaignId, creator)
                .put("campaignVersion", 1)
                .put("completedAt", "2027-01-20T12:00:00Z");

        // When
        publish(later, 1);
        Driver.awaitProposal(brand, campaignId, later);
        publish(earlier, 1);
        publish(stale, 1);
        publish(later, 1);
        awaitPassed(earlier);
        awaitPassed(stale);
        awaitPassed(later);

        // Then
        proposalOf(campaignId)
                .then()
                .body("matchId", equalTo(later.get("matchId").asText()))
                .body("version", equalTo(1));
    }

    @Test
    void shouldReplaceProposalByLaterOne() {
        // Given
        UUID campaignId = Driver.matched(brand, creator);
        ObjectNode later =
                Driver.match(brand, campaignId, creator, Driver.id()).put("completedAt", "2027-01-20T11:00:00Z");

        // When
        publish(later, 1);

        // Then
        Driver.awaitProposal(brand, campaignId, later);
        proposalOf(campaignId).then().header("ETag", equalTo("\"2\"")).body("panel", hasSize(2));
    }

    @Test
    void shouldTakeEffectOnceForOneEvent() {
        // Given
        UUID campaignId = Driver.published(brand);
        ObjectNode first = Driver.match(brand, campaignId, creator);
        UUID matchId = UUID.fromString(first.get("matchId").asText());
        String eventId = Events.publish(Driver.MATCHED, matchId, 1, first);
        Driver.awaitProposal(brand, campaignId, first);
        ObjectNode sameEvent = Driver.match(brand, campaignId).put("completedAt", "2027-01-20T11:00:00Z");

        // When
        Events.publishAs(eventId, Driver.MATCHED, matchId, 2, sameEvent);
        awaitPassed(first);

        // Then
        proposalOf(campaignId).then().body("panel", hasSize(1)).body("version", equalTo(1));
    }

    @Test
    void shouldPassOverWhatIsNotForThisService() {
        // Given
        UUID draft = Driver.draft(brand);
        ObjectNode forNobody = Driver.match(brand, Driver.id(), creator);
        ObjectNode withoutCampaign = Driver.match(brand, Driver.id(), creator).putNull("campaignId");
        ObjectNode forDraft = Driver.match(brand, draft, creator);

        // When
        Events.publish(
                "matching.match.applauded.v1",
                UUID.fromString(forNobody.get("matchId").asText()),
                1,
                "{}".getBytes(StandardCharsets.UTF_8));
        publish(forNobody, 1);
        publish(withoutCampaign, 1);
        publish(forDraft, 1);
        awaitPassed(forNobody);
        awaitPassed(withoutCampaign);
        awaitPassed(forDraft);

        // Then
        proposalOf(draft).then().statusCode(404);
        Driver.asBrand(brand).get("/v1/campaigns/{id}", draft).then().body("state", equalTo("DRAFT"));
        assertThat(deadLettersWith(forNobody.get("matchId").asText())).isZero();
        assertThat(deadLettersWith(withoutCampaign.get("matchId").asText())).isZero();
    }

    @Test
    void shouldKeepNothingOfAnEventThatFailsBeforeCommit() {
        // Given
        UUID campaignId = Driver.published(brand);
        ObjectNode broken = Driver.match(Driver.id(), campaignId, creator);

        // When
        publish(broken, 1);

        // Then
        await().atMost(Driver.PATIENCE)
                .untilAsserted(
                        () -> assertThat(deadLettersWith(broken.get("matchId").asText()))
                                .isEqualTo(1));
        proposalOf(campaignId).then().statusCode(404);
        Driver.asBrand(brand).get("/v1/campaigns/{id}", campaignId).then().body("state", equalTo("PUBLISHED"));
        ObjectNode mended = Driver.match(brand, campaignId, creator);
        publish(mended, 1);
        Driver.awaitProposal(brand, campaignId, mended);
    }

    @Test
    void shouldKeepClosedCampaignClosed() {
        // Given
        UUID campaignId = Driver.published(brand);
        Driver.asBrand(brand).post("/v1/campaigns/{id}/closure", campaignId);
        ObjectNode late = Driver.match(brand, campaignId, creator);

        // When
        publish(late, 1);

        // Then
        Driver.awaitProposal(brand, campaignId, late);
        Driver.asBrand(brand).get("/v1/campaigns/{id}", campaignId).then().body("state", equalTo("CLOSED"));
    }

    @Test
    void shouldPassOverAMatchMadeAfterTheClosure() {
        // Given
        UUID campaignId = Driver.published(brand);
        Driver.asBrand(brand).post("/v1/campaigns/{id}/closure", campaignId);
        ObjectNode tooLate = Driver.match(brand, campaignId, creator).put("completedAt", "2090-01-20T10:00:00Z");

        // When
        publish(tooLate, 1);
        awaitPassed(tooLate);

        // Then
        proposalOf(campaignId).then().statusCode(404);
        assertThat(deadLettersWith(tooLate.get("matchId").asText())).isZero();
    }

    @Test
    void shouldRefuseOthersThanTheOrganisation() {
        // Given
        UUID campaignId = Driver.matched(brand, creator);

        // When
        Response response = Driver.asCreator(creator).get("/v1/campaigns/{id}/proposal", campaignId);

        // Then
        response.then().statusCode(403);
        given().get("/v1/campaigns/{id}/proposal", campaignId).then().statusCode(401);
        Driver.as(Tokens.operator())
                .get("/v1/campaigns/{id}/proposal", campaignId)
                .then()
                .statusCode(200);
    }

    private Response proposalOf(UUID campaignId) {
        return Driver.asBrand(brand).get("/v1/campaigns/{id}/proposal", campaignId);
    }

    private static void publish(ObjectNode match, long sequence) {
        Events.publish(Driver.MATCHED, UUID.fromString(match.get("matchId").asText()), sequence, match);
    }

    /** Waits until the consumer has passed everything sent with a match so far: one key is one partition in order. */
    private static void awaitPassed(ObjectNode match) {
        UUID other = Driver.id();
        UUID campaignId = Driver.published(other);
        ObjectNode marker = Driver.match(other, campaignId);
        Events.publish(Driver.MATCHED, UUID.fromString(match.get("matchId").asText()), 1, marker);
        Driver.awaitProposal(other, campaignId, marker);
    }

    private static long deadLettersWith(String key) {
        return Driver.as(Tokens.operator())
                .get("/v1/campaign-dead-letters?limit=200")
                .jsonPath()
                .getList("items.key", String.class)
                .stream()
                .filter(key::equals)
                .count();
    }
}

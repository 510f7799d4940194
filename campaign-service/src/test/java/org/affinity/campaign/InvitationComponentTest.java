package org.affinity.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.campaign.creator.CreatorDirectory;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** Invitations over HTTP: personal, and at most one for each creator. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class InvitationComponentTest {

    private static final String INVITED = "campaign.collaboration.invited.v1";

    private final UUID brand = Driver.id();
    private final UUID lea = Driver.id();
    private final UUID tom = Driver.id();
    private final CreatorDirectory directory;

    InvitationComponentTest(CreatorDirectory directory) {
        this.directory = directory;
    }

    @Test
    void shouldInviteWholePanelEachInPerson() {
        // Given
        know(Driver.creator(lea, 1, "Léa", "fr-FR"));
        know(Driver.creator(tom, 1, "Tom", "en"));
        UUID campaignId = Driver.matched(brand, lea, tom);

        // When
        Response response = invite(campaignId, "{}");

        // Then
        response.then()
                .statusCode(201)
                .header("Location", containsString("/v1/collaborations?campaignId=" + campaignId))
                .body("items.creatorId", contains(lea.toString(), tom.toString()))
                .body("items.state", contains("INVITED", "INVITED"))
                .body("items.version", contains(1, 1))
                .body("items[0].fee.amount", equalTo("180.00"))
                .body("items[0].message", containsString("Bonjour Léa,"))
                .body("items[1].message", containsString("Hello Tom,"))
                .body("alreadyInvited", empty())
                .body("notContactable", empty())
                .body("notYetKnown", empty())
                .body("withdrawn", empty());
        UUID collaborationId = response.jsonPath().getUUID("items[0].collaborationId");
        Events.Published event = Events.await(INVITED, collaborationId);
        assertThat(event.sequence()).isEqualTo(1);
        assertThat(event.data().get("creatorId").asText()).isEqualTo(lea.toString());
        assertThat(event.data().at("/fee/amount").asText()).isEqualTo("180.00");
        assertThat(event.data().get("state").asText()).isEqualTo("INVITED");
        assertThat(event.data().has("message")).isFalse();
    }

    @Test
    void shouldInviteListedCreatorsWithOwnWords() {
        // Given
        know(Driver.creator(tom, 1, "Tom", "en"));
        UUID campaignId = Driver.matched(brand, lea, tom);
        String body = Driver.json("{}").toString();

        // When
        Response response = invite(
                campaignId,
                "{\"creatorIds\": [\"" + tom + "\"], \"message\": \"{{displayName}}/{{platform}}/{{brand}}/{{campaign}}"
                        + "/{{fee}}/{{startsOn}}/{{endsOn}}\"}");

        // Then
        response.then()
                .statusCode(201)
                .body("items.creatorId", contains(tom.toString()))
                .body(
                        "items[0].message",
                        equalTo("Tom/INSTAGRAM/Alpine Shoes/Spring trails/180.00 EUR/2090-03-01/2090-03-31"));
        invite(campaignId, body).then().body("alreadyInvited", contains(tom.toString()));
    }

    @Test
    void shouldNotInviteAnyoneTwice() {
        // Given
        UUID campaignId = Driver.matched(brand, lea, tom);
        List<String> first = invite(campaignId, "{}").jsonPath().getList("items.collaborationId");

        // When
        Response response = invite(campaignId, "{\"message\": \"Again, {{handle}}\"}");

        // Then
        response.then()
                .statusCode(201)
                .body("items.collaborationId", equalTo(first))
                .body("alreadyInvited", contains(lea.toString(), tom.toString()));
        assertThat(Driver.asBrand(brand)
                        .get("/v1/collaborations?campaignId=" + campaignId)
                        .jsonPath()
                        .getList("items"))
                .hasSize(2);
        assertThat(Events.published(INVITED, UUID.fromString(first.getFirst()))).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void shouldNotInviteWhoDoesNotWantToBeWrittenTo() {
        // Given
        ObjectNode silent = Driver.creator(lea, 1, "Léa", "fr");
        silent.putArray("contactChannels");
        ObjectNode unsaid = Driver.creator(tom, 1, "Tom", "en");
        unsaid.remove("contactChannels");
        know(silent);
        know(unsaid);
        UUID campaignId = Driver.matched(brand, lea, tom);

        // When
        Response response = invite(campaignId, "{}");

        // Then
        response.then()
                .statusCode(201)
                .body("items.creatorId", contains(tom.toString()))
                .body("notContactable", contains(lea.toString()))
                .body("withdrawn", empty());
    }

    @Test
    void shouldNotInviteWhoHasLeft() {
        // Given
        know(Driver.creator(lea, 1, "Léa", "fr").put("state", "WITHDRAWN"));
        UUID campaignId = Driver.matched(brand, lea, tom);

        // When
        Response response = invite(campaignId, "{}");

        // Then
        response.then()
                .statusCode(201)
                .body("items.creatorId", contains(tom.toString()))
                .body("withdrawn", contains(lea.toString()));
    }

    @Test
    void shouldInviteNobodyOfWhomItDoesNotKnowWhetherTheyMayBe() {
        // Given: the copy of creators is being built again, and one is not there yet
        UUID campaignId = Driver.matched(brand, lea, tom);
        Tenancy.asSystem(() -> directory.forget(lea));

        // When
        Response response = invite(campaignId, "{}");

        // Then
        response.then()
                .statusCode(201)
                .body("items.creatorId", contains(tom.toString()))
                .body("notYetKnown", contains(lea.toString()));
        know(Driver.creator(lea, 2, "Léa", "fr"));
        invite(campaignId, "{}")
                .then()
                .body("items.creatorId", contains(lea.toString(), tom.toString()))
                .body("notYetKnown", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "Dear creators we need you, personal",
        "Hello {{displayName}} {{surname}}, knownPlaceholder",
        "Hello {{displayName}} {{, balancedBraces"
    })
    void shouldRefuseMessageThatIsNotPersonal(String message, String rule) {
        // Given
        UUID campaignId = Driver.matched(brand, lea);

        // When
        Response response = invite(campaignId, "{\"message\": \"" + message + "\"}");

        // Then
        response.then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/message"))
                .body("errors[0].rule", equalTo(rule));
        Driver.asBrand(brand)
                .get("/v1/collaborations?campaignId=" + campaignId)
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void shouldNameUnknownPlaceholder() {
        // Given
        UUID campaignId = Driver.matched(brand, lea);

        // When
        Response response = invite(campaignId, "{\"message\": \"Hello {{displayName}} {{surname}}\"}");

        // Then
        response.then().body("errors[0].detail", containsString("{{surname}}"));
    }

    @Test
    void shouldRefuseCreatorsOutsideThePanel() {
        // Given
        UUID campaignId = Driver.matched(brand, lea);

        // When
        Response response = invite(campaignId, "{\"creatorIds\": [\"" + lea + "\", \"" + tom + "\"]}");

        // Then
        response.then()
                .statusCode(422)
                .body("errors.pointer", contains("/creatorIds/1"))
                .body("errors[0].rule", equalTo("inPanel"));
        invite(campaignId, "{\"creatorIds\": []}").then().statusCode(422);
        invite(campaignId, "{\"creatorIds\": [\"lea\"]}").then().statusCode(422);
        invite(campaignId, "").then().statusCode(400);
    }

    @Test
    void shouldRefuseCampaignThatIsNotReadyOrOver() {
        // Given
        Map<String, UUID> campaigns = Map.of(
                "campaign-not-published", Driver.draft(brand),
                "campaign-not-matched", Driver.published(brand),
                "campaign-already-closed", closed());

        // When
        campaigns.forEach((problem, campaignId) -> invite(campaignId, "{}")
                .then()
                // Then
                .statusCode(409)
                .body("type", equalTo("urn:affinity:problem:" + problem)));
        invite(Driver.id(), "{}").then().statusCode(404);
    }

    private UUID closed() {
        UUID campaignId = Driver.matched(brand, lea);
        Driver.asBrand(brand)
                .post("/v1/campaigns/{id}/closure", campaignId)
                .then()
                .statusCode(200);
        return campaignId;
    }

    @Test
    void shouldReplayForOneIdempotencyKey() {
        // Given
        UUID campaignId = Driver.matched(brand, lea);
        String key = Driver.id().toString();
        Response first = inviteWithKey(campaignId, key, "{}");

        // When
        Response second = inviteWithKey(campaignId, key, "{}");

        // Then
        second.then().statusCode(201).body("alreadyInvited", empty());
        assertThat(second.asString()).isEqualTo(first.asString());
        inviteWithKey(campaignId, key, "{\"message\": \"Hi {{handle}}\"}")
                .then()
                .statusCode(422);
    }

    @Test
    void shouldRefuseOtherRoles() {
        // Given
        UUID campaignId = Driver.matched(brand, lea);

        // When
        List<Integer> statuses = List.of(Tokens.creator(lea), Tokens.partner(brand), Tokens.operator()).stream()
                .map(token -> Driver.as(token)
                        .body("{}")
                        .post("/v1/campaigns/{id}/invitations", campaignId)
                        .statusCode())
                .toList();

        // Then
        assertThat(statuses).containsExactly(403, 403, 403);
        given().contentType("application/json")
                .body("{}")
                .post("/v1/campaigns/{id}/invitations", campaignId)
                .then()
                .statusCode(401);
    }

    private Response invite(UUID campaignId, String body) {
        return Driver.asBrand(brand).body(body).post("/v1/campaigns/{id}/invitations", campaignId);
    }

    private Response inviteWithKey(UUID campaignId, String key, String body) {
        return Driver.asBrand(brand)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/campaigns/{id}/invitations", campaignId);
    }

    private void know(ObjectNode creator) {
        UUID id = UUID.fromString(creator.get("creatorId").asText());
        Events.publish(Driver.CREATOR_UPDATED, id, 1, creator);
        await().atMost(Driver.PATIENCE)
                .untilAsserted(() -> Tenancy.asSystem(
                        () -> assertThat(directory.find(List.of(id))).containsKey(id)));
    }
}

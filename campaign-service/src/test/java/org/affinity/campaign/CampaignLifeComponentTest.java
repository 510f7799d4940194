package org.affinity.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Drafts are revised, published and closed, and events tell of it. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class CampaignLifeComponentTest {

    private static final String PUBLISHED = "campaign.campaign.published.v1";
    private static final String CLOSED = "campaign.campaign.closed.v1";

    private final UUID brand = Driver.id();

    @Test
    void shouldReviseDraft() {
        // Given
        UUID campaignId = Driver.draft(brand);

        // When
        Response response = revise(campaignId, "\"1\"", Driver.campaign().put("name", "Summer trails"));

        // Then
        response.then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("name", equalTo("Summer trails"))
                .body("version", equalTo(2));
        revise(campaignId, "\"1\"", Driver.campaign()).then().statusCode(412);
        revise(campaignId, null, Driver.campaign()).then().statusCode(428);
        revise(Driver.id(), "\"1\"", Driver.campaign()).then().statusCode(404);
        revise(campaignId, "\"2\"", Driver.campaign().put("name", " ")).then().statusCode(422);
    }

    @Test
    void shouldRefuseToReviseWhatIsPublished() {
        // Given
        UUID campaignId = Driver.published(brand);

        // When
        Response response = revise(campaignId, "\"2\"", Driver.campaign());

        // Then
        response.then().statusCode(409).body("type", equalTo("urn:affinity:problem:campaign-not-draft"));
    }

    private Response revise(UUID campaignId, String version, ObjectNode body) {
        var request = Driver.asBrand(brand).body(body.toString());
        return (version == null ? request : request.header("If-Match", version)).put("/v1/campaigns/{id}", campaignId);
    }

    @Test
    void shouldPublishCampaignWithItsEvent() {
        // Given
        UUID campaignId = Driver.draft(brand);

        // When
        Response response = Driver.asBrand(brand).post("/v1/campaigns/{id}/publication", campaignId);

        // Then
        response.then().statusCode(200).header("ETag", equalTo("\"2\"")).body("state", equalTo("PUBLISHED"));
        Events.Published event = Events.await(PUBLISHED, campaignId);
        assertThat(event.sequence()).isEqualTo(2);
        assertThat(event.data().get("version").asLong()).isEqualTo(2);
        assertThat(event.data().get("state").asText()).isEqualTo("PUBLISHED");
        assertThat(event.data().get("organisationId").asText()).isEqualTo(brand.toString());
        assertThat(event.data().get("publishedAt").asText())
                .isEqualTo(response.jsonPath().getString("publishedAt"));
        assertThat(event.data().at("/brief/objectives/0/objectiveId").asText())
                .isEqualTo(response.jsonPath().getString("brief.objectives[0].objectiveId"));
        Driver.asBrand(brand)
                .post("/v1/campaigns/{id}/publication", campaignId)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:affinity:problem:campaign-not-draft"));
        assertThat(Events.published(PUBLISHED, campaignId)).hasSize(1);
    }

    @Test
    void shouldReplayPublicationForOneIdempotencyKey() {
        // Given
        UUID campaignId = Driver.draft(brand);
        String key = Driver.id().toString();
        Response first =
                Driver.asBrand(brand).header("Idempotency-Key", key).post("/v1/campaigns/{id}/publication", campaignId);

        // When
        Response second =
                Driver.asBrand(brand).header("Idempotency-Key", key).post("/v1/campaigns/{id}/publication", campaignId);

        // Then
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    @Test
    void shouldRefuseToPublishWhatHasEnded() {
        // Given
        ObjectNode body = Driver.campaign();
        Driver.replace(body, "/brief/startsOn", Driver.json("\"2020-03-01\""));
        Driver.replace(body, "/brief/endsOn", Driver.json("\"2020-03-31\""));
        UUID campaignId = Driver.draft(brand, body);

        // When
        Response response = Driver.asBrand(brand).post("/v1/campaigns/{id}/publication", campaignId);

        // Then
        response.then().statusCode(409).body("type", equalTo("urn:affinity:problem:campaign-ended"));
    }

    @Test
    void shouldCloseCampaignWithItsEvent() {
        // Given
        UUID campaignId = Driver.published(brand);

        // When
        Response response = Driver.asBrand(brand).post("/v1/campaigns/{id}/closure", campaignId);

        // Then
        response.then().statusCode(200).header("ETag", equalTo("\"3\"")).body("state", equalTo("CLOSED"));
        Events.Published event = Events.await(CLOSED, campaignId);
        assertThat(event.sequence()).isEqualTo(3);
        assertThat(event.data().get("closedAt").asText())
                .isEqualTo(response.jsonPath().getString("closedAt"));
        assertThat(event.data().get("state").asText()).isEqualTo("CLOSED");
        Driver.asBrand(brand)
                .post("/v1/campaigns/{id}/closure", campaignId)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:affinity:problem:campaign-already-closed"));
    }

    @Test
    void shouldRefuseToCloseDraft() {
        // Given
        UUID campaignId = Driver.draft(brand);

        // When
        Response response = Driver.asBrand(brand).post("/v1/campaigns/{id}/closure", campaignId);

        // Then
        response.then()
                .statusCode(409)
                .body("type", equalTo("urn:affinity:problem:campaign-not-published"))
                .body("title", equalTo("The campaign has not been published"));
    }
}

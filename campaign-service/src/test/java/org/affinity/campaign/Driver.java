package org.affinity.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Arc;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.affinity.campaign.creator.CreatorDirectory;
import org.affinity.kit.config.IdGenerator;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Does through the API and the broker what callers and other services do, so that a test starts where it wants. */
final class Driver {

    static final String MATCHED = "matching.match.completed.v1";
    static final String CREATOR_UPDATED = "profile.creator.updated.v1";
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final IdGenerator IDS = new IdGenerator();

    private Driver() {}

    static UUID id() {
        return IDS.next();
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    static RequestSpecification asBrand(UUID organisationId) {
        return as(Tokens.brand(organisationId));
    }

    static RequestSpecification asCreator(UUID creatorId) {
        return as(Tokens.creator(creatorId));
    }

    /** The body of a campaign that breaks no rule. */
    static ObjectNode campaign() {
        return (ObjectNode) json("""
                {
                  "name": "Spring trails",
                  "brief": {
                    "brand": "Alpine Shoes",
                    "description": "Show our new trail shoe on your favourite path.",
                    "objectives": [{"aim": "VISIBILITY", "kpi": "IMPRESSIONS", "target": "50000"}],
                    "audience": {"countries": ["FR"], "languages": ["fr"], "topics": ["Running"]},
                    "platforms": ["INSTAGRAM", "TIKTOK"],
                    "tiers": ["NANO"],
                    "engagementType": "PAID",
                    "budget": {"amount": "5000.00", "currency": "EUR"},
                    "maxCreators": 10,
                    "startsOn": "2090-03-01",
                    "endsOn": "2090-03-31"
                  }
                }""");
    }

    /** The body of a campaign that uses everything a brief may ask. */
    static ObjectNode detailedCampaign() {
        ObjectNode campaign = campaign();
        ObjectNode brief = (ObjectNode) campaign.get("brief");
        ((ObjectNode) brief.get("audience")).setAll((ObjectNode) json("""
                {
                  "ageBands": ["18-24", "65+"],
                  "genders": ["FEMALE"],
                  "cities": [{"country": "FR", "city": "Annecy"}],
                  "interests": ["210", "80DV8O"],
                  "minimumShare": 0.25
                }"""));
        brief.setAll((ObjectNode) json("""
                {
                  "sector": "1123",
                  "formats": ["REEL", "STORY"],
                  "competitors": ["Sommet"],
                  "exclusivityDays": 180,
                  "causes": ["environment"],
                  "place": {"country": "FR", "city": "Annecy"},
                  "habits": [{"question": "sports", "anyOf": ["running", "hiking"]}],
                  "excludedTopics": ["gambling"],
                  "solicitationCap": {"openInvitations": 2, "invitationsLast30Days": null},
                  "exposure": {"policy": "ROTATE", "seed": 42, "tolerance": 0.02},
                  "panel": {
                    "mustInclude": ["01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11"],
                    "exclude": ["01977b7e-3c52-7bd1-9a53-0c0d1f6a2b12"],
                    "quotas": [{"dimension": "TIER", "value": "NANO", "min": 2, "max": 5}],
                    "minSmallShare": 0.5,
                    "maxShareOfBudget": 0.4,
                    "overlaps": [{
                      "oneCreatorId": "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b11",
                      "otherCreatorId": "01977b7e-3c52-7bd1-9a53-0c0d1f6a2b13",
                      "people": 1200
                    }]
                  }
                }"""));
        return campaign;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static UUID draft(UUID organisationId) {
        return draft(organisationId, campaign());
    }

    static UUID draft(UUID organisationId, ObjectNode campaign) {
        Response response = asBrand(organisationId).body(campaign.toString()).post("/v1/campaigns");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return response.jsonPath().getUUID("campaignId");
    }

    static UUID published(UUID organisationId) {
        UUID campaignId = draft(organisationId);
        asBrand(organisationId)
                .post("/v1/campaigns/{id}/publication", campaignId)
                .then()
                .statusCode(200);
        return campaignId;
    }

    /** A campaign that matching has answered with a panel of these creators. */
    static UUID matched(UUID organisationId, UUID... creatorIds) {
        know(creatorIds);
        UUID campaignId = published(organisationId);
        ObjectNode match = match(organisationId, campaignId, creatorIds);
        Events.publish(MATCHED, UUID.fromString(match.get("matchId").asText()), 1, match);
        awaitProposal(organisationId, campaignId, match);
        return campaignId;
    }

    /** Tells of the creators that no test has told of. */
    private static void know(UUID... creatorIds) {
        List<UUID> unknown = new ArrayList<>(List.of(creatorIds));
        unknown.removeAll(known(unknown));
        unknown.forEach(id -> Events.publish(CREATOR_UPDATED, id, 1, creator(id, 1, "handle." + id, "en")));
        await().atMost(PATIENCE).until(() -> known(unknown).containsAll(unknown));
    }

    private static Set<UUID> known(List<UUID> creatorIds) {
        try {
            return Tenancy.callAsSystem(() -> Arc.container()
                    .instance(CreatorDirectory.class)
                    .get()
                    .find(creatorIds)
                    .keySet());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static void awaitProposal(UUID organisationId, UUID campaignId, ObjectNode match) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(asBrand(organisationId)
                                .get("/v1/campaigns/{id}/proposal", campaignId)
                                .jsonPath()
                                .getString("matchId"))
                        .isEqualTo(match.get("matchId").asText()));
    }

    /** What matching says of a campaign, with a new run and these creators. */
    static ObjectNode match(UUID organisationId, UUID campaignId, UUID... creatorIds) {
        ObjectNode match = ((ObjectNode) EventContracts.example(MATCHED))
                .put("matchId", id().toString())
                .put("campaignId", campaignId.toString())
                .put("organisationId", organisationId.toString());
        ObjectNode place = (ObjectNode) match.get("panel").get(0);
        ArrayNode panel = match.putArray("panel");
        for (UUID creatorId : creatorIds) {
            panel.add(place.deepCopy()
                    .put("rank", panel.size() + 1)
                    .put("creatorId", creatorId.toString())
                    .put("accountId", new UUID(creatorId.getMostSignificantBits(), panel.size()).toString())
                    .put("handle", "handle." + creatorId));
        }
        return match;
    }

    /** A campaign with the collaborations that come of inviting these creators, in their order. */
    static List<UUID> invited(UUID organisationId, UUID... creatorIds) {
        UUID campaignId = matched(organisationId, creatorIds);
        Response response = asBrand(organisationId).body("{}").post("/v1/campaigns/{id}/invitations", campaignId);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return response.jsonPath().getList("items.collaborationId", String.class).stream()
                .map(UUID::fromString)
                .toList();
    }

    static UUID campaignOf(UUID organisationId, UUID collaborationId) {
        return asBrand(organisationId)
                .get("/v1/collaborations/{id}", collaborationId)
                .jsonPath()
                .getUUID("campaignId");
    }

    /** What profile-service says of a creator. */
    static ObjectNode creator(UUID creatorId, long version, String displayName, String language) {
        ObjectNode creator = ((ObjectNode) EventContracts.example(CREATOR_UPDATED))
                .put("creatorId", creatorId.toString())
                .put("version", version)
                .put("displayName", displayName);
        creator.putArray("languages").add(language);
        return creator;
    }

    /** Puts another value into a request. */
    static void replace(ObjectNode body, String pointer, JsonNode value) {
        int last = pointer.lastIndexOf('/');
        JsonNode parent = body.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        if (parent instanceof ObjectNode object) {
            object.set(name, value);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), value);
        }
    }
}

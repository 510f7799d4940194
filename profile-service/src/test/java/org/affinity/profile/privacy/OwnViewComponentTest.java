package org.affinity.profile.privacy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.affinity.profile.ProfileApi.profile;
import static org.affinity.profile.ProfileApi.signUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class OwnViewComponentTest {

    private static final String MATCHED = "matching.match.completed.v1";
    private static final String INVITED = "campaign.collaboration.invited.v1";

    private final UUID creatorId = UUID.randomUUID();

    @Inject
    AgroalDataSource dataSource;

    private final UUID organisation = UUID.randomUUID();

    private void publishMatchAndInvitation() {
        ObjectNode match = EventContracts.example(MATCHED).deepCopy();
        match.put("organisationId", organisation.toString());
        ((ObjectNode) match.at("/panel/0")).put("creatorId", creatorId.toString());
        Events.publish(MATCHED, UUID.randomUUID(), 1, match);
        ObjectNode invitation = EventContracts.example(INVITED).deepCopy();
        invitation.put("organisationId", organisation.toString()).put("creatorId", creatorId.toString());
        Events.publish(INVITED, UUID.randomUUID(), 1, invitation);
    }

    private Response disclosures(String token) {
        return as(token).get("/v1/creators/" + creatorId + "/disclosures?limit=10");
    }

    private Response contest(String token, String field) {
        return as(token)
                .body(Map.of("field", field, "claim", "That is not so.", "evidence", "A letter."))
                .post("/v1/creators/" + creatorId + "/contests");
    }

    @Test
    void shouldShowWhichOrganisationsGotTheData() {
        // Given
        signUp(creatorId, profile(handle()));
        String brand = Tokens.brand(organisation);

        // When
        as(brand).get("/v1/creators/" + creatorId).then().statusCode(200);
        as(brand).get("/v1/creators/" + creatorId).then().statusCode(200);
        as(Tokens.creator(creatorId)).get("/v1/creators/" + creatorId).then().statusCode(200);
        publishMatchAndInvitation();

        // Then
        Awaitility.await()
                .atMost(PrivacyApi.PATIENCE)
                .untilAsserted(() -> disclosures(Tokens.creator(creatorId))
                        .then()
                        .statusCode(200)
                        .body("items.kind", contains("API_READ", "INVITATION", "PROPOSAL"))
                        .body("items.times", contains(2, 1, 1))
                        .body("items.organisationId.unique()", equalTo(List.of(organisation.toString()))));
        Response first = as(Tokens.creator(creatorId)).get("/v1/creators/" + creatorId + "/disclosures?limit=2");
        as(Tokens.creator(creatorId))
                .get("/v1/creators/" + creatorId + "/disclosures?limit=2&cursor=" + first.<String>path("nextCursor"))
                .then()
                .body("items.kind", contains("PROPOSAL"));
        disclosures(Tokens.creator(UUID.randomUUID())).then().statusCode(404);
        disclosures(brand).then().statusCode(403);
        disclosures(Tokens.operator()).then().statusCode(200).body("items", hasSize(3));
    }

    /** Two consumers read one topic: in one group each would get the events of some partitions only. */
    @Test
    void shouldHearOfEveryInvitationWhoeverElseReadsThem() throws Exception {
        // Given
        int invitations = 24;
        signUp(creatorId, profile(handle()));

        // When
        for (int i = 0; i < invitations; i++) {
            UUID collaborationId = UUID.randomUUID();
            ObjectNode invitation = EventContracts.example(INVITED).deepCopy();
            invitation
                    .put("organisationId", organisation.toString())
                    .put("creatorId", creatorId.toString())
                    .put("collaborationId", collaborationId.toString());
            Events.publish(INVITED, collaborationId, 1, invitation);
        }

        // Then
        Awaitility.await()
                .atMost(PrivacyApi.PATIENCE)
                .untilAsserted(
                        () -> disclosures(Tokens.creator(creatorId)).then().body("items.times", contains(invitations)));
        Awaitility.await()
                .atMost(PrivacyApi.PATIENCE)
                .until(() ->
                        PrivacyApi.count(dataSource, "invitation", "creator_id", creatorId.toString()) == invitations);
    }

    @Test
    void shouldMarkAContestedFieldUntilItIsDecidedOn() {
        // Given
        signUp(creatorId, profile(handle()));
        Response opened = contest(Tokens.creator(creatorId), "birthYear");
        String path = "/v1/creators/" + creatorId + "/contests/" + opened.path("contestId");
        var marked = as(Tokens.brand(organisation)).get("/v1/creators/" + creatorId);

        // When
        Response decided = as(Tokens.operator())
                .body(Map.of("outcome", "REJECTED", "reason", "The document says otherwise."))
                .post(path + "/resolution");

        // Then
        opened.then().statusCode(201).body("state", equalTo("OPEN"));
        marked.then().body("contestedFields", contains("birthYear"));
        assertThat(Events.await("profile.creator.updated.v1", creatorId, 2)
                        .data()
                        .path("contestedFields"))
                .isNotNull();
        decided.then().statusCode(200).body("state", equalTo("REJECTED")).body("reason", containsString("otherwise"));
        as(Tokens.creator(creatorId)).get("/v1/creators/" + creatorId).then().body("contestedFields", empty());
        as(Tokens.creator(creatorId)).get(path).then().header("ETag", "\"2\"");
        as(Tokens.operator())
                .body(Map.of("outcome", "CORRECTED", "reason", "Again."))
                .post(path + "/resolution")
                .then()
                .statusCode(409)
                .body("type", containsString("contest-resolved"));
    }

    @Test
    void shouldKeepContestsBetweenTheCreatorAndOperators() {
        // Given
        signUp(creatorId, profile(handle()));
        UUID foreign = UUID.randomUUID();
        signUp(foreign, profile(handle()));
        String path = "/v1/creators/" + creatorId + "/contests";
        String contestId = contest(Tokens.creator(creatorId), "country").path("contestId");

        // When
        Response byForeigner = contest(Tokens.creator(foreign), "country");

        // Then
        byForeigner.then().statusCode(404);
        as(Tokens.creator(foreign)).get(path).then().statusCode(404);
        as(Tokens.creator(foreign)).get(path + "/" + contestId).then().statusCode(404);
        as(Tokens.brand(organisation)).get(path).then().statusCode(403);
        as(Tokens.creator(creatorId))
                .body(Map.of("outcome", "CORRECTED", "reason", "Mine."))
                .post(path + "/" + contestId + "/resolution")
                .then()
                .statusCode(403);
        as(Tokens.operator()).get(path).then().statusCode(200).body("items.contestId", contains(contestId));
        contest(Tokens.creator(creatorId), "no such field!").then().statusCode(422);
    }
}

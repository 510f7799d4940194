package org.affinity.campaign;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What belongs to another tenant cannot be read, listed, changed or told from what does not exist. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class TenancyComponentTest {

    private final UUID owner = Driver.id();
    private final UUID stranger = Driver.id();
    private final UUID creator = Driver.id();
    private final UUID otherCreator = Driver.id();
    private UUID collaborationId;
    private UUID campaignId;
    private Map<String, Object> campaignBefore;

    @BeforeEach
    void createWhatBelongsToTheOwner() {
        collaborationId = Driver.invited(owner, creator).getFirst();
        campaignId = Driver.campaignOf(owner, collaborationId);
        campaignBefore = campaign();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/campaigns/{id}",
        "PUT, /v1/campaigns/{id}",
        "POST, /v1/campaigns/{id}/publication",
        "POST, /v1/campaigns/{id}/closure",
        "GET, /v1/campaigns/{id}/proposal",
        "POST, /v1/campaigns/{id}/invitations"
    })
    void shouldAnswerForForeignCampaignAsForMissingOne(String method, String path) {
        for (String token : strangers()) {
            // Given
            Answer missing = ask(token, method, path, Driver.id());

            // When
            Answer foreign = ask(token, method, path, campaignId);

            // Then
            assertThat(foreign).isEqualTo(missing);
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(campaign()).isEqualTo(campaignBefore);
        }
    }

    @Test
    void shouldAnswerForForeignCollaborationAsForMissingOne() {
        // Given
        List<String> tokens = List.of(Tokens.brand(stranger), Tokens.partner(stranger), Tokens.creator(otherCreator));

        for (String token : tokens) {
            Answer missing = ask(token, "GET", "/v1/collaborations/{id}", Driver.id());

            // When
            Answer foreign = ask(token, "GET", "/v1/collaborations/{id}", collaborationId);

            // Then
            assertThat(foreign).isEqualTo(missing);
            assertThat(foreign.status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"acceptance", "refusal"})
    void shouldLetNoOtherCreatorAnswer(String answer) {
        // Given
        String token = Tokens.creator(otherCreator);
        Answer missing = ask(token, "POST", "/v1/collaborations/{id}/" + answer, Driver.id());

        // When
        Answer foreign = ask(token, "POST", "/v1/collaborations/{id}/" + answer, collaborationId);

        // Then
        assertThat(foreign).isEqualTo(missing);
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(Driver.asCreator(creator)
                        .get("/v1/collaborations/{id}", collaborationId)
                        .jsonPath()
                        .getString("state"))
                .isEqualTo("INVITED");
    }

    @Test
    void shouldListNothingOfOthers() {
        // Given
        List<String> tokens = List.of(
                Tokens.brand(stranger),
                Tokens.agency(stranger, Driver.id()),
                Tokens.partner(stranger),
                Tokens.creator(otherCreator));

        for (String token : tokens) {
            // When
            JsonPath list = Driver.as(token).get("/v1/collaborations").jsonPath();

            // Then
            assertThat(list.getList("items")).isEmpty();
            assertThat(Driver.as(token)
                            .get("/v1/collaborations?campaignId=" + campaignId)
                            .jsonPath()
                            .getList("items"))
                    .isEmpty();
        }
        assertThat(Driver.asBrand(stranger).get("/v1/campaigns").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void shouldNotTakeCursorOfAnotherTenant() {
        // Given
        Driver.draft(owner);
        String cursor =
                Driver.asBrand(owner).get("/v1/campaigns?limit=1").jsonPath().getString("nextCursor");

        // When
        Response response =
                Driver.asBrand(stranger).queryParam("cursor", cursor).get("/v1/campaigns?limit=1");

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
    }

    @Test
    void shouldNotReplayReplyOfAnotherTenant() {
        // Given
        String key = Driver.id().toString();
        Response owned = createWithKey(owner, key);

        // When
        Response response = createWithKey(stranger, key);

        // Then
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.jsonPath().getString("organisationId")).isEqualTo(stranger.toString());
        assertThat(response.jsonPath().getString("campaignId"))
                .isNotEqualTo(owned.jsonPath().getString("campaignId"));
    }

    @Test
    void shouldNotCreateForAnotherTenant() {
        // Given
        List<String> tokens = List.of(Tokens.brand(stranger), Tokens.agency(stranger, Driver.id()));

        for (String token : tokens) {
            Answer unknown = create(token, Driver.id());

            // When
            Answer foreign = create(token, owner);

            // Then
            assertThat(foreign).isEqualTo(unknown);
            assertThat(foreign.status()).isEqualTo(422);
        }
    }

    @Test
    void shouldShowEverythingToAgencyOfTheClientAndToOperator() {
        // Given
        List<String> tokens = List.of(Tokens.agency(stranger, owner), Tokens.operator());

        for (String token : tokens) {
            // When
            Answer answer = ask(token, "GET", "/v1/campaigns/{id}", campaignId);

            // Then
            assertThat(answer.status()).isEqualTo(200);
            assertThat(ask(token, "GET", "/v1/collaborations/{id}", collaborationId)
                            .status())
                    .isEqualTo(200);
        }
    }

    private List<String> strangers() {
        return List.of(Tokens.brand(stranger), Tokens.agency(stranger, Driver.id()));
    }

    private Map<String, Object> campaign() {
        return Driver.asBrand(owner)
                .get("/v1/campaigns/{id}", campaignId)
                .jsonPath()
                .getMap("");
    }

    private static Response createWithKey(UUID organisationId, String key) {
        return Driver.asBrand(organisationId)
                .header("Idempotency-Key", key)
                .body(Driver.campaign().toString())
                .post("/v1/campaigns");
    }

    private static Answer create(String token, UUID organisationId) {
        return Answer.of(Driver.as(token)
                .body(Driver.campaign()
                        .put("organisationId", organisationId.toString())
                        .toString())
                .post("/v1/campaigns"));
    }

    private static Answer ask(String token, String method, String path, UUID id) {
        RequestSpecification request = Driver.as(token);
        if (method.equals("PUT")) {
            request.header("If-Match", "\"3\"").body(Driver.campaign().toString());
        } else if (method.equals("POST")) {
            request.body("{}");
        }
        return Answer.of(request.request(method, path, id));
    }

    /** An answer without what tells one request from another. */
    private record Answer(int status, Map<String, Object> body) {

        static Answer of(Response response) {
            Map<String, Object> body = new TreeMap<>(response.jsonPath().getMap(""));
            body.keySet().removeAll(List.of("instance", "requestId"));
            return new Answer(response.statusCode(), body);
        }
    }
}

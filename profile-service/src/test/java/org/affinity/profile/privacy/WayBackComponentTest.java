package org.affinity.profile.privacy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.privacy.ReceiptSigner;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.affinity.profile.ProfileApi.profile;
import static org.affinity.profile.ProfileApi.signUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/** Partners and operators, after somebody had their data erased. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class WayBackComponentTest {

    private static final UUID PARTNER = UUID.randomUUID();

    private final UUID creatorId = UUID.randomUUID();
    private final String handle = handle();
    private final String externalId = "crm-" + UUID.randomUUID();

    @Inject
    ReceiptSigner signer;

    private ValidatableResponse say(UUID partner, String externalId, String handle) {
        return as(Tokens.partner(partner))
                .body(profile(handle))
                .header("If-Match", "*")
                .put("/v1/partner-creators/" + externalId)
                .then();
    }

    private ValidatableResponse release(Map<String, Object> body) {
        return as(Tokens.operator()).body(body).post("/v1/opt-out-releases").then();
    }

    private Map<String, Object> account() {
        return Map.of("platform", "INSTAGRAM", "handle", handle);
    }

    @Test
    void shouldNotLetAPartnerBringAPersonBackUnderTheIdItHad() {
        // Given
        signUp(creatorId, profile(handle));
        say(PARTNER, externalId, handle).statusCode(201);
        PrivacyApi.erase(creatorId);

        // When
        ValidatableResponse one = say(PARTNER, externalId, handle());
        ValidatableResponse batch = as(Tokens.partner(PARTNER))
                .body(Map.of(
                        "items",
                        List.of(
                                Map.of("externalId", externalId, "creator", profile(handle())),
                                Map.of("externalId", externalId + "-2", "creator", profile(handle())))))
                .post("/v1/partner-creator-batches")
                .then()
                .statusCode(200);

        // Then
        one.statusCode(409).body("type", containsString("opted-out"));
        batch.body("results[0].status", equalTo(409)).body("results[1].outcome", equalTo("CREATED"));
        say(UUID.randomUUID(), externalId, handle()).statusCode(201);
    }

    @Test
    void shouldLetAPersonComeBackWhomAnOperatorKnows() {
        // Given
        signUp(creatorId, profile(handle));
        say(PARTNER, externalId, handle).statusCode(201);
        PrivacyApi.erase(creatorId);
        as(Tokens.creator(UUID.randomUUID()))
                .body(profile(handle))
                .post("/v1/creators")
                .then()
                .statusCode(409);

        // When
        release(Map.of(
                        "accounts",
                        List.of(account()),
                        "partnerRecords",
                        List.of(Map.of("organisationId", PARTNER.toString(), "externalId", externalId)),
                        "reference",
                        "ticket " + externalId))
                .statusCode(201)
                .body("entries", equalTo(2));

        // Then
        signUp(UUID.randomUUID(), profile(handle));
        say(PARTNER, externalId, handle).statusCode(201);
        as(Tokens.creator(creatorId))
                .body(profile(handle()))
                .post("/v1/creators")
                .then()
                .statusCode(409);
        as(Tokens.operator())
                .get("/v1/opt-out-releases?limit=200")
                .then()
                .statusCode(200)
                .body("items.reference", hasItem("ticket " + externalId));
    }

    @Test
    void shouldReleaseNobodyWhoIsNotOnTheListAndForOperatorsOnly() {
        // Given
        Map<String, Object> body = Map.of("accounts", List.of(account()), "reference", "ticket 1");
        // Then
        release(body).statusCode(409).body("type", containsString("not-opted-out"));
        release(Map.of("accounts", List.of(account()), "reference", " ")).statusCode(422);
        release(Map.of(
                        "accounts",
                        List.of(Map.of("platform", "INSTAGRAM", "handle", "two words")),
                        "reference",
                        "ticket 1"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/accounts/0"));
        as(Tokens.creator(creatorId))
                .body(body)
                .post("/v1/opt-out-releases")
                .then()
                .statusCode(403);
        as("none").get("/v1/opt-out-releases").then().statusCode(401);
    }

    @Test
    void shouldTellRecipientsWhenEveryServiceHasErased() {
        // Given
        signUp(creatorId, profile(handle));
        say(PARTNER, externalId, handle).statusCode(201);
        UUID erasureId = PrivacyApi.erase(creatorId);
        String path = "/v1/erasure-requests/" + erasureId;
        as(Tokens.creator(creatorId))
                .get(path)
                .then()
                .body("recipients.organisationId", equalTo(List.of(PARTNER.toString())))
                .body("recipients[0].toldAt", equalTo(null));

        // When
        for (String service : List.of("campaign-service", "matching-service", "reporting-service")) {
            PrivacyApi.publishReceipt(signer, service, erasureId, creatorId);
        }
        PrivacyApi.awaitState(creatorId, path, "COMPLETED");

        // Then
        String completedAt =
                as(Tokens.creator(creatorId)).get(path).then().extract().path("completedAt");
        as(Tokens.creator(creatorId)).get(path).then().body("recipients[0].toldAt", equalTo(completedAt));
        Awaitility.await()
                .atMost(PrivacyApi.PATIENCE)
                .untilAsserted(() -> assertThat(Events.onTopic("profile.erasure-notice").stream()
                                .map(event -> event.data())
                                .filter(data -> data.path("erasureId").asText().equals(erasureId.toString())))
                        .singleElement()
                        .satisfies(data -> {
                            assertThat(data.path("organisationId").asText()).isEqualTo(PARTNER.toString());
                            assertThat(data.path("creatorId").asText()).isEqualTo(creatorId.toString());
                        }));
    }
}

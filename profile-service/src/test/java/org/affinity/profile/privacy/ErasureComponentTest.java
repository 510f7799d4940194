package org.affinity.profile.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.privacy.ReceiptSigner;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.awaitility.Awaitility;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.affinity.profile.ProfileApi.profile;
import static org.affinity.profile.ProfileApi.signUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class ErasureComponentTest {

    private final UUID creatorId = UUID.randomUUID();
    private final String handle = handle();
    private final String name = "Zephyrine " + UUID.randomUUID();

    @Inject
    AgroalDataSource dataSource;

    @Inject
    ReceiptSigner signer;

    private static JsonPath importList(String content) {
        String importId = given().auth()
                .oauth2(Tokens.operator())
                .multiPart("file", "list.csv", content.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/v1/creator-imports")
                .then()
                .statusCode(202)
                .extract()
                .path("importId");
        return Awaitility.await()
                .atMost(PrivacyApi.PATIENCE)
                .until(
                        () -> as(Tokens.operator())
                                .get("/v1/creator-imports/" + importId)
                                .jsonPath(),
                        report -> report.getString("finishedAt") != null);
    }

    private void sign() {
        signUp(
                creatorId,
                Map.of(
                        "displayName",
                        name,
                        "birthYear",
                        1991,
                        "accounts",
                        List.of(Map.of("platform", "INSTAGRAM", "handle", handle, "followers", 4711))));
    }

    @Test
    void shouldLeaveNoTraceInAnyTableAndRetractTheEvents() throws Exception {
        // Given
        sign();
        importList("platform,handle,displayName,followers\nINSTAGRAM," + handle + "," + name + ",4800\nINSTAGRAM,"
                + handle + "," + name + " again,4900\n");
        assertThat(PrivacyApi.tablesWith(dataSource, name)).isNotEmpty();

        // When
        UUID erasureId = PrivacyApi.erase(creatorId);

        // Then
        assertThat(PrivacyApi.tablesWith(dataSource, name)).isEmpty();
        assertThat(PrivacyApi.tablesWith(dataSource, handle)).isEmpty();
        assertThat(PrivacyApi.tablesWith(dataSource, creatorId.toString()))
                .isSubsetOf("erasure_request", "erased_subject", "erasure_receipt", "creator_change");
        as(Tokens.operator()).get("/v1/creators/" + creatorId).then().statusCode(404);
        Awaitility.await()
                .atMost(PrivacyApi.PATIENCE)
                .untilAsserted(() -> assertThat(Events.onTopic("profile.creator").stream()
                                .filter(event -> event.key().equals(creatorId.toString()))
                                .reduce((_, last) -> last)
                                .orElseThrow()
                                .data()
                                .isNull())
                        .isTrue());
        JsonNode told = Events.await("profile.erasure.requested.v1", erasureId).data();
        assertThat(told.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("erasureId", "version", "creatorId", "requestedAt");
    }

    @Test
    void shouldEraseCreatorsWhoTurnedOutToBeTheSamePersonToo() {
        // Given
        sign();
        String otherHandle = handle();
        String otherName = "Under another name " + UUID.randomUUID();
        importList("platform,handle,displayName,followers\nTIKTOK," + otherHandle + "," + otherName + ",4800\n");
        String other = as(Tokens.operator())
                .get("/v1/creators?handle=" + otherHandle)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].creatorId");
        as(Tokens.operator())
                .body(Map.of("creatorId", other, "reason", "one person"))
                .post("/v1/creators/" + creatorId + "/links")
                .then()
                .statusCode(201);

        // When
        PrivacyApi.erase(creatorId);

        // Then
        Awaitility.await().atMost(PrivacyApi.PATIENCE).untilAsserted(() -> {
            assertThat(PrivacyApi.tablesWith(dataSource, otherName)).isEmpty();
            assertThat(PrivacyApi.tablesWith(dataSource, otherHandle)).isEmpty();
        });
        as(Tokens.operator()).get("/v1/creators/" + other).then().statusCode(404);
    }

    @Test
    void shouldNotTakeAnErasedPersonInAgain() {
        // Given
        sign();
        PrivacyApi.erase(creatorId);

        UUID somebodyElse = UUID.randomUUID();
        as(Tokens.creator(somebodyElse))
                .body(profile(handle()))
                .post("/v1/creators")
                .then()
                .statusCode(201);

        // When
        var added = as(Tokens.creator(somebodyElse))
                .body(profile(handle))
                .header("If-Match", "*")
                .put("/v1/creators/" + somebodyElse);
        var again = as(Tokens.creator(creatorId)).body(profile(handle())).post("/v1/creators");
        var otherId = as(Tokens.creator(UUID.randomUUID()))
                .body(profile(handle.toUpperCase(Locale.ROOT)))
                .post("/v1/creators");
        var byOperator = as(Tokens.operator()).body(profile(handle)).post("/v1/creators");
        JsonPath report =
                importList("platform,handle,followers\nINSTAGRAM," + handle + ",1\nINSTAGRAM," + handle() + ",2\n");

        var byPartner = as(Tokens.partner(UUID.randomUUID()))
                .body(Map.of(
                        "displayName", name, "accounts", List.of(Map.of("platform", "INSTAGRAM", "handle", handle))))
                .header("If-Match", "*")
                .put("/v1/partner-creators/left");

        // Then
        byPartner.then().statusCode(409).body("type", containsString("opted-out"));
        added.then().statusCode(409).body("type", containsString("opted-out"));
        again.then().statusCode(409).body("type", containsString("opted-out"));
        otherId.then().statusCode(409).body("type", containsString("opted-out"));
        byOperator.then().statusCode(409).body("type", containsString("opted-out"));
        assertThat(report.getInt("counts.accepted")).isEqualTo(1);
        assertThat(report.getInt("counts.rejected")).isEqualTo(1);
        as(Tokens.operator())
                .get("/v1/creator-imports/" + report.getString("importId") + "/rows?outcome=REJECTED")
                .then()
                .body("items", hasSize(1))
                .body("items[0].reason", equalTo("OPTED_OUT"));
        as(Tokens.operator()).get("/v1/creators?handle=" + handle).then().body("items", hasSize(0));
    }

    @Test
    void shouldBeCompletedByTheReceiptsOfAllServices() throws Exception {
        // Given
        sign();
        UUID erasureId = PrivacyApi.erase(creatorId);
        PrivacyApi.publishReceipt(signer, "campaign-service", erasureId, creatorId);
        PrivacyApi.publishReceipt(signer, "matching-service", erasureId, creatorId);
        JsonPath before = PrivacyApi.awaitState(creatorId, "/v1/erasure-requests/" + erasureId, "IN_PROGRESS");

        // When
        PrivacyApi.publishReceipt(signer, "reporting-service", erasureId, creatorId);

        // Then
        JsonPath after = PrivacyApi.awaitState(creatorId, "/v1/erasure-requests/" + erasureId, "COMPLETED");
        assertThat(before.getList("missing")).contains("reporting-service");
        assertThat(after.getList("missing")).isEmpty();
        assertThat(after.getList("receipts.service")).hasSize(4);
        assertThat(after.getBoolean("overdue")).isFalse();
        assertThat(Instant.parse(after.getString("dueAt")))
                .isAfter(Instant.parse(after.getString("requestedAt")).plusSeconds(27 * 86_400L));
        String jws = after.getString("receipts.find { it.service == 'profile-service' }.signature");
        assertVerifies(jws, creatorId);
    }

    /** As an auditor does it, with a library of their own and the published key. */
    private static void assertVerifies(String jws, UUID creatorId) throws Exception {
        Map<String, Object> key =
                given().get("/v1/profile-receipt-keys").jsonPath().getMap("keys[0]");
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(jws);
        signature.setKey(PublicJsonWebKey.Factory.newPublicJwk(key).getPublicKey());
        assertThat(signature.verifySignature()).isTrue();
        assertThat(signature.getUnverifiedPayload()).contains(creatorId.toString(), "\"table\":\"creator\"");
    }

    @Test
    void shouldKeepARequestWithAFalseReceiptOpen() {
        // Given
        sign();
        UUID erasureId = PrivacyApi.erase(creatorId);
        JsonNode genuine =
                Events.await("profile.erasure-receipt.recorded.v1", erasureId).data();
        var forged = ((com.fasterxml.jackson.databind.node.ObjectNode) genuine.deepCopy())
                .put("service", "campaign-service");

        // When
        Events.publish("campaign.erasure-receipt.recorded.v1", erasureId, 1, forged);

        // Then
        Awaitility.await()
                .atMost(PrivacyApi.PATIENCE)
                .untilAsserted(() -> as(Tokens.operator())
                        .get("/v1/profile-dead-letters?limit=200")
                        .then()
                        .body("items.key", hasItem(erasureId.toString())));
        as(Tokens.creator(creatorId))
                .get("/v1/erasure-requests/" + erasureId)
                .then()
                .body("missing", hasItem("campaign-service"));
    }

    @Test
    void shouldAnswerForeignRequestsLikeMissingOnes() {
        // Given
        sign();
        UUID foreign = UUID.randomUUID();
        signUp(foreign, profile(handle()));
        var byForeigner = as(Tokens.creator(foreign))
                .body("{\"creatorId\": \"" + creatorId + "\"}")
                .post("/v1/erasure-requests");
        UUID erasureId = PrivacyApi.requestErasure(creatorId);

        // When
        var readByForeigner = as(Tokens.creator(foreign)).get("/v1/erasure-requests/" + erasureId);
        var listByForeigner = as(Tokens.creator(foreign)).get("/v1/erasure-requests");
        var readByBrand = as(Tokens.brand(UUID.randomUUID())).get("/v1/erasure-requests/" + erasureId);
        var second = as(Tokens.creator(creatorId)).body("{}").post("/v1/erasure-requests");

        // Then
        byForeigner.then().statusCode(404);
        readByForeigner.then().statusCode(404);
        listByForeigner.then().statusCode(200).body("items", hasSize(0));
        readByBrand.then().statusCode(403);
        second.then().statusCode(409).body("type", containsString("erasure-requested"));
        as(Tokens.operator())
                .get("/v1/erasure-requests?limit=200")
                .then()
                .body("items.erasureId", hasItem(erasureId.toString()));
        as(Tokens.operator()).body("{}").post("/v1/erasure-requests").then().statusCode(422);
    }

    @Test
    void shouldEraseForAnOperatorAndShowWhatIsOverdue() throws Exception {
        // Given
        sign();

        // When
        String erasureId = as(Tokens.operator())
                .body("{\"creatorId\": \"" + creatorId + "\"}")
                .post("/v1/erasure-requests")
                .then()
                .statusCode(202)
                .body("requestedBy", equalTo("OPERATOR"))
                .extract()
                .path("erasureId");
        org.affinity.kit.security.Tenancy.callAsSystem(() -> {
            try (var connection = dataSource.getConnection()) {
                return connection
                        .createStatement()
                        .executeUpdate("update erasure_request set due_at = due_at - interval '2 months' where id = '"
                                + erasureId + "'");
            }
        });

        // Then
        as(Tokens.operator())
                .get("/v1/erasure-requests?overdue=true&limit=200")
                .then()
                .body("items.find { it.erasureId == '%s' }.overdue".formatted(erasureId), equalTo(true));
    }
}

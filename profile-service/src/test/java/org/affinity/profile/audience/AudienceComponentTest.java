package org.affinity.profile.audience;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.affinity.profile.creator.CreatorState;
import org.affinity.profile.imports.Imports;
import org.junit.jupiter.api.Test;

import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.affinity.profile.ProfileApi.profile;
import static org.affinity.profile.ProfileApi.signUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class AudienceComponentTest {

    private static final UUID PARTNER = UUID.randomUUID();

    private final UUID creatorId = UUID.randomUUID();
    private String accountId;

    private void signUpOne() {
        accountId = signUp(creatorId, profile(handle())).extract().path("accounts[0].accountId");
    }

    private static Map<String, Object> distribution(String dimension, Object... shares) {
        var list = new java.util.ArrayList<Map<String, Object>>();
        for (int i = 0; i < shares.length; i += 2) {
            list.add(Map.of("value", shares[i], "share", shares[i + 1]));
        }
        return Map.of("dimension", dimension, "sampleSize", 1000, "shares", list);
    }

    private static Map<String, Object> audience(String source, Object... distributions) {
        var body = new HashMap<String, Object>();
        body.put("observedAt", "2025-06-01T08:00:00Z");
        body.put("distributions", List.of(distributions));
        if (source != null) {
            body.put("source", source);
        }
        return body;
    }

    private String path() {
        return "/v1/creators/" + creatorId + "/accounts/" + accountId + "/audience";
    }

    private ValidatableResponse put(String token, Map<String, Object> body) {
        return as(token).header("If-Match", "*").body(body).put(path()).then();
    }

    @Test
    void shouldTakeOfEachDimensionWhatTheStrongestSourceSaysAndTellIt() {
        // Given
        signUpOne();
        put(
                        Tokens.creator(creatorId),
                        audience(null, distribution("COUNTRY", "FR", 0.9), distribution("GENDER", "FEMALE", 0.6)))
                .statusCode(200)
                .header("ETag", "\"2\"");
        // When
        put(Tokens.partner(PARTNER), audience("NETWORK", distribution("COUNTRY", "FR", 0.74, "BE", 0.11)))
                .statusCode(200);
        // Then
        as(Tokens.brand(UUID.randomUUID()))
                .get(path())
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("distributions.dimension", contains("COUNTRY", "GENDER"))
                .body("distributions.source", contains("NETWORK", "DECLARED"))
                .body("distributions[0].shares.FR", equalTo(0.74f))
                .body("distributions[0].sampleSize", equalTo(1000))
                .body("statements", hasSize(2))
                .body("statements[0].recordedBy", equalTo(PARTNER.toString()));
        JsonNode event = Events.await(CreatorState.UPDATED, creatorId, 3).data();
        assertThat(event.at("/accounts/0/audience/0/shares/BE").asDouble()).isEqualTo(0.11);
    }

    @Test
    void shouldShowHowCredibilityComesAbout() {
        // Given
        signUpOne();
        as(Tokens.creator(creatorId))
                .body(Map.of("observedAt", "2025-06-01T08:00:00Z", "followers", 1000, "following", 4500))
                .post("/v1/creators/" + creatorId + "/accounts/" + accountId + "/snapshots");
        var body = audience("NETWORK");
        body.put("signals", Map.of("suspiciousShare", 0.2));
        // When
        var reply = put(Tokens.operator(), body);
        // Then: 0.4 of 0.8, 0.1 of 0.5 and 0.1 of 5.5/9, over 0.6
        reply.statusCode(200)
                .body("credibility.value", equalTo(0.71852f))
                .body("credibility.ruleVersion", equalTo(1))
                .body("credibility.contributions", hasSize(7))
                .body("credibility.contributions[0].signal", equalTo("SUSPICIOUS_SHARE"))
                .body("credibility.contributions[0].score", equalTo(0.8f))
                .body("credibility.contributions[1].value", nullValue());
        assertThat(Events.await(CreatorState.UPDATED, creatorId, 3)
                        .data()
                        .at("/accounts/0/credibility")
                        .asDouble())
                .isEqualTo(0.71852);
    }

    /** A creator with 1,000 followers who follows 4,500, and of whose followers a fifth is suspicious. */
    private String signUpOneWithCredibility() {
        String handle = handle();
        accountId = signUp(creatorId, profile(handle)).extract().path("accounts[0].accountId");
        as(Tokens.creator(creatorId))
                .body(Map.of("observedAt", "2025-06-01T08:00:00Z", "followers", 1000, "following", 4500))
                .post("/v1/creators/" + creatorId + "/accounts/" + accountId + "/snapshots");
        var body = audience("NETWORK");
        body.put("signals", Map.of("suspiciousShare", 0.2));
        put(Tokens.operator(), body).statusCode(200).body("credibility.value", equalTo(0.71852f));
        return handle;
    }

    /** What the event of a version and the API both say. */
    private double toldCredibility(long version) {
        double told = Events.await(CreatorState.UPDATED, creatorId, version)
                .data()
                .at("/accounts/0/credibility")
                .asDouble();
        assertThat(as(Tokens.operator()).get(path()).jsonPath().getDouble("credibility.value"))
                .isEqualTo(told);
        return told;
    }

    @Test
    void shouldTellCredibilityThatRestsOnDeclaredGrowthAsDeclared() {
        // Given: a series that only the creator tells, and one later figure of the network
        signUpOne();
        var items = new ArrayList<Map<String, Object>>();
        for (int day = 1; day <= 8; day++) {
            items.add(Map.of(
                    "accountId",
                    accountId,
                    "snapshot",
                    Map.of("observedAt", "2025-06-0" + day + "T08:00:00Z", "followers", 1000 + 10 * day)));
        }
        as(Tokens.creator(creatorId))
                .body(Map.of("items", items))
                .post("/v1/account-snapshots")
                .then()
                .statusCode(200);
        as(Tokens.partner(PARTNER))
                .body(Map.of("observedAt", "2025-06-20T08:00:00Z", "followers", 1200, "source", "NETWORK"))
                .post("/v1/creators/" + creatorId + "/accounts/" + accountId + "/snapshots")
                .then()
                .statusCode(201);
        var body = audience("NETWORK");
        body.put("signals", Map.of("suspiciousShare", 0.2));
        // When
        put(Tokens.operator(), body).statusCode(200);
        // Then
        JsonNode account =
                Events.await(CreatorState.UPDATED, creatorId, 4).data().at("/accounts/0");
        assertThat(account.path("credibility").isNumber()).isTrue();
        assertThat(account.at("/origins/credibility/source").asText()).isEqualTo("DECLARED");
        assertThat(account.at("/origins/credibility/observedAt").asText()).isEqualTo("2025-06-08T08:00:00Z");
    }

    @Test
    void shouldTellTheCredibilityThatFollowsFromTheFiguresOfAList() {
        // Given
        String handle = signUpOneWithCredibility();
        // When
        Imports.run(
                Tokens.operator(), "list.csv", "handle,followers\n" + handle + ",4500\n", "{\"source\": \"NETWORK\"}");
        // Then: 0.4 of 0.8, 0.1 of 0.5 and 0.1 of 1, over 0.6
        assertThat(toldCredibility(4)).isEqualTo(0.78333);
    }

    @Test
    void shouldTellTheCredibilityThatFollowsFromTheFiguresOfAPartner() {
        // Given
        String handle = signUpOneWithCredibility();
        var account = Map.of("platform", "INSTAGRAM", "handle", handle, "followers", 4500);
        // When
        as(Tokens.partner(PARTNER))
                .header("If-Match", "*")
                .body(Map.of("displayName", "Somebody", "source", "NETWORK", "accounts", List.of(account)))
                .put("/v1/partner-creators/" + handle)
                .then()
                .statusCode(201);
        // Then
        assertThat(toldCredibility(4)).isEqualTo(0.78333);
    }

    @Test
    void shouldTellTheCredibilityThatFollowsFromTheFiguresOfTheProfile() {
        // Given
        String handle = signUpOneWithCredibility();
        var account = Map.of("platform", "INSTAGRAM", "handle", handle, "followers", 4500);
        // When
        as(Tokens.creator(creatorId))
                .header("If-Match", "*")
                .body(Map.of("displayName", "Somebody", "accounts", List.of(account)))
                .put("/v1/creators/" + creatorId)
                .then()
                .statusCode(200);
        // Then
        assertThat(toldCredibility(4)).isNotEqualTo(0.71852);
    }

    @Test
    void shouldNotGuessCredibilityFromTooLittle() {
        // Given
        signUpOne();
        // When
        var reply = as(Tokens.creator(creatorId)).get(path());
        // Then
        reply.then()
                .body("credibility.value", nullValue())
                .body("credibility.reason", equalTo("TOO_FEW_SIGNALS"))
                .body("distributions", hasSize(0));
    }

    @Test
    void shouldNameTheDimensionThatBreaksARule() {
        // Given
        signUpOne();
        // When
        var sum = put(Tokens.creator(creatorId), audience(null, distribution("COUNTRY", "FR", 0.7, "BE", 0.4)));
        var value = put(Tokens.creator(creatorId), audience(null, distribution("AGE_BAND", "24-18", 0.7)));
        var twice = put(
                Tokens.creator(creatorId),
                audience(null, distribution("GENDER", "MALE", 0.1), distribution("GENDER", "FEMALE", 0.1)));
        var share = put(Tokens.creator(creatorId), audience(null, distribution("COUNTRY", "FR", 1.2)));
        var source = put(Tokens.creator(creatorId), audience("NETWORK"));
        var rounded = put(
                Tokens.creator(creatorId), audience(null, distribution("CITY", "FR:Lyon", 0.5, "FR:Paris", 0.5004)));
        // Then
        sum.statusCode(422)
                .body("errors[0].pointer", equalTo("/distributions/0/shares"))
                .body("errors[0].detail", containsString("COUNTRY"));
        value.statusCode(422)
                .body("errors[0].pointer", equalTo("/distributions/0/shares/0/value"))
                .body("errors[0].detail", containsString("AGE_BAND"));
        twice.statusCode(422).body("errors[0].pointer", equalTo("/distributions/1"));
        share.statusCode(422).body("errors[0].pointer", equalTo("/distributions/0/shares/0/share"));
        source.statusCode(422).body("errors[0].pointer", equalTo("/source"));
        rounded.statusCode(200);
    }

    @Test
    void shouldKeepWhatWasSaidOfALaterMoment() {
        // Given
        signUpOne();
        put(Tokens.operator(), audience("NETWORK", distribution("COUNTRY", "FR", 0.7)))
                .statusCode(200);
        var older = audience("NETWORK", distribution("COUNTRY", "FR", 0.1));
        older.put("observedAt", "2024-06-01T08:00:00Z");
        // When
        var reply = put(Tokens.operator(), older);
        // Then
        reply.statusCode(200).body("distributions[0].shares.FR", equalTo(0.7f)).header("ETag", "\"2\"");
    }

    @Test
    void shouldDemandVersionAndHideForeignAudience() {
        // Given
        signUpOne();
        UUID stranger = UUID.randomUUID();
        signUp(stranger, profile(handle()));
        var body = audience(null, distribution("COUNTRY", "FR", 0.9));
        // When
        var without = as(Tokens.creator(creatorId)).body(body).put(path());
        var stale = as(Tokens.creator(creatorId))
                .header("If-Match", "\"9\"")
                .body(body)
                .put(path());
        var read = as(Tokens.creator(stranger)).get(path());
        var write = put(Tokens.creator(stranger), body);
        var brand = put(Tokens.brand(UUID.randomUUID()), body);
        // Then
        without.then().statusCode(428);
        stale.then().statusCode(412);
        read.then().statusCode(404);
        write.statusCode(404);
        brand.statusCode(403);
    }

    @Test
    void shouldKeepOverlapsReadableFromBothSides() {
        // Given
        signUpOne();
        UUID other = UUID.randomUUID();
        String otherAccount = signUp(other, profile(handle())).extract().path("accounts[0].accountId");
        String path = "/v1/accounts/" + accountId + "/overlaps/" + otherAccount;
        var body = new HashMap<String, Object>(Map.of(
                "followers",
                3,
                "otherFollowers",
                2,
                "sharedFollowers",
                1,
                "source",
                "ESTIMATED",
                "observedAt",
                "2025-06-01T08:00:00Z"));
        // When
        var put = as(Tokens.partner(PARTNER)).header("If-Match", "*").body(body).put(path);
        // Then
        put.then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("pairwiseOverlap", equalTo(0.5f))
                .body("netReach", equalTo(4))
                .body("exclusiveReach", equalTo(3));
        as(Tokens.creator(other))
                .get("/v1/accounts/" + otherAccount + "/overlaps")
                .then()
                .body("items.otherAccountId", hasItem(accountId))
                .body("items[0].followers", equalTo(2));
        as(Tokens.creator(creatorId)).get(path).then().statusCode(200).body("otherFollowers", equalTo(2));
        as(Tokens.creator(UUID.randomUUID())).get(path).then().statusCode(404);
        as(Tokens.creator(creatorId))
                .header("If-Match", "*")
                .body(body)
                .put(path)
                .then()
                .statusCode(403);
        as(Tokens.partner(PARTNER))
                .header("If-Match", "\"7\"")
                .body(body)
                .put(path)
                .then()
                .statusCode(412);
        body.put("sharedFollowers", 3);
        as(Tokens.partner(PARTNER))
                .header("If-Match", "\"1\"")
                .body(body)
                .put(path)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/sharedFollowers"));
    }
}

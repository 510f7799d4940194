package org.affinity.profile.creator;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
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
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class CreatorResourceComponentTest {

    private static final UUID BRAND = UUID.randomUUID();

    private static Map<String, Object> fullProfile(String handle) {
        return Map.of(
                "displayName",
                "Léa cuisine",
                "country",
                "FR",
                "languages",
                List.of("fr", "en-gb"),
                "birthYear",
                1994,
                "timeZone",
                "Europe/Paris",
                "topics",
                List.of("Food", " food ", "Home"),
                "accounts",
                List.of(Map.of(
                        "platform", "INSTAGRAM", "handle", "@" + handle, "followers", 8200, "engagementRate", 0.041)),
                "availability",
                List.of(
                        Map.of("engagementType", "PAID", "fee", Map.of("amount", "180", "currency", "EUR")),
                        Map.of("engagementType", "VOLUNTEER")));
    }

    @Test
    void shouldSignUpUnderOwnIdAndLeaveEvent() {
        // Given
        UUID creatorId = UUID.randomUUID();
        String handle = handle();
        // When
        signUp(creatorId, fullProfile(handle))
                .header("Location", containsString("/v1/creators/" + creatorId))
                .header("ETag", "\"1\"")
                .body("creatorId", equalTo(creatorId.toString()))
                .body("languages", contains("fr", "en-GB"))
                .body("topics", contains("food", "home"))
                .body("birthYear", equalTo(1994))
                .body("accounts[0].handle", equalTo(handle))
                .body("accounts[0].tier", equalTo("NANO"))
                .body("accounts[0].source", equalTo("DECLARED"))
                .body("availability[0].fee.amount", equalTo("180.00"))
                .body("availability[1].fee", nullValue())
                .body("trackRecord.completedCollaborations", equalTo(0));
        // Then
        JsonNode data = Events.await(CreatorState.UPDATED, creatorId).data();
        assertThat(data.path("version").asLong()).isEqualTo(1);
        assertThat(data.at("/accounts/0/engagementRate").decimalValue()).isEqualByComparingTo("0.041");
    }

    @Test
    void shouldRefuseSecondSignUpWithConflict() {
        // Given
        UUID creatorId = UUID.randomUUID();
        signUp(creatorId, profile(handle()));
        // When
        var reply = as(Tokens.creator(creatorId)).body(profile(handle())).post("/v1/creators");
        // Then
        reply.then().statusCode(409).body("type", containsString("creator-exists"));
    }

    @Test
    void shouldRefuseAccountOfAnotherCreatorWhateverTheCase() {
        // Given
        String handle = handle();
        signUp(UUID.randomUUID(), profile(handle));
        // When
        var reply = as(Tokens.creator(UUID.randomUUID()))
                .body(profile(handle.toUpperCase(java.util.Locale.ROOT)))
                .post("/v1/creators");
        // Then
        reply.then().statusCode(409).body("type", containsString("account-taken"));
    }

    @Test
    void shouldReplaySignUpWithSameIdempotencyKey() {
        // Given
        UUID creatorId = UUID.randomUUID();
        String key = UUID.randomUUID().toString();
        Map<String, Object> profile = profile(handle());
        String first = as(Tokens.creator(creatorId))
                .header("Idempotency-Key", key)
                .body(profile)
                .post("/v1/creators")
                .then()
                .statusCode(201)
                .extract()
                .asString();
        // When
        String second = as(Tokens.creator(creatorId))
                .header("Idempotency-Key", key)
                .body(profile)
                .post("/v1/creators")
                .then()
                .statusCode(201)
                .extract()
                .asString();
        // Then
        assertThat(second).isEqualTo(first);
        as(Tokens.creator(creatorId))
                .header("Idempotency-Key", key)
                .body(profile(handle()))
                .post("/v1/creators")
                .then()
                .statusCode(422)
                .body("type", containsString("idempotency-key-reused"));
    }

    @Test
    void shouldNameEveryBrokenRule() {
        // Given
        Map<String, Object> profile = Map.of(
                "displayName",
                "Somebody",
                "country",
                "ZZ",
                "languages",
                List.of("fr_FR"),
                "birthYear",
                1800,
                "timeZone",
                "Europe/Atlantis",
                "accounts",
                List.of(Map.of("platform", "X", "handle", "same"), Map.of("platform", "X", "handle", "SAME")),
                "availability",
                List.of(Map.of("engagementType", "PAID", "fee", Map.of("amount", "1.234", "currency", "EUR"))));
        // When
        var reply = as(Tokens.creator(UUID.randomUUID())).body(profile).post("/v1/creators");
        // Then
        reply.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        contains(
                                "/country",
                                "/birthYear",
                                "/timeZone",
                                "/languages/0",
                                "/accounts/1",
                                "/availability/0/fee/amount"));
    }

    @Test
    void shouldRefuseValuesThatAnnotationsForbid() {
        // Given
        UUID creatorId = UUID.randomUUID();
        Map<String, Object> profile = Map.of(
                "displayName",
                " ",
                "accounts",
                List.of(
                        Map.of("platform", "INSTAGRAM", "handle", "", "followers", -1),
                        Map.of("platform", "TIKTOK", "handle", "lea", "followers", 90_000_000_000L)));
        // When
        var reply = as(Tokens.creator(creatorId)).body(profile).post("/v1/creators");
        // Then
        reply.then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/displayName"))
                .body("errors.pointer", hasItem("/accounts/0/handle"))
                .body("errors.pointer", hasItem("/accounts/0/followers"))
                .body("errors.pointer", hasItem("/accounts/1/followers"));
    }

    @Test
    void shouldTakeNameForHandleOnlyWhereChannelsHaveNames() {
        // Given
        UUID creatorId = UUID.randomUUID();
        String name = "The Channel of " + handle();
        // When
        var instagram = as(Tokens.creator(creatorId))
                .body(Map.of(
                        "displayName",
                        "Somebody",
                        "accounts",
                        List.of(Map.of("platform", "INSTAGRAM", "handle", name))))
                .post("/v1/creators");
        var youtube = as(Tokens.creator(creatorId))
                .body(Map.of(
                        "displayName", "Somebody", "accounts", List.of(Map.of("platform", "YOUTUBE", "handle", name))))
                .post("/v1/creators");
        // Then
        instagram.then().statusCode(422).body("errors.pointer", contains("/accounts/0/handle"));
        youtube.then().statusCode(201).body("accounts[0].handle", equalTo(name));
        as(Tokens.operator())
                .queryParam("handle", name.toUpperCase(java.util.Locale.ROOT))
                .get("/v1/creators")
                .then()
                .body("items.creatorId", contains(creatorId.toString()));
    }

    @Test
    void shouldRefuseUnreadableBodyAndUnknownField() {
        // Given
        String token = Tokens.creator(UUID.randomUUID());
        // When
        var broken = as(token).body("{").post("/v1/creators");
        var unknown =
                as(token).body(Map.of("displayName", "A", "role", "operator")).post("/v1/creators");
        // Then
        broken.then().statusCode(400);
        unknown.then().statusCode(422).body("errors[0].pointer", equalTo("/role"));
    }

    @Test
    void shouldTreatEngagementWithoutFollowersAsUnknown() {
        // Given
        UUID creatorId = UUID.randomUUID();
        var profile = new HashMap<>(profile("x"));
        profile.put(
                "accounts",
                List.of(Map.of("platform", "INSTAGRAM", "handle", handle(), "followers", 0, "engagementRate", 0.5)));
        // When
        var reply = signUp(creatorId, profile);
        // Then
        reply.body("accounts[0].engagementRate", nullValue()).body("accounts[0].followers", equalTo(0));
    }

    @Test
    void shouldHideYearOfBirthFromBrands() {
        // Given
        UUID creatorId = UUID.randomUUID();
        signUp(creatorId, fullProfile(handle()));
        // When
        var seenByBrand = as(Tokens.brand(BRAND)).get("/v1/creators/" + creatorId);
        var seenBySelf = as(Tokens.creator(creatorId)).get("/v1/creators/" + creatorId);
        var seenByOperator = as(Tokens.operator()).get("/v1/creators/" + creatorId);
        // Then
        seenByBrand.then().statusCode(200).body("birthYear", nullValue()).header("ETag", "\"1\"");
        seenBySelf.then().statusCode(200).body("birthYear", equalTo(1994));
        seenByOperator.then().statusCode(200).body("birthYear", equalTo(1994));
    }

    @Test
    void shouldReplaceProfileAndKeepAccountIds() {
        // Given
        UUID creatorId = UUID.randomUUID();
        String handle = handle();
        String accountId = signUp(creatorId, fullProfile(handle)).extract().path("accounts[0].accountId");
        var changed = new HashMap<>(profile(handle));
        changed.put("displayName", "Léa");
        // When
        var reply = as(Tokens.creator(creatorId))
                .header("If-Match", "\"1\"")
                .body(changed)
                .put("/v1/creators/" + creatorId);
        // Then
        reply.then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("displayName", equalTo("Léa"))
                .body("country", nullValue())
                .body("availability", empty())
                .body("accounts", hasSize(1))
                .body("accounts[0].accountId", equalTo(accountId))
                .body("accounts[0].followers", nullValue());
        assertThat(Events.await(CreatorState.UPDATED, creatorId, 2)
                        .data()
                        .path("displayName")
                        .asText())
                .isEqualTo("Léa");
    }

    @Test
    void shouldSwapAccounts() {
        // Given
        UUID creatorId = UUID.randomUUID();
        signUp(creatorId, profile(handle()));
        String other = handle();
        // When
        var reply = as(Tokens.creator(creatorId))
                .header("If-Match", "\"1\"")
                .body(profile(other))
                .put("/v1/creators/" + creatorId);
        // Then
        reply.then().statusCode(200).body("accounts.handle", contains(other));
        as(Tokens.creator(creatorId)).get("/v1/creators/" + creatorId).then().body("accounts.handle", contains(other));
    }

    @Test
    void shouldLeaveNoEventWhenNothingChanges() {
        // Given
        UUID creatorId = UUID.randomUUID();
        Map<String, Object> profile = fullProfile(handle());
        signUp(creatorId, profile);
        Events.await(CreatorState.UPDATED, creatorId);
        // When
        var reply = as(Tokens.creator(creatorId))
                .header("If-Match", "\"1\"")
                .body(profile)
                .put("/v1/creators/" + creatorId);
        // Then
        reply.then().statusCode(200).header("ETag", "\"1\"");
        assertThat(Events.published(CreatorState.UPDATED, creatorId)).hasSize(1);
    }

    @Test
    void shouldDemandCurrentVersionForReplacement() {
        // Given
        UUID creatorId = UUID.randomUUID();
        Map<String, Object> profile = profile(handle());
        signUp(creatorId, profile);
        // When
        var without = as(Tokens.creator(creatorId)).body(profile).put("/v1/creators/" + creatorId);
        var stale = as(Tokens.creator(creatorId))
                .header("If-Match", "\"7\"")
                .body(profile)
                .put("/v1/creators/" + creatorId);
        // Then
        without.then().statusCode(428);
        stale.then().statusCode(412);
    }

    @Test
    void shouldFilterByPlatformTierCountryTopicAndHandle() {
        // Given
        UUID creatorId = UUID.randomUUID();
        String handle = handle();
        signUp(creatorId, fullProfile(handle));
        var request = as(Tokens.brand(BRAND))
                .queryParam("platform", "INSTAGRAM")
                .queryParam("tier", "NANO")
                .queryParam("country", "FR")
                .queryParam("topic", "Food")
                .queryParam("handle", "@" + handle.toUpperCase(java.util.Locale.ROOT));
        // When
        var reply = request.get("/v1/creators");
        // Then
        reply.then()
                .statusCode(200)
                .body("items.creatorId", contains(creatorId.toString()))
                .body("items[0].birthYear", nullValue())
                .body("nextCursor", nullValue());
        as(Tokens.brand(BRAND))
                .queryParam("tier", "MEGA")
                .queryParam("handle", handle)
                .get("/v1/creators")
                .then()
                .body("items", empty());
    }

    @Test
    void shouldPageWithoutLossOrRepeat() {
        // Given
        String topic = handle();
        for (int i = 0; i < 5; i++) {
            var profile = new HashMap<>(profile(handle()));
            profile.put("topics", List.of(topic));
            signUp(UUID.randomUUID(), profile);
        }
        // When
        var seen = new java.util.ArrayList<String>();
        String cursor = null;
        do {
            var request = as(Tokens.brand(BRAND)).queryParam("topic", topic).queryParam("limit", 2);
            var reply = (cursor == null ? request : request.queryParam("cursor", cursor)).get("/v1/creators");
            seen.addAll(reply.then().statusCode(200).extract().path("items.creatorId"));
            cursor = reply.path("nextCursor");
        } while (cursor != null);
        // Then
        assertThat(seen).hasSize(5).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void shouldRefuseBadQueriesAndForeignCursors() {
        // Given
        var brand = Tokens.brand(BRAND);
        // When
        var platform = as(brand).get("/v1/creators?platform=MYSPACE");
        var unknown = as(brand).get("/v1/creators?colour=red");
        var cursor = as(brand).get("/v1/creators?cursor=abc");
        // Then
        platform.then().statusCode(400).body("errors[0].parameter", equalTo("platform"));
        unknown.then().statusCode(400).body("errors[0].parameter", equalTo("colour"));
        cursor.then().statusCode(400).body("type", containsString("invalid-cursor"));
    }

    @Test
    void shouldAnswerByRole() {
        // Given
        UUID creatorId = UUID.randomUUID();
        // When
        var anonymous = RestAssured.given().get("/v1/creators");
        var creatorLists = as(Tokens.creator(creatorId)).get("/v1/creators");
        var brandWrites = as(Tokens.brand(BRAND)).body(profile(handle())).post("/v1/creators");
        var brandReplaces = as(Tokens.brand(BRAND))
                .header("If-Match", "\"1\"")
                .body(profile(handle()))
                .put("/v1/creators/" + creatorId);
        // Then
        anonymous.then().statusCode(401);
        creatorLists.then().statusCode(403);
        brandWrites.then().statusCode(403);
        brandReplaces.then().statusCode(403);
    }

    @Test
    void shouldLetOperatorAddCreatorUnderNewId() {
        // Given
        Map<String, Object> profile = profile(handle());
        // When
        var reply = as(Tokens.operator()).body(profile).post("/v1/creators");
        // Then
        UUID creatorId = UUID.fromString(reply.then().statusCode(201).extract().path("creatorId"));
        as(Tokens.creator(creatorId)).get("/v1/creators/" + creatorId).then().statusCode(200);
    }
}

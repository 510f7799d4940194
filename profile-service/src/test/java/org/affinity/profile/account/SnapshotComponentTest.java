package org.affinity.profile.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.affinity.profile.creator.CreatorState;
import org.junit.jupiter.api.Test;

import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.affinity.profile.ProfileApi.profile;
import static org.affinity.profile.ProfileApi.signUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class SnapshotComponentTest {

    private static final Instant DAY = Instant.parse("2025-06-01T08:00:00Z");
    private static final UUID PARTNER = UUID.randomUUID();

    private final UUID creatorId = UUID.randomUUID();
    private String accountId;

    private void signUpOne() {
        accountId = signUp(creatorId, profile(handle())).extract().path("accounts[0].accountId");
    }

    private static Map<String, Object> seen(int day, Object... figures) {
        var body = new HashMap<String, Object>();
        body.put("observedAt", DAY.plus(day, ChronoUnit.DAYS).toString());
        for (int i = 0; i < figures.length; i += 2) {
            body.put((String) figures[i], figures[i + 1]);
        }
        return body;
    }

    private String path() {
        return "/v1/creators/" + creatorId + "/accounts/" + accountId + "/snapshots";
    }

    private ValidatableResponse record(String token, Map<String, Object> body) {
        return as(token).body(body).post(path()).then();
    }

    private ValidatableResponse accounts(String query) {
        return as(Tokens.creator(creatorId))
                .get("/v1/creators/" + creatorId + "/accounts" + query)
                .then()
                .statusCode(200);
    }

    @Test
    void shouldKeepLateOlderSnapshotInHistoryOnly() {
        // Given
        signUpOne();
        record(Tokens.creator(creatorId), seen(10, "followers", 1200)).statusCode(201);
        // When
        record(Tokens.creator(creatorId), seen(0, "followers", 1000, "following", 80))
                .statusCode(201);
        // Then
        accounts("")
                .body("items[0].followers.value", equalTo(1200))
                .body("items[0].following.value", equalTo(80))
                .body("items[0].followerGrowth.value", equalTo(200))
                .body("items[0].followerGrowth.window.from", equalTo(DAY.toString()))
                .body("items[0].tier", equalTo("NANO"))
                .header("ETag", "\"3\"");
        as(Tokens.creator(creatorId)).get(path()).then().body("items.followers", contains(1200, 1000));
        assertThat(Events.await(CreatorState.UPDATED, creatorId, 3)
                        .data()
                        .at("/accounts/0/followers")
                        .asLong())
                .isEqualTo(1200);
    }

    @Test
    void shouldKeepSameSnapshotOnceAndOtherFiguresAsCorrection() {
        // Given
        signUpOne();
        String first = record(Tokens.partner(PARTNER), seen(0, "followers", 1000, "source", "NETWORK"))
                .statusCode(201)
                .body("recordedBy", equalTo(PARTNER.toString()))
                .extract()
                .path("snapshotId");
        // When
        var same = record(Tokens.partner(PARTNER), seen(0, "followers", 1000, "source", "NETWORK"));
        var corrected = record(Tokens.partner(PARTNER), seen(0, "followers", 1100, "source", "NETWORK"));
        // Then
        same.statusCode(201).body("snapshotId", equalTo(first));
        corrected.statusCode(201).body("corrects", equalTo(first));
        as(Tokens.partner(PARTNER)).get(path()).then().body("items", hasSize(2));
        accounts("")
                .body("items[0].followers.value", equalTo(1100))
                .body("items[0].followers.source", equalTo("NETWORK"));
    }

    @Test
    void shouldTellOfEachFigureWhoToldIt() {
        // Given
        signUpOne();
        record(Tokens.creator(creatorId), seen(0, "followers", 900, "engagementRate", 0.5, "averageViews", 70))
                .statusCode(201);
        JsonNode none = Events.await(CreatorState.UPDATED, creatorId, 1).data().at("/accounts/0/origins");
        assertThat(none.isObject()).isTrue();
        assertThat(none).isEmpty();
        // When
        record(Tokens.partner(PARTNER), seen(4, "followers", 1000, "source", "NETWORK"))
                .statusCode(201);
        record(Tokens.partner(PARTNER), seen(2, "averageViews", 60, "source", "NETWORK"))
                .statusCode(201);
        // Then
        accounts("")
                .body("items[0].followers.source", equalTo("NETWORK"))
                .body("items[0].followers.observedAt", equalTo("2025-06-05T08:00:00Z"))
                .body("items[0].engagementRate.value", equalTo(0.5f))
                .body("items[0].engagementRate.source", equalTo("DECLARED"))
                .body("items[0].engagementRate.observedAt", equalTo("2025-06-01T08:00:00Z"))
                .body("items[0].averageViews.value", equalTo(60))
                .body("items[0].averageViews.observedAt", equalTo("2025-06-03T08:00:00Z"));
        JsonNode account =
                Events.await(CreatorState.UPDATED, creatorId, 4).data().at("/accounts/0");
        assertThat(account.path("source").asText()).isEqualTo("NETWORK");
        assertThat(account.at("/origins/engagementRate/source").asText()).isEqualTo("DECLARED");
        assertThat(account.at("/origins/engagementRate/observedAt").asText()).isEqualTo("2025-06-01T08:00:00Z");
        assertThat(account.at("/origins/averageViews/source").asText()).isEqualTo("NETWORK");
        assertThat(account.path("origins").has("followers")).isFalse();
    }

    @Test
    void shouldNotLetDeclaredFiguresReplaceThoseOfTheNetwork() {
        // Given
        signUpOne();
        record(Tokens.operator(), seen(0, "followers", 1000, "source", "NETWORK"));
        // When
        record(Tokens.creator(creatorId), seen(5, "followers", 99_000, "averageViews", 40))
                .statusCode(201);
        // Then
        accounts("").body("items[0].followers.value", equalTo(1000)).body("items[0].averageViews.value", equalTo(40));
    }

    @Test
    void shouldComputeEngagementByNamedDefinitions() {
        // Given
        signUpOne();
        var figures = Map.of(
                "posts", 1,
                "likes", Map.of("mean", 2000, "median", 2000),
                "comments", Map.of("sum", 60),
                "saves", Map.of("mean", 150),
                "shares", Map.of("mean", 90),
                "views", Map.of("mean", 20_000),
                "reach", Map.of("mean", 18_000));
        // When
        record(Tokens.creator(creatorId), seen(0, "followers", 50_000, "postFigures", figures))
                .statusCode(201)
                .body("engagementRate", equalTo(0.0412f))
                .body("averageViews", equalTo(20_000));
        // Then
        accounts("?engagement=modash").body("items[0].engagementRate.value", equalTo(0.04f));
        accounts("?engagement=skeepers").body("items[0].engagementRate.value", equalTo(0.046f));
        accounts("?engagement=views-pooled").body("items[0].engagementRate.value", equalTo(0.103f));
        accounts("?engagement=reach-mean")
                .body("items[0].engagementRate.value", equalTo(0.12777779f))
                .body("items[0].engagementRate.sampleSize", equalTo(1));
        accounts("?engagement=followers-median")
                .body("items[0].engagementRate.value", nullValue())
                .body("items[0].engagementRate.reason", equalTo("MISSING_COMMENTS"));
        accounts("?tierScheme=hypeauditor").body("items[0].tier", equalTo("MID"));
    }

    @Test
    void shouldAnswerUnknownWithReasonWithoutFollowers() {
        // Given
        signUpOne();
        // When
        record(
                Tokens.creator(creatorId),
                seen(
                        0,
                        "followers",
                        0,
                        "postFigures",
                        Map.of("posts", 1, "likes", Map.of("mean", 1), "comments", Map.of("mean", 0))));
        // Then
        accounts("")
                .body("items[0].engagementRate.value", nullValue())
                .body("items[0].engagementRate.reason", equalTo("NO_FOLLOWERS"))
                .body("items[0].shrunkEngagementRate.reason", equalTo("NO_FOLLOWERS"))
                .body("items[0].audienceEngagementRatio.reason", equalTo("NO_FOLLOWERS"))
                .body("items[0].followerGrowth.reason", equalTo("TOO_FEW_OBSERVATIONS"));
    }

    @Test
    void shouldTellJumpsBothWaysAndActivity() {
        // Given
        signUpOne();
        var items = new ArrayList<Map<String, Object>>();
        long[] followers = {1000, 1010, 1019, 1030, 1041, 1050, 2500, 2524, 2551, 1200, 1212};
        for (int day = followers.length - 1; day >= 0; day--) {
            items.add(Map.of(
                    "accountId", accountId, "snapshot", seen(day, "followers", followers[day], "posts", 100 + day)));
        }
        // When
        as(Tokens.creator(creatorId))
                .body(Map.of("items", items))
                .post("/v1/account-snapshots")
                .then()
                .statusCode(200)
                .body("items", hasSize(11))
                .body("items[0].outcome", equalTo("RECORDED"));
        // Then
        accounts("")
                .header("ETag", "\"2\"")
                .body("items[0].jumps.items.direction", contains("UP", "DOWN"))
                .body("items[0].jumps.items.followersAfter", contains(2500, 1200))
                .body("items[0].postsPerWeek.value", equalTo(7))
                .body("items[0].followerVolatility.value", notNullValue());
    }

    @Test
    void shouldGiveEachItemOfABatchItsOutcome() {
        // Given
        signUpOne();
        UUID stranger = UUID.randomUUID();
        String foreignAccount = signUp(stranger, profile(handle())).extract().path("accounts[0].accountId");
        var items = List.of(
                Map.of("accountId", accountId, "snapshot", seen(0, "followers", 5)),
                Map.of("accountId", accountId, "snapshot", seen(0, "followers", 5)),
                Map.of("accountId", foreignAccount, "snapshot", seen(0, "followers", 5)),
                Map.of("accountId", accountId, "snapshot", seen(0)));
        // When
        var reply = as(Tokens.creator(creatorId)).body(Map.of("items", items)).post("/v1/account-snapshots");
        // Then
        reply.then()
                .statusCode(200)
                .body("items.outcome", contains("RECORDED", "KNOWN", "REJECTED", "REJECTED"))
                .body("items[2].pointer", equalTo("/items/2/accountId"))
                .body("items[3].rule", equalTo("notEmpty"));
    }

    @Test
    void shouldRefuseBadObservations() {
        // Given
        signUpOne();
        String token = Tokens.creator(creatorId);
        // When
        var future = record(token, Map.of("observedAt", "2999-01-01T00:00:00Z", "followers", 1));
        var source = record(token, seen(0, "followers", 1, "source", "NETWORK"));
        var negative = record(token, seen(0, "followers", -1));
        var posts = record(token, seen(0, "postFigures", Map.of("posts", 0)));
        var everybody = record(token, seen(0, "followers", 90_000_000_000L));
        var partner = record(Tokens.partner(PARTNER), seen(0, "followers", 1, "source", "DECLARED"));
        // Then
        future.statusCode(422).body("errors[0].pointer", equalTo("/observedAt"));
        source.statusCode(422).body("errors[0].pointer", equalTo("/source"));
        negative.statusCode(422).body("errors[0].pointer", equalTo("/followers"));
        everybody
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/followers"))
                .body(
                        "errors[0].detail",
                        equalTo("must be at most 5500000000, as many as people are online (ITU, Facts and Figures"
                                + " 2024)"));
        posts.statusCode(422).body("errors[0].pointer", equalTo("/postFigures/posts"));
        partner.statusCode(422).body("errors[0].pointer", equalTo("/source"));
    }

    @Test
    void shouldPageThroughHistoryInWindow() {
        // Given
        signUpOne();
        for (int day = 0; day < 5; day++) {
            record(Tokens.creator(creatorId), seen(day, "followers", 100 + day)).statusCode(201);
        }
        // When
        var seen = new ArrayList<Integer>();
        String cursor = null;
        do {
            var request = as(Tokens.creator(creatorId))
                    .queryParam("limit", 2)
                    .queryParam("from", "2025-06-02")
                    .queryParam("to", "2025-06-04");
            var reply = (cursor == null ? request : request.queryParam("cursor", cursor)).get(path());
            seen.addAll(reply.then().statusCode(200).extract().path("items.followers"));
            cursor = reply.path("nextCursor");
        } while (cursor != null);
        // Then
        assertThat(seen).containsExactly(103, 102, 101);
        as(Tokens.creator(creatorId)).get(path() + "?from=2025-99-99").then().statusCode(400);
        as(Tokens.creator(creatorId)).get(path() + "?from=x").then().statusCode(400);
    }

    @Test
    void shouldHideForeignAccountsLikeMissingOnes() {
        // Given
        signUpOne();
        UUID stranger = UUID.randomUUID();
        signUp(stranger, profile(handle()));
        // When
        var read = as(Tokens.creator(stranger)).get(path());
        var list = as(Tokens.creator(stranger)).get("/v1/creators/" + creatorId + "/accounts");
        var write = record(Tokens.creator(stranger), seen(0, "followers", 1));
        var brand = record(Tokens.brand(UUID.randomUUID()), seen(0, "followers", 1));
        var mixed =
                as(Tokens.creator(stranger)).get("/v1/creators/" + stranger + "/accounts/" + accountId + "/snapshots");
        // Then
        read.then().statusCode(404);
        list.then().statusCode(404);
        write.statusCode(404);
        brand.statusCode(403);
        mixed.then().statusCode(404);
        as(Tokens.brand(UUID.randomUUID())).get(path()).then().statusCode(200).body("items", hasSize(0));
    }
}

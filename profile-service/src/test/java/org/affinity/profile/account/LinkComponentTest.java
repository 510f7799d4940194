package org.affinity.profile.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.affinity.profile.creator.CreatorImports;
import org.affinity.profile.creator.CreatorState;
import org.affinity.profile.creator.domain.AccountMetrics;
import org.affinity.profile.creator.domain.AccountProfile;
import org.affinity.profile.creator.domain.Handle;
import org.affinity.profile.creator.domain.ImportedAccount;
import org.affinity.profile.creator.domain.LawfulBasis;
import org.affinity.profile.creator.domain.ListOrigin;
import org.affinity.profile.creator.domain.MetricSource;
import org.affinity.profile.creator.domain.Platform;
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
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class LinkComponentTest {

    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final String handleOfOne = handle();
    private final String handleOfOther = handle();

    @Inject
    CreatorImports imports;

    private String signUpBoth() {
        signUp(one, profile(handleOfOne));
        String accountId = signUp(other, profile(handleOfOther)).extract().path("accounts[0].accountId");
        as(Tokens.creator(other))
                .body(Map.of("observedAt", "2025-06-01T08:00:00Z", "followers", 700))
                .post("/v1/creators/" + other + "/accounts/" + accountId + "/snapshots")
                .then()
                .statusCode(201);
        return accountId;
    }

    private io.restassured.response.ValidatableResponse link(UUID holder, UUID absorbed) {
        return as(Tokens.operator())
                .body(Map.of("creatorId", absorbed, "reason", "one person"))
                .post("/v1/creators/" + holder + "/links")
                .then();
    }

    private UUID importOne(String handle) {
        var account =
                new AccountProfile(Platform.INSTAGRAM, new Handle(handle), new AccountMetrics(5_000L, null, null));
        var imported = new ImportedAccount(account, "From a list", "FR", List.of(), null, List.of(), null, null);
        try {
            return Tenancy.callAsSystem(() -> QuarkusTransaction.requiringNew()
                    .call(() -> imports.takeOver(
                                    List.of(imported),
                                    MetricSource.ESTIMATED,
                                    Instant.parse("2026-01-20T10:00:00Z"),
                                    new ListOrigin("list.csv", LawfulBasis.LEGITIMATE_INTERESTS, null))
                            .getFirst()
                            .creatorId()));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void shouldHandAccountsOverWithHistoryAndWithdrawTheOther() {
        // Given
        String accountId = signUpBoth();
        // When
        link(one, other).statusCode(201).body("absorbedId", equalTo(other.toString()));
        // Then
        as(Tokens.creator(one))
                .get("/v1/creators/" + one + "/accounts")
                .then()
                .body("items.handle", contains(handleOfOne, handleOfOther))
                .body("items[1].linkedFrom", equalTo(other.toString()))
                .body("items[1].followers.value", equalTo(700));
        as(Tokens.creator(one))
                .get("/v1/creators/" + one + "/accounts/" + accountId + "/snapshots")
                .then()
                .body("items", hasSize(1));
        as(Tokens.creator(other))
                .get("/v1/creators/" + other)
                .then()
                .body("state", equalTo("WITHDRAWN"))
                .body("linkedTo", equalTo(one.toString()))
                .body("accounts", empty());
        var event = Events.await(CreatorState.UPDATED, other, 3).data();
        assertThat(event.path("state").asText()).isEqualTo("WITHDRAWN");
        assertThat(event.path("linkedTo").asText()).isEqualTo(one.toString());
        assertThat(Events.await(CreatorState.UPDATED, one, 2).data().path("accounts"))
                .hasSize(2);
    }

    @Test
    void shouldRestoreBothWhenUnlinked() {
        // Given
        String accountId = signUpBoth();
        link(one, other).statusCode(201);
        as(Tokens.creator(one))
                .body(Map.of("observedAt", "2025-07-01T08:00:00Z", "followers", 800))
                .post("/v1/creators/" + one + "/accounts/" + accountId + "/snapshots")
                .then()
                .statusCode(201);
        // When
        var stale = as(Tokens.operator()).header("If-Match", "\"1\"").delete("/v1/creators/" + one + "/links/" + other);
        var undone =
                as(Tokens.operator()).header("If-Match", "\"3\"").delete("/v1/creators/" + one + "/links/" + other);
        // Then
        stale.then().statusCode(412);
        undone.then().statusCode(204);
        as(Tokens.creator(one)).get("/v1/creators/" + one).then().body("accounts.handle", contains(handleOfOne));
        as(Tokens.creator(other))
                .get("/v1/creators/" + other)
                .then()
                .body("state", equalTo("ACTIVE"))
                .body("linkedTo", nullValue())
                .body("accounts[0].accountId", equalTo(accountId))
                .body("accounts[0].followers", equalTo(800));
        as(Tokens.creator(other))
                .get("/v1/creators/" + other + "/accounts/" + accountId + "/snapshots")
                .then()
                .body("items.followers", contains(800, 700));
        as(Tokens.operator())
                .get("/v1/creators/" + one + "/links")
                .then()
                .body("items", hasSize(1))
                .body("items[0].unlinkedAt", notNullValue());
        link(one, other).statusCode(201);
    }

    @Test
    void shouldKeepLinkedAccountsWhenProfileIsReplaced() {
        // Given
        signUpBoth();
        link(one, other).statusCode(201);
        // When
        var replaced = as(Tokens.creator(one))
                .header("If-Match", "\"2\"")
                .body(profile(handle()))
                .put("/v1/creators/" + one);
        var ofAbsorbed = as(Tokens.creator(other))
                .header("If-Match", "*")
                .body(profile(handle()))
                .put("/v1/creators/" + other);
        // Then
        replaced.then().statusCode(200).body("accounts.handle", hasItem(handleOfOther));
        ofAbsorbed.then().statusCode(409).body("type", containsString("creator-linked"));
    }

    @Test
    void shouldRefuseChainsItselfAndStrangers() {
        // Given
        signUpBoth();
        UUID third = UUID.randomUUID();
        signUp(third, profile(handle()));
        link(one, other).statusCode(201);
        // When
        var self = link(one, one);
        var again = link(third, other);
        var chain = link(third, one);
        var intoAbsorbed = link(other, third);
        var missing = link(one, UUID.randomUUID());
        var byCreator = as(Tokens.creator(one))
                .body(Map.of("creatorId", third, "reason", "mine"))
                .post("/v1/creators/" + one + "/links");
        // Then
        self.statusCode(422);
        again.statusCode(409).body("type", containsString("link-refused"));
        chain.statusCode(409).body("type", containsString("link-refused"));
        intoAbsorbed.statusCode(409).body("type", containsString("creator-linked"));
        missing.statusCode(404);
        byCreator.then().statusCode(403);
        as(Tokens.creator(third)).get("/v1/creators/" + one + "/links").then().statusCode(404);
    }

    @Test
    void shouldGiveImportedAccountToCreatorWhoClaimsIt() {
        // Given
        String handle = handle();
        UUID importedId = importOne(handle);
        signUp(one, Map.of("displayName", "Somebody", "accounts", List.of()));
        String claimId = as(Tokens.creator(one))
                .body(Map.of("platform", "INSTAGRAM", "handle", "@" + handle))
                .post("/v1/creators/" + one + "/claims")
                .then()
                .statusCode(201)
                .body("state", equalTo("PENDING"))
                .body("proofCode", startsWith("affinity-"))
                .extract()
                .path("claimId");
        // When
        var twice = as(Tokens.creator(one))
                .body(Map.of("platform", "INSTAGRAM", "handle", handle))
                .post("/v1/creators/" + one + "/claims");
        var byCreator = as(Tokens.creator(one)).post("/v1/account-claims/" + claimId + "/approval");
        var approved = as(Tokens.operator()).post("/v1/account-claims/" + claimId + "/approval");
        var again = as(Tokens.operator()).post("/v1/account-claims/" + claimId + "/refusal");
        // Then
        twice.then().statusCode(409);
        byCreator.then().statusCode(403);
        approved.then().statusCode(200).body("state", equalTo("APPROVED"));
        again.then().statusCode(409).body("type", containsString("claim-refused"));
        as(Tokens.creator(one))
                .get("/v1/creators/" + one)
                .then()
                .body("accounts.handle", contains(handle))
                .body("accounts[0].followers", equalTo(5000));
        as(Tokens.operator()).get("/v1/creators/" + importedId).then().body("linkedTo", equalTo(one.toString()));
        assertThat(importOne(handle)).isEqualTo(one);
    }

    @Test
    void shouldNotGiveAwayAccountOfCreatorWhoSignedUp() {
        // Given
        signUpBoth();
        String claimId = as(Tokens.creator(one))
                .body(Map.of("platform", "INSTAGRAM", "handle", handleOfOther))
                .post("/v1/creators/" + one + "/claims")
                .path("claimId");
        // When
        var approval = as(Tokens.operator()).post("/v1/account-claims/" + claimId + "/approval");
        // Then
        approval.then().statusCode(409).body("type", containsString("claim-refused"));
        as(Tokens.operator()).get("/v1/creators/" + one + "/claims").then().body("items.state", contains("PENDING"));
        as(Tokens.creator(other)).get("/v1/creators/" + one + "/claims").then().statusCode(404);
        as(Tokens.creator(other))
                .body(Map.of("platform", "INSTAGRAM", "handle", "x"))
                .post("/v1/creators/" + one + "/claims")
                .then()
                .statusCode(404);
        as(Tokens.operator())
                .get("/v1/account-claims?state=PENDING&limit=200")
                .then()
                .statusCode(200)
                .body("items.claimId", hasItem(claimId));
        as(Tokens.creator(one)).get("/v1/account-claims").then().statusCode(403);
    }
}

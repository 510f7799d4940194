package org.affinity.profile.partner;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class PartnerCreatorComponentTest {

    private static final String RECORDS = "/v1/partner-creators/";
    private static final String BATCHES = "/v1/partner-creator-batches";

    private final String partner = Tokens.partner(UUID.randomUUID());

    private static Map<String, Object> said(String name, String... handles) {
        var accounts = new ArrayList<Map<String, Object>>();
        for (String handle : handles) {
            accounts.add(Map.of("platform", "INSTAGRAM", "handle", handle, "followers", 100));
        }
        return Map.of("displayName", name, "bio", "Bio of " + name, "accounts", accounts);
    }

    private static Map<String, Object> item(String externalId, Map<String, Object> said) {
        return Map.of("externalId", externalId, "creator", said);
    }

    private Response put(String externalId, Map<String, Object> said) {
        return as(partner).header("If-Match", "*").body(said).put(RECORDS + externalId);
    }

    private Response batch(List<?> items) {
        return as(partner).body(Map.of("items", items)).post(BATCHES);
    }

    @Test
    void shouldCreateReadReplaceAndForget() {
        // Given
        String handle = handle();
        var created = put("crm-1", said("Léa", handle));
        UUID creatorId = UUID.fromString(created.path("creatorId"));
        // When
        var replaced = as(partner)
                .header("If-Match", created.header("ETag"))
                .body(said("Léa Lune", handle, handle()))
                .put(RECORDS + "crm-1");
        var stale = as(partner)
                .header("If-Match", created.header("ETag"))
                .body(said("Nobody", handle))
                .put(RECORDS + "crm-1");
        // Then
        created.then().statusCode(201).header("ETag", "\"1\"").header("Location", containsString(RECORDS + "crm-1"));
        replaced.then().statusCode(200).header("ETag", "\"2\"").body("creatorId", equalTo(creatorId.toString()));
        stale.then().statusCode(412);
        as(partner).get(RECORDS + "crm-1").then().body("creator.displayName", equalTo("Léa Lune"));
        as(partner)
                .get("/v1/creators/" + creatorId)
                .then()
                .body("displayName", equalTo("Léa Lune"), "accounts", hasSize(2), "version", equalTo(2));
        assertThat(Events.await(CreatorState.UPDATED, creatorId, 2)
                        .data()
                        .path("bio")
                        .asText())
                .isEqualTo("Bio of Léa Lune");
        as(partner).header("If-Match", "\"2\"").delete(RECORDS + "crm-1").then().statusCode(204);
        as(partner).get(RECORDS + "crm-1").then().statusCode(404);
        as(partner).get("/v1/creators/" + creatorId).then().statusCode(200);
    }

    @Test
    void shouldAttachToWhoHoldsTheAccountAndLeaveTheirOwnWords() {
        // Given
        UUID creatorId = UUID.randomUUID();
        String handle = handle();
        var own = new HashMap<>(profile(handle));
        own.put("displayName", "My own name");
        signUp(creatorId, own);
        // When
        var reply = put("crm-2", said("Another name", handle, handle()));
        // Then
        reply.then().statusCode(201).body("creatorId", equalTo(creatorId.toString()));
        as(partner)
                .get("/v1/creators/" + creatorId)
                .then()
                .body("displayName", equalTo("My own name"))
                .body("accounts.handle", contains(handle))
                .body("bio", equalTo("Bio of Another name"));
    }

    @Test
    void shouldRefuseAccountsOfSeveralCreators() {
        // Given
        String first = handle();
        String second = handle();
        put("a", said("First", first));
        put("b", said("Second", second));
        // When
        var both = put("c", said("Both", first, second));
        var foreign = put("a", said("First", first, second));
        // Then
        both.then().statusCode(409).body("type", containsString("account-taken"));
        foreign.then().statusCode(409);
        as(partner).get(RECORDS + "c").then().statusCode(404);
        as(partner).get(RECORDS + "a").then().body("version", equalTo(1));
    }

    @Test
    void shouldTakeEachItemWholeOrNotAtAll() {
        // Given
        String taken = handle();
        String other = handle();
        put("known", said("Known", taken));
        put("other", said("Other", other));
        String shared = handle();
        var items = List.of(
                item("new", said("New", handle())),
                item("bad", Map.of("displayName", "", "accounts", List.of())),
                item("typed", Map.of("displayName", 5, "accounts", List.of())),
                "not an object",
                item("known", said("Known", taken)),
                item("other", said("Renamed", other)),
                item("both", said("Both", taken, other)),
                item("new", said("Again", handle())),
                item("one", said("Shared", shared)),
                item("two", said("Shared", shared)),
                item("surplus", Map.of("displayName", "X", "colour", "red")));
        // When
        var reply = batch(items);
        // Then
        reply.then()
                .statusCode(200)
                .body("results.status", contains(201, 422, 422, 422, 200, 200, 409, 422, 201, 201, 422))
                .body("results[0].outcome", equalTo("CREATED"))
                .body(
                        "results[1].problem.errors.pointer",
                        contains("/items/1/creator/accounts", "/items/1/creator/displayName"))
                .body("results[2].problem.errors[0].pointer", equalTo("/items/2/creator/displayName"))
                .body("results[4].outcome", equalTo("UNCHANGED"))
                .body("results[5].outcome", equalTo("REPLACED"))
                .body("results[6].problem.type", containsString("account-taken"))
                .body("results[7].problem.errors[0].pointer", equalTo("/items/7/externalId"))
                .body("results[9].outcome", equalTo("ATTACHED"))
                .body("results[10].problem.errors[0].rule", equalTo("unknownField"));
        assertThat(reply.<String>path("results[8].creatorId")).isEqualTo(reply.path("results[9].creatorId"));
        as(partner)
                .get(RECORDS.substring(0, RECORDS.length() - 1) + "?limit=2")
                .then()
                .body("items.externalId", contains("known", "new"));
        as(partner).get(RECORDS + "bad").then().statusCode(404);
    }

    @Test
    void shouldTakeAThousandItemsAndTheSameKeyOnce() {
        // Given
        var items = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 1_000; i++) {
            items.add(item("bulk-" + i, said("Bulk " + i, handle(), handle())));
        }
        String key = UUID.randomUUID().toString();
        var request = as(partner).header("Idempotency-Key", key).body(Map.of("items", items));
        // When
        var reply = request.post(BATCHES);
        var repeated = as(partner)
                .header("Idempotency-Key", key)
                .body(Map.of("items", items))
                .post(BATCHES);
        // Then
        reply.then().statusCode(200).body("results.findAll { it.outcome == 'CREATED' }", hasSize(1_000));
        repeated.then().header("Idempotency-Replayed", "true").body(equalTo(reply.asString()));
    }

    @Test
    void shouldRefuseBadRequests() {
        // Given
        var tooMany = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 1_001; i++) {
            tooMany.add(Map.of());
        }
        // When
        var none = batch(List.of());
        var many = batch(tooMany);
        var noPrecondition = as(partner).body(said("X", handle())).put(RECORDS + "x");
        var badId = put("a%2Fb", said("X", handle()));
        var badBody = put(
                "x",
                Map.of(
                        "displayName",
                        "X",
                        "birthYear",
                        1700,
                        "accounts",
                        List.of(Map.of("platform", "X", "handle", "x"))));
        var missing = as(partner).header("If-Match", "*").delete(RECORDS + "missing");
        var asBrand = as(Tokens.brand(UUID.randomUUID())).get(RECORDS + "x");
        var noOrganisation = as(Tokens.of("partner", Map.of()))
                .body(Map.of("items", List.of(Map.of())))
                .post(BATCHES);
        // Then
        none.then().statusCode(422);
        many.then().statusCode(422);
        noPrecondition.then().statusCode(428);
        assertThat(badId.statusCode()).isIn(400, 404);
        badBody.then().statusCode(422).body("errors[0].pointer", equalTo("/birthYear"));
        missing.then().statusCode(404);
        asBrand.then().statusCode(403);
        noOrganisation.then().statusCode(404);
    }

    @Test
    void shouldKeepRecordsOfOneOrganisationFromAnother() {
        // Given
        String handle = handle();
        var own = put("crm-7", said("Mine", handle));
        String other = Tokens.partner(UUID.randomUUID());
        // When
        var read = as(other).get(RECORDS + "crm-7");
        var list = as(other).get("/v1/partner-creators");
        var delete = as(other).header("If-Match", "*").delete(RECORDS + "crm-7");
        var write =
                as(other).header("If-Match", "*").body(said("Theirs", handle)).put(RECORDS + "crm-7");
        // Then
        read.then().statusCode(404);
        list.then().statusCode(200).body("items", hasSize(0));
        delete.then().statusCode(404);
        write.then().statusCode(201).body("creatorId", equalTo(own.path("creatorId")), "version", equalTo(1));
        as(partner).get(RECORDS + "crm-7").then().body("creator.displayName", equalTo("Mine"));
    }
}

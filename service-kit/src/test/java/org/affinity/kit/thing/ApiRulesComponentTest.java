package org.affinity.kit.thing;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The rules of the API that every resource gets from the kit. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class ApiRulesComponentTest {

    private final UUID organisation = UUID.randomUUID();

    @Inject
    AgroalDataSource dataSource;

    private RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    private RequestSpecification brand() {
        return as(Tokens.brand(organisation));
    }

    private Response create(String name, String key) {
        return brand().header("Idempotency-Key", key)
                .body("{\"name\":\"" + name + "\"}")
                .post("/v1/things");
    }

    private int count(String token) {
        return as(token).get("/v1/things").jsonPath().getList("items").size();
    }

    @Test
    void shouldLetBrowsersOfAllowedOriginsInAndNoOthers() {
        Response allowed = brand().header("Origin", "https://app.example.org").get("/v1/things");
        assertThat(allowed.statusCode()).isEqualTo(200);
        assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example.org");
        assertThat(allowed.header("Access-Control-Expose-Headers")).contains("ETag", "Location", "Retry-After");
        Response preflight = given().header("Origin", "https://app.example.org")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type,idempotency-key")
                .options("/v1/things");
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("idempotency-key");
        Response foreign =
                brand().header("Origin", "https://elsewhere.example.org").get("/v1/things");
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void shouldAnswerTheSavedReplyWhenARequestIsRepeated() {
        Response first = create("once", "key-1");
        Response second = create("once", "key-1");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(count(Tokens.brand(organisation))).isEqualTo(1);
    }

    @Test
    void shouldRefuseAKeyThatBelongsToAnotherRequest() {
        create("one", "key-2");
        Response other = create("two", "key-2");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.jsonPath().getString("type")).endsWith(":idempotency-key-reused");
    }

    @Test
    void shouldNotMixUpKeysOfTwoOrganisations() {
        create("mine", "key-3");
        UUID other = UUID.randomUUID();
        Response theirs = as(Tokens.brand(other))
                .header("Idempotency-Key", "key-3")
                .body("{\"name\":\"theirs\"}")
                .post("/v1/things");
        assertThat(theirs.statusCode()).isEqualTo(201);
        assertThat(theirs.jsonPath().getString("name")).isEqualTo("theirs");
    }

    @Test
    void shouldNotSaveAFailedRequest() {
        assertThat(create(" ", "key-4").statusCode()).isEqualTo(422);
        assertThat(create("mended", "key-4").statusCode()).isEqualTo(201);
    }

    @Test
    void shouldCreateOneResourceWhenTwentyRequestsComeAtOnce() throws Exception {
        List<Callable<Integer>> requests = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            requests.add(() -> create("parallel", "key-5").statusCode());
        }
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(20)) {
            for (Future<Integer> answer : pool.invokeAll(requests)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).contains(201).isSubsetOf(201, 409);
        assertThat(count(Tokens.brand(organisation))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "with space"})
    void shouldRefuseAKeyThatIsNone(String key) {
        assertThat(create("a", key).statusCode()).isEqualTo(400);
    }

    @Test
    void shouldNeedTheCurrentVersionForAChange() {
        String thing = "/v1/things/" + create("a", "key-6").jsonPath().getString("thingId");
        assertThat(brand().body("{\"name\":\"b\"}").put(thing).statusCode()).isEqualTo(428);
        Response changed =
                brand().header("If-Match", "\"1\"").body("{\"name\":\"b\"}").put(thing);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(brand().header("If-Match", "\"1\"")
                        .body("{\"name\":\"c\"}")
                        .put(thing)
                        .statusCode())
                .isEqualTo(412);
        assertThat(brand().header("If-Match", "\"1\"").delete(thing).statusCode())
                .isEqualTo(412);
        assertThat(brand().header("If-Match", "\"2\"").delete(thing).statusCode())
                .isEqualTo(204);
    }

    @Test
    void shouldAnswerNotModifiedToWhoHasTheVersion() {
        String thing = "/v1/things/" + create("a", "key-7").jsonPath().getString("thingId");
        assertThat(brand().header("If-None-Match", "\"1\"").get(thing).statusCode())
                .isEqualTo(304);
        Response changed = brand().header("If-None-Match", "\"9\"").get(thing);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().getValues("Cache-Control")).containsExactly("no-store");
    }

    /** A proxy that compresses replies makes their tags weak; whether a copy is current does not depend on that. */
    @ParameterizedTest
    @ValueSource(strings = {"W/\"1\"", "*", "\"0\", W/\"1\""})
    void shouldAnswerNotModifiedToWeakTagsAndToAny(String known) {
        // Given
        String thing = "/v1/things/" + create("a", UUID.randomUUID().toString()).path("thingId");
        // When
        int status = brand().header("If-None-Match", known).get(thing).statusCode();
        // Then
        assertThat(status).isEqualTo(304);
    }

    @Test
    void shouldAllowNoChangeByAWeakTag() {
        // Given
        String thing = "/v1/things/" + create("a", "key-8").path("thingId");
        // When
        Response change =
                brand().header("If-Match", "W/\"1\"").body("{\"name\":\"b\"}").put(thing);
        // Then
        assertThat(change.statusCode()).isEqualTo(412);
    }

    @Test
    void shouldTellTheMethodsOfAPathAndNotOfItsNeighbours() {
        // Given
        String thing = "/v1/things/" + create("a", "key-9").path("thingId");
        // When
        String ofList = brand().options("/v1/things").header("Allow");
        String ofThing = brand().options(thing).header("Allow");
        // Then
        assertThat(ofList).isEqualTo("GET, HEAD, OPTIONS, POST");
        assertThat(ofThing).isEqualTo("DELETE, GET, HEAD, OPTIONS, PUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "nonsense"})
    void shouldRefuseABodyInACoding(String coding) {
        // When
        Response reply = brand().header("Content-Encoding", coding)
                .body("{\"name\":\"coded\"}")
                .post("/v1/things");
        // Then
        assertThat(reply.statusCode()).isEqualTo(415);
        assertThat(reply.contentType()).startsWith("application/problem+json");
        assertThat(reply.header("Accept-Encoding")).isEqualTo("identity");
        assertThat(brand().header("Content-Encoding", "identity")
                        .body("{\"name\":\"plain\"}")
                        .post("/v1/things")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void shouldSayThatASavedReplyWasErased() throws Exception {
        // Given
        create("erased", "key-10");
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(
                        "update idempotency set body = null, headers = '{}' where key = 'key-10'")) {
            statement.executeUpdate();
        }
        // When
        Response repeated = create("erased", "key-10");
        // Then
        assertThat(repeated.statusCode()).isEqualTo(409);
        assertThat(repeated.jsonPath().getString("type")).endsWith(":conflict");
        assertThat(repeated.jsonPath().getString("detail")).contains("erased");
        assertThat(count(Tokens.brand(organisation))).isEqualTo(1);
    }

    static Stream<Map<String, Object>> unreadableClaims() {
        Map<String, Object> nobody =
                new HashMap<>(Map.of("org_id", UUID.randomUUID().toString()));
        nobody.put("sub", null);
        return Stream.of(
                Map.of("org_id", "acme"),
                Map.of("org_id", List.of(UUID.randomUUID().toString())),
                Map.of("org_id", UUID.randomUUID().toString(), "acts_for", List.of("acme")),
                Map.of("org_id", UUID.randomUUID().toString(), "acts_for", List.of(7)),
                nobody);
    }

    @ParameterizedTest
    @MethodSource("unreadableClaims")
    void shouldRefuseATokenThatDoesNotSayWhoItIs(Map<String, Object> claims) {
        // When
        Response reply = as(Tokens.of("agency", claims)).get("/v1/things");
        // Then
        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void shouldWalkAListWithoutGapsWhileItGrows() {
        List<String> before = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            before.add(create("t" + i, "walk-" + i).jsonPath().getString("thingId"));
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Response page = brand().get("/v1/things?limit=3" + cursor);
            seen.addAll(page.jsonPath().getList("items.thingId"));
            create("later", "later-" + seen.size());
            String next = page.jsonPath().getString("nextCursor");
            cursor = next == null ? null : "&cursor=" + next;
        } while (cursor != null && seen.size() < 50);
        assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void shouldRefuseACursorOfAnotherCallerOrFilterOrAnAlteredOne() {
        for (int i = 0; i < 3; i++) {
            create("t", "cursor-" + i);
        }
        String cursor = brand().get("/v1/things?limit=1").jsonPath().getString("nextCursor");
        assertThat(brand().get("/v1/things?limit=1&cursor=" + cursor).statusCode())
                .isEqualTo(200);
        assertThat(brand().get("/v1/things?limit=1&name=t&cursor=" + cursor).statusCode())
                .isEqualTo(400);
        assertThat(as(Tokens.brand(UUID.randomUUID()))
                        .get("/v1/things?limit=1&cursor=" + cursor)
                        .statusCode())
                .isEqualTo(400);
        char last = cursor.charAt(3) == 'A' ? 'B' : 'A';
        String altered = cursor.substring(0, 3) + last + cursor.substring(4);
        assertThat(brand().get("/v1/things?limit=1&cursor=" + altered).statusCode())
                .isEqualTo(400);
    }

    @Test
    void shouldShowForeignThingsAsMissing() {
        String thing = "/v1/things/" + create("mine", "tenant-1").jsonPath().getString("thingId");
        String stranger = Tokens.brand(UUID.randomUUID());
        assertThat(as(stranger).get(thing).statusCode()).isEqualTo(404);
        assertThat(as(stranger)
                        .header("If-Match", "*")
                        .body("{\"name\":\"x\"}")
                        .put(thing)
                        .statusCode())
                .isEqualTo(404);
        assertThat(as(stranger).header("If-Match", "*").delete(thing).statusCode())
                .isEqualTo(404);
        assertThat(count(stranger)).isZero();
        assertThat(brand().get(thing).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldLetAnAgencySeeItsClients() {
        create("client", "agency-1");
        assertThat(count(Tokens.agency(UUID.randomUUID(), organisation))).isEqualTo(1);
        assertThat(count(Tokens.agency(UUID.randomUUID()))).isZero();
    }

    @Test
    void shouldNotTakeClientsFromARoleThatHasNone() {
        create("victim", "agency-2");
        String forged = Tokens.of(
                "brand",
                java.util.Map.of("org_id", UUID.randomUUID().toString(), "acts_for", List.of(organisation.toString())));
        assertThat(count(forged)).isZero();
    }

    @Test
    void shouldRefuseWhoHasNoRoleForIt() {
        Response response = as(Tokens.creator(UUID.randomUUID())).get("/v1/things");
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.contentType()).startsWith("application/problem+json");
    }

    @Test
    void shouldRefuseEveryForgedToken() {
        String good = Tokens.brand(organisation);
        String[] parts = good.split("\\.", -1);
        String none = encode("{\"alg\":\"none\"}");
        String hmac = encode("{\"alg\":\"HS256\"}");
        List<String> forged = List.of(
                "",
                "x",
                "a.b.c",
                none + "." + parts[1] + ".",
                encode("{\"alg\":\"None\"}") + "." + parts[1] + ".",
                none + "." + parts[1] + "." + parts[2],
                hmac + "." + parts[1] + "." + parts[2],
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + encode("{\"sub\":\"x\",\"groups\":[\"operator\"]}") + "." + parts[2],
                good.substring(0, good.length() - 4) + "AAAA",
                Tokens.of("brand", java.util.Map.of("aud", "somebody-else")),
                Tokens.of("brand", java.util.Map.of("iss", "https://issuer.example")),
                Tokens.expired("brand"));
        for (String token : forged) {
            Response response =
                    given().header("Authorization", "Bearer " + token).get("/v1/things");
            assertThat(response.statusCode()).as(token).isEqualTo(401);
            assertThat(response.contentType()).startsWith("application/problem+json");
            assertThat(response.header("WWW-Authenticate")).startsWith("Bearer");
        }
        assertThat(given().get("/v1/things").statusCode()).isEqualTo(401);
        assertThat(given().get("/v1/things?access_token=" + good).statusCode()).isEqualTo(401);
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void shouldEchoTheRequestIdAndTellTheRateLimit() {
        Response response = brand().header("X-Request-Id", "my-request-0001").get("/v1/things");
        assertThat(response.header("X-Request-Id")).isEqualTo("my-request-0001");
        assertThat(response.header("RateLimit")).matches("\"default\";r=\\d+;t=\\d+");
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(brand().header("X-Request-Id", "no\tgood").get("/v1/things").header("X-Request-Id"))
                .isNotEqualTo("no\tgood");
    }
}

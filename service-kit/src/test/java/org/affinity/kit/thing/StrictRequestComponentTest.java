package org.affinity.kit.thing;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What a plain framework answers to bad input, and what the kit answers instead. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class StrictRequestComponentTest {

    private final UUID organisation = UUID.randomUUID();

    private Response post(String body) {
        return given().header("Authorization", "Bearer " + Tokens.brand(organisation))
                .contentType("application/json")
                .body(body)
                .post("/v1/things");
    }

    private static void assertProblem(Response response, int status, String pointer) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(response.jsonPath().getString("requestId")).isEqualTo(response.header("X-Request-Id"));
        assertThat(response.asString()).doesNotContain("org.affinity", "java.", "Exception", "ThingRequest", "body.");
        if (pointer != null) {
            assertThat(response.jsonPath().getString("errors[0].pointer")).isEqualTo(pointer);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"since\":\"2026-02-30\"}|must be a day of the calendar such as 2026-03-31",
                "{\"name\":\"a\\u0000b\"}|must not contain NUL or lone surrogates",
                "{\"name\":5}|must be a string",
                "{\"nam\":\"a\"}|is not a field here; known are"
                        + " [name, count, share, active, size, since, colour, price, parts, marks]"
            })
    void shouldSayHowToMendIt(String body, String detail) {
        // Given

        // When
        Response response = post(body);

        // Then
        assertThat(response.jsonPath().getString("errors[0].detail")).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":\"a\",\"count\":\"12\"}|422|/count",
                "{\"name\":\"a\",\"count\":1.9}|422|/count",
                "{\"name\":\"a\",\"size\":1.9}|422|/size",
                "{\"name\":\"a\",\"size\":\"\"}|422|/size",
                "{\"name\":\"a\",\"count\":99999999999999999999}|422|/count",
                "{\"name\":\"a\",\"share\":\"0.5\"}|422|/share",
                "{\"name\":\"a\",\"active\":\"true\"}|422|/active",
                "{\"name\":\"a\",\"active\":1}|422|/active",
                "{\"name\":5}|422|/name",
                "{\"name\":true}|422|/name",
                "{\"name\":[\"a\"]}|422|/name",
                "{\"name\":\"a\",\"since\":20240101}|422|/since",
                "{\"name\":\"a\",\"since\":[2024,1,1]}|422|/since",
                "{\"name\":\"a\",\"since\":\"soon\"}|422|/since",
                "{\"name\":\"a\",\"since\":\"+9999999-12-31\"}|422|/since",
                "{\"name\":\"a\",\"since\":\"-0001-01-01\"}|422|/since",
                "{\"name\":\"a\",\"colour\":\"GREEN\"}|422|/colour",
                "{\"name\":\"a\",\"colour\":0}|422|/colour",
                "{\"name\":\"a\",\"unknown\":1}|422|/unknown",
                "{\"name\":\"a\\u0000b\"}|422|/name",
                "{\"name\":\"a\\ud800b\"}|422|/name",
                "{\"name\":\"a\",\"price\":{\"amount\":12,\"currency\":\"EUR\"}}|422|/price/amount",
                "{\"name\":\"a\",\"price\":{\"amount\":\"-1\",\"currency\":\"EUR\"}}|422|/price/amount",
                "{\"name\":\"a\",\"price\":{\"amount\":\"1\",\"currency\":\"ABC\"}}|422|/price/currency",
                "{\"name\":\"a\",\"parts\":[{\"label\":\"x\"},{\"label\":\" \"}]}|422|/parts/1/label",
                "{\"name\":\"a\",\"parts\":{}}|422|/parts",
                "{\"name\":\"a\",\"marks\":{\"x/y~z\":null}}|422|/marks/x~1y~0z",
                "{\"name\":\" \"}|422|/name",
                "{}|422|/name",
                "{\"name\":\"a\",\"name\":\"b\"}|400|",
                "{\"name\":|400|",
                "{\"name\":\"a\"} {}|400|",
                "[]|400|",
                "\"a\"|400|",
                "null|400|",
                "`` |400|",
                "` `|400|"
            })
    void shouldRefuseBodyThatDoesNotMeanWhatItSays(String body, int status, String pointer) {
        assertProblem(post(body == null ? "" : body), status, pointer);
    }

    @Test
    void shouldRefuseDeepNesting() {
        assertProblem(post("{\"name\":\"a\",\"parts\":" + "[".repeat(500)), 422, "/parts/0");
    }

    @Test
    void shouldRefuseBodyOverTheLimit() {
        assertProblem(post("{\"name\":\"" + "a".repeat(1_100_000) + "\"}"), 413, null);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=abc,limit",
        "limit=0,limit",
        "limit=201,limit",
        "limit=99999999999999999999,limit",
        "limit=1&limit=2,limit",
        "limit=,limit",
        "colour=zzz,colour",
        "page=2,page",
        "name=a%00b,name",
        "cursor=zzz,cursor"
    })
    void shouldRefuseQueryByTheNameOfTheParameter(String query, String parameter) {
        Response response = given().header("Authorization", "Bearer " + Tokens.brand(organisation))
                .urlEncodingEnabled(false)
                .get("/v1/things?" + query);
        assertProblem(response, 400, null);
        assertThat(response.jsonPath().getString("errors[0].parameter")).isEqualTo(parameter);
    }

    @Test
    void shouldSayWhichMethodsTheResourceKnows() {
        Response response = given().header("Authorization", "Bearer " + Tokens.brand(organisation))
                .patch("/v1/things");
        assertProblem(response, 405, null);
        assertThat(response.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    }

    @Test
    void shouldAnswerProblemWhenNothingIsThere() {
        String token = "Bearer " + Tokens.brand(organisation);
        assertProblem(given().header("Authorization", token).get("/v1/nothing"), 404, null);
        assertProblem(given().header("Authorization", token).get("/v1/things/nothing"), 404, null);
        assertProblem(given().header("Authorization", token).get("/v1/things/" + UUID.randomUUID()), 404, null);
        assertProblem(given().get("/q/health"), 404, null);
    }

    @Test
    void shouldRefuseMediaTypesItDoesNotSpeak() {
        String token = "Bearer " + Tokens.brand(organisation);
        assertProblem(given().header("Authorization", token).accept("text/csv").get("/v1/things"), 406, null);
        assertProblem(
                given().header("Authorization", token)
                        .contentType("text/plain")
                        .body("a")
                        .post("/v1/things"),
                415,
                null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "xchunked"})
    void shouldRefuseTransferCodingsItDoesNotKnow(String coding) throws IOException {
        assertThat(statusOfRaw("Transfer-Encoding: " + coding)).isIn(400, 501);
    }

    private static int statusOfRaw(String header) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            String request = "POST /v1/things HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header
                    + "\r\nContent-Type: application/json\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            return Integer.parseInt(answer.readLine().split(" ", -1)[1]);
        }
    }

    @Test
    void shouldHideTheReasonOfAnUnexpectedFailure() {
        assertProblem(post("{\"name\":\"broken\"}"), 500, null);
    }

    @Test
    void shouldKeepTextAsItCame() {
        String name = "Zoë 🤍 \u202eabc\u202c 'drop table' \\ \" é";
        String id = post("{\"name\":\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}")
                .jsonPath()
                .getString("thingId");
        assertThat(given().header("Authorization", "Bearer " + Tokens.brand(organisation))
                        .get("/v1/things/" + id)
                        .jsonPath()
                        .getString("name"))
                .isEqualTo(name);
    }
}

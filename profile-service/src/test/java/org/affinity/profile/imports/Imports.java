package org.affinity.profile.imports;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.test.Tokens;
import org.awaitility.Awaitility;

import static io.restassured.RestAssured.given;
import static org.affinity.profile.ProfileApi.as;

/** Uploads for tests. */
public final class Imports {

    static final String PATH = "/v1/creator-imports";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Imports() {}

    static Response upload(String token, String fileName, String content, String mapping) {
        return upload(token, fileName, content, mapping, UUID.randomUUID().toString());
    }

    static Response upload(String token, String fileName, String content, String mapping, String key) {
        return upload(token, fileName, content.getBytes(StandardCharsets.UTF_8), mapping, key);
    }

    static Response upload(String token, String fileName, byte[] content, String mapping, String key) {
        var request = given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .multiPart("file", fileName, content, "application/octet-stream");
        return (mapping == null ? request : request.multiPart("mapping", mapping)).post("/v1/creator-imports");
    }

    /** Uploads a list with further parts of the form, by name, and waits for the end of its import. */
    static JsonPath runWith(String token, String fileName, byte[] content, Map<String, String> parts) {
        var request = form(token, fileName, content);
        parts.forEach(request::multiPart);
        return await(token, request.post(PATH).then().statusCode(202).extract().path("importId"));
    }

    /** A form with a file, to be sent. */
    static RequestSpecification form(String token, String fileName, byte[] content) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .multiPart("file", fileName, content, "application/octet-stream");
    }

    /** Uploads a list and waits for the end of its import. */
    public static JsonPath run(String token, String fileName, String content, String mapping) {
        return run(token, fileName, content.getBytes(StandardCharsets.UTF_8), mapping);
    }

    static JsonPath run(String token, String fileName, byte[] content, String mapping) {
        String importId = upload(
                        token, fileName, content, mapping, UUID.randomUUID().toString())
                .then()
                .statusCode(202)
                .extract()
                .path("importId");
        return await(token, importId);
    }

    static JsonPath await(String token, String importId) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> as(token).get("/v1/creator-imports/" + importId).jsonPath(),
                        report -> report.getString("finishedAt") != null);
    }

    /** The creator that a record of an import was taken over to. */
    static UUID creatorOf(JsonPath report, int row) {
        String path = "/v1/creator-imports/" + report.getString("importId") + "/rows?limit=200";
        return UUID.fromString(
                as(Tokens.operator()).get(path).jsonPath().getString("items.find { it.row == " + row + " }.creatorId"));
    }
}

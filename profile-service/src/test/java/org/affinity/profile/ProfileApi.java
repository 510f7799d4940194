package org.affinity.profile;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.test.Tokens;

import static io.restassured.RestAssured.given;

/** Requests that many tests make. */
public final class ProfileApi {

    private ProfileApi() {}

    /** A request with a bearer token. */
    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** The smallest valid profile with one account of this handle. */
    public static Map<String, Object> profile(String handle) {
        return Map.of(
                "displayName", "Somebody", "accounts", List.of(Map.of("platform", "INSTAGRAM", "handle", handle)));
    }

    /** A handle that no other test uses. */
    public static String handle() {
        return "h" + UUID.randomUUID().toString().replace("-", "");
    }

    /** Signs a creator up with one account. */
    public static ValidatableResponse signUp(UUID creatorId, Map<String, Object> profile) {
        return as(Tokens.creator(creatorId))
                .body(profile)
                .post("/v1/creators")
                .then()
                .statusCode(201);
    }
}

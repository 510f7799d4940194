package org.affinity.profile.willingness;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.affinity.profile.creator.CreatorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.affinity.profile.ProfileApi.profile;
import static org.affinity.profile.ProfileApi.signUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class WillingnessTenancyComponentTest {

    private static final Map<String, Object> CONTACT = Map.of(
            "channels",
            List.of(
                    Map.of("kind", "EMAIL", "address", "lea.secret@example.com", "preferred", true),
                    Map.of("kind", "SMS", "address", "+33612345678", "preferred", false)),
            "quietHours",
            Map.of("from", "21:00", "until", "08:30"));

    private final UUID own = UUID.randomUUID();
    private final UUID foreign = UUID.randomUUID();

    @Inject
    AgroalDataSource dataSource;

    private static Map<String, Object> body(String part) {
        return switch (part) {
            case "contact-channels" -> CONTACT;
            case "niches" -> Map.of("categoryIds", List.of());
            case "causes" -> Map.of("causeIds", List.of());
            default -> Map.of("items", List.of());
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "availability",
                "rate-card",
                "languages",
                "brands",
                "niches",
                "causes",
                "appearances",
                "contact-channels"
            })
    void shouldKeepOneCreatorFromReadingAndChangingAnother(String part) {
        // Given
        signUp(own, profile(handle()));
        signUp(foreign, profile(handle()));
        String path = "/v1/creators/" + foreign + "/" + part;
        // When
        var read = as(Tokens.creator(own)).get(path);
        var missing = as(Tokens.creator(own)).get("/v1/creators/" + UUID.randomUUID() + "/" + part);
        var change =
                as(Tokens.creator(own)).header("If-Match", "*").body(body(part)).put(path);
        var byBrand = as(Tokens.brand(UUID.randomUUID()))
                .header("If-Match", "*")
                .body(body(part))
                .put(path);
        var anonymous = io.restassured.RestAssured.given().get(path);
        // Then
        assertThat(read.statusCode()).isEqualTo(404).isEqualTo(missing.statusCode());
        assertThat(read.<String>path("detail")).isEqualTo(missing.<String>path("detail"));
        assertThat(change.statusCode()).isEqualTo(404);
        assertThat(byBrand.statusCode()).isEqualTo(403);
        assertThat(anonymous.statusCode()).isEqualTo(401);
        as(Tokens.creator(foreign)).get("/v1/creators/" + foreign).then().body("version", equalTo(1));
    }

    @Test
    void shouldAskForTheChannels() {
        // Given
        signUp(own, profile(handle()));
        // When
        var reply = as(Tokens.creator(own))
                .header("If-Match", "*")
                .body(Map.of())
                .put("/v1/creators/" + own + "/contact-channels");
        // Then
        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.<List<String>>path("errors.pointer")).containsExactly("/channels");
    }

    @Test
    void shouldShowContactDataToCreatorAndOperatorsOnlyAndKeepThemSealed() throws Exception {
        // Given
        signUp(own, profile(handle()));
        String path = "/v1/creators/" + own + "/contact-channels";
        // When
        var reply = as(Tokens.creator(own))
                .header("If-Match", "\"1\"")
                .body(CONTACT)
                .put(path);
        // Then
        reply.then().statusCode(200).header("ETag", "\"2\"");
        as(Tokens.operator()).get(path).then().body("channels.kind", contains("EMAIL", "SMS"));
        as(Tokens.creator(own)).get(path).then().body("quietHours.from", equalTo("21:00"));
        as(Tokens.brand(UUID.randomUUID())).get(path).then().statusCode(403);
        as(Tokens.partner(UUID.randomUUID())).get(path).then().statusCode(403);
        assertThat(sealed()).doesNotContain("secret", "33612345678");
        assertThat(Events.await(CreatorState.UPDATED, own, 2).data().toString())
                .doesNotContain("secret", "33612345678");
    }

    @Test
    void shouldDeleteContactData() throws Exception {
        // Given
        signUp(own, profile(handle()));
        String path = "/v1/creators/" + own + "/contact-channels";
        as(Tokens.creator(own))
                .header("If-Match", "*")
                .body(CONTACT)
                .put(path)
                .then()
                .statusCode(200);
        // When
        var reply = as(Tokens.creator(own))
                .header("If-Match", "*")
                .body(Map.of("channels", List.of()))
                .put(path);
        // Then
        reply.then().statusCode(200).body("channels", empty());
        assertThat(sealed()).isEmpty();
    }

    @Test
    void shouldNameBrokenRulesOfContactDataWithoutRepeatingThem() {
        // Given
        signUp(own, profile(handle()));
        var body = Map.of(
                "channels",
                List.of(
                        Map.of("kind", "EMAIL", "address", "not-an-address", "preferred", true),
                        Map.of("kind", "PHONE", "address", "0612345678", "preferred", true)),
                "quietHours",
                Map.of("from", "08:00", "until", "08:00"));
        // When
        var reply = as(Tokens.creator(own))
                .header("If-Match", "*")
                .body(body)
                .put("/v1/creators/" + own + "/contact-channels");
        // Then
        reply.then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains("/channels/0/address", "/channels/1/address", "/channels/1/preferred", "/quietHours"));
        assertThat(reply.asString()).doesNotContain("not-an-address", "0612345678");
    }

    @Test
    void shouldShowNoRowWithoutCaller() throws SQLException {
        // Given
        signUp(own, profile(handle()));
        as(Tokens.creator(own))
                .header("If-Match", "*")
                .body(Map.of("items", List.of(Map.of("relation", "LOVES", "name", "Potage"))))
                .put("/v1/creators/" + own + "/brands")
                .then()
                .statusCode(200);
        // When
        try (Connection connection = dataSource.getConnection();
                ResultSet result = connection
                        .createStatement()
                        .executeQuery("select (select count(*) from creator_brand) + (select count(*) from"
                                + " contact_channel) + (select count(*) from appearance) + (select count(*) from"
                                + " invitation) + (select count(*) from responsiveness_refresh)")) {
            result.next();
            // Then
            assertThat(result.getInt(1)).isZero();
        }
    }

    /** The stored contact data of the creator, byte by byte as text. */
    private String sealed() throws Exception {
        return Tenancy.callAsSystem(() -> {
            try (Connection connection = dataSource.getConnection();
                    ResultSet result = connection
                            .createStatement()
                            .executeQuery("select sealed from contact_channel where creator_id = '" + own + "'")) {
                return result.next() ? new String(result.getBytes(1), StandardCharsets.ISO_8859_1) : "";
            }
        });
    }
}

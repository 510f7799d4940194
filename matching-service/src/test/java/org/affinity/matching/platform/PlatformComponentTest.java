package org.affinity.matching.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** Requests name platforms that exist, as soon as all were heard of. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class PlatformComponentTest {

    private static final String UPDATED = "profile.platform.updated.v1";
    private static final Map<String, Object> QUOTAS =
            Map.of("quotas", List.of(Map.of("dimension", "PLATFORM", "value", "TIKTOKK", "max", 1)));

    private final PlatformDirectory directory;

    PlatformComponentTest(PlatformDirectory directory) {
        this.directory = directory;
    }

    /** Other tests ask for platforms that nobody told of. */
    @AfterEach
    void forgetAll() {
        Tenancy.asSystem(directory::clear);
    }

    private void tell(int platformCount, String... platforms) {
        for (String platform : platforms) {
            Events.publish(
                    UPDATED,
                    platform,
                    1,
                    Map.of("platform", platform, "version", 1, "title", "A platform", "platformCount", platformCount));
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(Tenancy.callAsSystem(directory::known)).contains(platforms));
    }

    private static Response post(String path, Object body) {
        return given().auth()
                .oauth2(Tokens.brand(UUID.randomUUID()))
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    private static ObjectNode briefOn(String platform) {
        ObjectNode brief = EventContracts.example("campaign.campaign.published.v1")
                .get("brief")
                .deepCopy();
        brief.putArray("platforms").add(platform);
        return brief;
    }

    private static Map<String, Object> request(String path, String platform) {
        return switch (path) {
            case "/v1/matches" -> Map.of("brief", briefOn(platform));
            case "/v1/forecasts" -> Map.of("brief", briefOn(platform), "creatorIds", List.of(UUID.randomUUID()));
            default ->
                Map.of(
                        "creatorIds",
                        List.of(UUID.randomUUID()),
                        "filters",
                        Map.of("platforms", List.of("TIKTOK", platform)));
        };
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/matches, /brief/platforms/0",
        "/v1/forecasts, /brief/platforms/0",
        "/v1/lookalikes, /filters/platforms/1"
    })
    void shouldRefuseAPlatformThatDoesNotExist(String path, String pointer) {
        // Given
        tell(2, "INSTAGRAM", "TIKTOK");

        // When
        Response response = post(path, request(path, "INSTAGRAMM"));

        // Then
        response.then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].rule", equalTo("platform"))
                .body("errors[0].detail", equalTo("must be one of [INSTAGRAM, TIKTOK]"));
    }

    @Test
    void shouldRefuseQuotasOfAPlatformThatDoesNotExist() {
        // Given
        tell(2, "INSTAGRAM", "TIKTOK");
        ObjectNode brief = briefOn("TIKTOK");

        // When
        Response asked = post("/v1/matches", Map.of("brief", brief, "panel", QUOTAS));
        Response whatIf = post("/v1/matches/" + UUID.randomUUID() + "/panels", Map.of("panel", QUOTAS));

        // Then
        asked.then().statusCode(422).body("errors[0].pointer", equalTo("/panel/quotas/0/value"));
        whatIf.then().statusCode(422).body("errors[0].pointer", equalTo("/panel/quotas/0/value"));
    }

    @Test
    void shouldTakeAnyPlatformUntilAllWereHeardOf() {
        // Given
        tell(3, "INSTAGRAM", "TIKTOK");

        // When
        Response early = post("/v1/matches", request("/v1/matches", "YOUTUBE"));
        tell(3, "YOUTUBE");
        Response late = post("/v1/matches", request("/v1/matches", "YOUTUBBE"));

        // Then
        early.then().statusCode(200);
        late.then().statusCode(422);
    }

    @Test
    void shouldTakeAnyPlatformBeforeTheFirstWasHeardOf() {
        // Given
        Tenancy.asSystem(directory::clear);

        // When
        Response response = post("/v1/matches", request("/v1/matches", "INSTAGRAMM"));

        // Then
        response.then().statusCode(200);
    }
}

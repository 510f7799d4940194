package org.affinity.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.campaign.platform.PlatformDirectory;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** A brief asks for platforms that exist, as soon as all were heard of. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class PlatformComponentTest {

    private static final String UPDATED = "profile.platform.updated.v1";

    private final UUID brand = Driver.id();
    private final PlatformDirectory directory;

    PlatformComponentTest(PlatformDirectory directory) {
        this.directory = directory;
    }

    /** Other tests ask for platforms that nobody told of. */
    @AfterEach
    void forgetAll() {
        Tenancy.asSystem(directory::clear);
    }

    private static void tell(String platform, long version) {
        tell(platform, version, 2);
    }

    private static void tell(String platform, long version, int platformCount) {
        Events.publish(
                UPDATED,
                platform,
                version,
                Map.of(
                        "platform",
                        platform,
                        "version",
                        version,
                        "title",
                        "A platform",
                        "platformCount",
                        platformCount));
    }

    /** As before events said how many there are. */
    private static void tellWithoutCount(String platform, long version) {
        Events.publish(
                UPDATED, platform, version, Map.of("platform", platform, "version", version, "title", "A platform"));
    }

    private void awaitKnown(String... platforms) {
        await().atMost(Driver.PATIENCE)
                .untilAsserted(
                        () -> assertThat(Tenancy.callAsSystem(directory::known)).contains(platforms));
    }

    private static ObjectNode asking(String... platforms) {
        ObjectNode campaign = Driver.campaign();
        var asked = ((ObjectNode) campaign.get("brief")).putArray("platforms");
        List.of(platforms).forEach(asked::add);
        return campaign;
    }

    private Response create(ObjectNode campaign) {
        return Driver.asBrand(brand).body(campaign.toString()).post("/v1/campaigns");
    }

    @Test
    void shouldRefuseABriefForAPlatformThatDoesNotExist() {
        // Given
        tell("INSTAGRAM", 1);
        tell("TIKTOK", 1);
        awaitKnown("INSTAGRAM", "TIKTOK");
        UUID draft = Driver.draft(brand);

        // When
        Response created = create(asking("TIKTOK", "INSTAGRAMM"));
        Response revised = Driver.asBrand(brand)
                .header("If-Match", "*")
                .body(asking("TIK_TOK").toString())
                .put("/v1/campaigns/" + draft);

        // Then
        created.then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/brief/platforms/1"))
                .body("errors[0].rule", equalTo("platform"))
                .body("errors[0].detail", containsString("INSTAGRAM, TIKTOK"));
        revised.then().statusCode(422).body("errors[0].pointer", equalTo("/brief/platforms/0"));
    }

    @Test
    void shouldTakeAnyPlatformBeforeTheFirstWasHeardOf() {
        // Given
        Tenancy.asSystem(directory::clear);

        // When
        Response created = create(asking("INSTAGRAMM"));

        // Then
        created.then().statusCode(201);
    }

    @Test
    void shouldTakeAnyPlatformUntilAllWereHeardOf() {
        // Given
        tell("INSTAGRAM", 1, 3);
        tell("TIKTOK", 1, 3);
        awaitKnown("INSTAGRAM", "TIKTOK");

        // When
        Response early = create(asking("YOUTUBE"));
        tell("YOUTUBE", 1, 3);
        awaitKnown("YOUTUBE");
        Response late = create(asking("YOUTUBBE"));

        // Then
        early.then().statusCode(201);
        late.then().statusCode(422).body("errors[0].detail", equalTo("must be one of [INSTAGRAM, TIKTOK, YOUTUBE]"));
    }

    @Test
    void shouldTakeAnyPlatformUntilSomebodySaidHowManyThereAre() {
        // Given
        tellWithoutCount("INSTAGRAM", 2);
        tellWithoutCount("TIKTOK", 1);
        awaitKnown("INSTAGRAM", "TIKTOK");

        // When
        Response early = create(asking("YOUTUBE"));
        tell("INSTAGRAM", 1, 2);
        tellWithoutCount("PIXELFED", 1);
        awaitKnown("PIXELFED");
        Response afterAnOlderVersion = create(asking("YOUTUBE"));
        tell("INSTAGRAM", 2, 3);

        // Then
        early.then().statusCode(201);
        afterAnOlderVersion.then().statusCode(201);
        await().atMost(Driver.PATIENCE)
                .untilAsserted(() -> create(asking("YOUTUBE")).then().statusCode(422));
    }

    @Test
    void shouldNotPublishADraftForAPlatformThatTurnedOutNotToExist() {
        // Given
        Tenancy.asSystem(directory::clear);
        String draft = create(asking("INSTAGRAMM")).jsonPath().getString("campaignId");
        tell("INSTAGRAM", 1);
        tell("TIKTOK", 1);
        awaitKnown("INSTAGRAM", "TIKTOK");

        // When
        Response published = Driver.asBrand(brand).post("/v1/campaigns/" + draft + "/publication");

        // Then
        published.then().statusCode(422).body("errors[0].pointer", equalTo("/brief/platforms/0"));
    }

    @Test
    void shouldRefuseAQuotaOfAPlatformThatDoesNotExist() {
        // Given
        tell("INSTAGRAM", 1);
        tell("TIKTOK", 1);
        awaitKnown("INSTAGRAM", "TIKTOK");
        ObjectNode campaign = asking("TIKTOK");
        ((ObjectNode) campaign.get("brief"))
                .putObject("panel")
                .putArray("quotas")
                .addObject()
                .put("dimension", "PLATFORM")
                .put("value", "TIKTOKK")
                .put("min", 1);

        // When
        Response created = create(campaign);

        // Then
        created.then().statusCode(422).body("errors[0].pointer", equalTo("/brief/panel/quotas/0/value"));
    }

    @Test
    void shouldTakeAPlatformThatWasAdded() {
        // Given
        tell("INSTAGRAM", 1);
        tell("PIXELFED", 2);
        tell("PIXELFED", 1);
        awaitKnown("INSTAGRAM", "PIXELFED");

        // When
        Response created = create(asking("PIXELFED"));

        // Then
        created.then().statusCode(201);
    }

    @Test
    void shouldBuildTheCopyAgainFromTheFirstEvent() {
        // Given
        tell("INSTAGRAM", 1);
        awaitKnown("INSTAGRAM");

        // When
        Response response = Driver.as(Tokens.operator()).post("/v1/campaign-read-models/platforms/rebuilds");

        // Then
        response.then().statusCode(202);
        awaitKnown("INSTAGRAM");
    }
}

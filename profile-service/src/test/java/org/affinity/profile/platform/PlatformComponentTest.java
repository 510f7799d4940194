package org.affinity.profile.platform;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.affinity.profile.imports.Imports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.affinity.profile.ProfileApi.profile;
import static org.affinity.profile.ProfileApi.signUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class PlatformComponentTest {

    private final String name =
            "P" + UUID.randomUUID().toString().replace("-", "").substring(12).toUpperCase(Locale.ROOT);
    private final PlatformAnnouncement announcement;
    private final String word = name.toLowerCase(Locale.ROOT);

    PlatformComponentTest(PlatformAnnouncement announcement) {
        this.announcement = announcement;
    }

    private Map<String, Object> description() {
        var description = new HashMap<String, Object>();
        description.put("title", "Added " + name);
        description.put("handleKind", "HANDLE");
        description.put("alsoAllowed", "@");
        description.put("addresses", List.of("https://" + word + ".example/profile/{handle}"));
        description.put("aliases", List.of(word));
        description.put("metrics", List.of("FOLLOWERS", "LIKES"));
        return description;
    }

    private ValidatableResponse add(Map<String, Object> description) {
        return as(Tokens.operator())
                .body(Map.of("platform", name, "description", description))
                .post("/v1/platforms")
                .then();
    }

    private Map<String, Object> profileHere(String handle) {
        return Map.of(
                "displayName",
                "Somebody",
                "accounts",
                List.of(Map.of("platform", name, "handle", handle, "followers", 2_500)));
    }

    @Test
    void shouldListThePlatformsPageByPage() {
        // Given
        add(description()).statusCode(201);
        var names = new ArrayList<String>();
        String token = Tokens.brand(UUID.randomUUID());
        String cursor = "";
        // When
        while (cursor != null) {
            JsonPath page = as(token)
                    .get("/v1/platforms?limit=7" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            names.addAll(page.getList("items.platform"));
            cursor = page.getString("nextCursor");
        }
        // Then
        assertThat(names).startsWith("INSTAGRAM", "TIKTOK").contains(name).doesNotHaveDuplicates();
    }

    @Test
    void shouldTellOtherServicesOfEachVersionOfAPlatformOnce() {
        // Given
        add(description()).statusCode(201);
        // When
        as(Tokens.operator())
                .header("If-Match", "\"1\"")
                .body(description())
                .put("/v1/platforms/" + name)
                .then()
                .statusCode(200);
        announcement.start(new StartupEvent());
        // Then
        Events.await(PlatformState.UPDATED, name, 2);
        assertThat(Events.published(PlatformState.UPDATED, name))
                .extracting(Events.Published::sequence)
                .containsExactly(1L, 2L);
        var shipped = Events.published(PlatformState.UPDATED, "INSTAGRAM");
        assertThat(shipped).hasSize(1);
        assertThat(shipped.getFirst().data().path("title").asText()).isEqualTo("Instagram");
        int fromTheStart = shipped.getFirst().data().path("platformCount").asInt();
        assertThat(fromTheStart).isEqualTo(11);
        assertThat(Events.published(PlatformState.UPDATED, name))
                .allMatch(told -> told.data().path("platformCount").asInt() > fromTheStart);
    }

    @Test
    void shouldSignCreatorsUpOnAPlatformThatWasAdded() {
        // Given
        add(description()).statusCode(201).header("ETag", equalTo("\"1\""));
        UUID creatorId = UUID.randomUUID();
        String handle = handle() + "@server.example";
        // When
        signUp(creatorId, profileHere(handle)).body("accounts[0].handle", equalTo(handle));
        // Then
        var event = Events.await("profile.creator.updated.v1", creatorId);
        assertThat(event.data().at("/accounts/0/platform").asText()).isEqualTo(name);
        as(Tokens.brand(UUID.randomUUID()))
                .get("/v1/creators?platform=" + name)
                .then()
                .statusCode(200)
                .body("items.creatorId", equalTo(List.of(creatorId.toString())));
    }

    @Test
    void shouldTakeSnapshotsOfFiguresThatThePlatformTellsAndNoOthers() {
        // Given
        add(description()).statusCode(201);
        UUID creatorId = UUID.randomUUID();
        String accountId = signUp(creatorId, profileHere(handle())).extract().path("accounts[0].accountId");
        String path = "/v1/creators/" + creatorId + "/accounts/" + accountId + "/snapshots";
        String at = "2025-06-01T08:00:00Z";
        // Then
        as(Tokens.creator(creatorId))
                .body(Map.of("observedAt", at, "followers", 3_000))
                .post(path)
                .then()
                .statusCode(201);
        as(Tokens.creator(creatorId))
                .body(Map.of("observedAt", at, "averageViews", 3_000))
                .post(path)
                .then()
                .statusCode(422)
                .body("errors[0].rule", equalTo("metric"));
        as(Tokens.operator())
                .body(Map.of(
                        "items",
                        List.of(Map.of(
                                "accountId", accountId, "snapshot", Map.of("observedAt", at, "averageViews", 3_000)))))
                .post("/v1/account-snapshots")
                .then()
                .statusCode(200)
                .body("items[0].outcome", equalTo("REJECTED"));
    }

    @Test
    void shouldImportListsThatNameThePlatformByItsWord() {
        // Given
        add(description()).statusCode(201);
        String handle = handle();
        String list = "platform,username,followers,average views\n" + word + ",https://" + word + ".example/profile/"
                + handle + ",1200,77\n";
        // When
        JsonPath report = Imports.run(Tokens.operator(), "list.csv", list, null);
        // Then
        assertThat(report.getInt("counts.accepted")).isEqualTo(1);
        as(Tokens.brand(UUID.randomUUID()))
                .get("/v1/creators?platform=" + name)
                .then()
                .body("items[0].accounts[0].handle", equalTo(handle))
                .body("items[0].accounts[0].followers", equalTo(1200))
                .body("items[0].accounts[0].averageViews", equalTo(null));
    }

    @Test
    void shouldRefusePlatformsThatAreNotThere() {
        // Given
        String path = "/v1/creators";
        // Then
        as(Tokens.creator(UUID.randomUUID()))
                .body(profileHere(handle()))
                .post(path)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/accounts/0/platform"));
        as(Tokens.brand(UUID.randomUUID()))
                .get(path + "?platform=" + name)
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("oneOf"));
        as(Tokens.operator()).get("/v1/platforms/" + name).then().statusCode(404);
        as(Tokens.operator()).get("/v1/platforms/no-name").then().statusCode(404);
    }

    @Test
    void shouldChangeAPlatformInItsPresentVersionOnly() {
        // Given
        add(description()).statusCode(201);
        String path = "/v1/platforms/" + name;
        Map<String, Object> changed = description();
        changed.put("title", "Another title");
        // Then
        as(Tokens.operator()).body(changed).put(path).then().statusCode(428);
        as(Tokens.operator())
                .header("If-Match", "\"7\"")
                .body(changed)
                .put(path)
                .then()
                .statusCode(412);
        as(Tokens.operator())
                .header("If-Match", "\"1\"")
                .body(changed)
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("title", equalTo("Another title"));
        as(Tokens.operator()).get(path).then().statusCode(200).body("version", equalTo(2));
    }

    @Test
    void shouldAddAPlatformOnceAndLeaveWordsOfOthersAlone() {
        // Given
        add(description()).statusCode(201);
        Map<String, Object> greedy = description();
        greedy.put("aliases", List.of("insta"));
        // Then
        add(description()).statusCode(409).body("type", equalTo("urn:affinity:problem:platform-exists"));
        as(Tokens.operator())
                .body(Map.of("platform", name + "2", "description", greedy))
                .post("/v1/platforms")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/aliases/0"));
    }

    @ParameterizedTest
    @CsvSource({
        "addresses,https://{handle}",
        "addresses,http://site.example/{handle}",
        "addresses,https://site.example/profile",
        "addresses,https://site.example/{handle}/{handle}",
        "aliases,Upper",
        "metrics,HAPPINESS"
    })
    void shouldRefuseADescriptionThatCannotBeUsed(String field, String value) {
        // Given
        Map<String, Object> description = description();
        description.put(field, List.of(value));
        // Then
        add(description).statusCode(422);
    }

    @Test
    void shouldLetOperatorsAloneAddPlatforms() {
        // Given
        Map<String, Object> body = Map.of("platform", name, "description", description());
        // Then
        as(Tokens.partner(UUID.randomUUID()))
                .body(body)
                .post("/v1/platforms")
                .then()
                .statusCode(403);
        as("none").body(body).post("/v1/platforms").then().statusCode(401);
    }

    @Test
    void shouldKeepTheRulesOfPlatformsThatShip() {
        // When
        signUp(UUID.randomUUID(), profile(handle()));
        // Then
        as(Tokens.operator())
                .get("/v1/platforms/YOUTUBE")
                .then()
                .statusCode(200)
                .body("handleKind", equalTo("NAME"))
                .body("version", equalTo(1));
    }
}

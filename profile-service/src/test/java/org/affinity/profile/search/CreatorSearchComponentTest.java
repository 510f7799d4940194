package org.affinity.profile.search;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
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
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class CreatorSearchComponentTest {

    private static final String BRAND = Tokens.brand(UUID.randomUUID());

    private final String topic = handle();

    private UUID creator(Map<String, Object> with) {
        UUID creatorId = UUID.randomUUID();
        var profile = new HashMap<>(profile(handle()));
        profile.put("topics", List.of(topic));
        profile.putAll(with);
        signUp(creatorId, profile);
        return creatorId;
    }

    private static Map<String, Object> account(String platform, String handle, long followers, String rate) {
        return Map.of(
                "platform", platform,
                "handle", handle,
                "followers", followers,
                "engagementRate", new BigDecimal(rate));
    }

    @ParameterizedTest
    @CsvSource({"lea", "LÉA soup", "'soupe d''été'", "brul", "'Œuf'", "oeufs"})
    void shouldFindByTheBeginningsOfWordsWhateverCaseAndAccents(String text) {
        // Given
        UUID creatorId = creator(Map.of("displayName", "Léa Lune", "bio", "Soupe d'été, œufs & crème brûlée"));
        creator(Map.of("displayName", "Somebody else"));
        // When
        var reply = as(BRAND).queryParam("q", text).queryParam("topic", topic).get("/v1/creators");
        // Then
        reply.then().statusCode(200).body("items.creatorId", contains(creatorId.toString()));
        assertThat(reply.<String>path("items[0].bio")).isEqualTo("Soupe d'été, œufs & crème brûlée");
    }

    @Test
    void shouldFindBySeveralValuesOfOneFilterAndAllFilters() {
        // Given
        String french =
                creator(Map.of("country", "FR", "languages", List.of("fr"))).toString();
        String brazilian =
                creator(Map.of("country", "BR", "languages", List.of("pt-BR"))).toString();
        creator(Map.of("country", "FR", "languages", List.of("de")));
        // When
        var reply = as(BRAND)
                .queryParam("topic", topic)
                .queryParam("country", "FR", "BR")
                .queryParam("language", "fr", "pt")
                .get("/v1/creators");
        // Then
        reply.then().body("items.creatorId", containsInAnyOrder(french, brazilian));
    }

    @Test
    void shouldAskAllOfOneAccount() {
        // Given
        creator(Map.of(
                "accounts",
                List.of(account("INSTAGRAM", handle(), 500, "0.09"), account("TIKTOK", handle(), 20_000, "0.01"))));
        var request = as(BRAND).queryParam("topic", topic).queryParam("platform", "TIKTOK");
        // When
        var small = request.queryParam("followersTo", 1000).get("/v1/creators");
        var large = as(BRAND)
                .queryParam("topic", topic)
                .queryParam("platform", "TIKTOK")
                .queryParam("followersFrom", 20_000)
                .queryParam("engagementRateTo", "0.01")
                .get("/v1/creators");
        // Then
        small.then().statusCode(200).body("items", empty());
        large.then().body("items.size()", equalTo(1));
    }

    @Test
    void shouldFollowAProfileThatChanges() {
        // Given
        UUID creatorId = creator(Map.of("displayName", "Before"));
        var profile = new HashMap<>(profile(handle()));
        profile.put("displayName", "Afterwards");
        profile.put("topics", List.of(topic));
        // When
        as(Tokens.creator(creatorId))
                .header("If-Match", "\"1\"")
                .body(profile)
                .put("/v1/creators/" + creatorId)
                .then()
                .statusCode(200);
        // Then
        as(BRAND)
                .queryParam("topic", topic)
                .queryParam("q", "before")
                .get("/v1/creators")
                .then()
                .body("items", empty());
        as(BRAND)
                .queryParam("topic", topic)
                .queryParam("q", "after")
                .get("/v1/creators")
                .then()
                .body("items.creatorId", contains(creatorId.toString()));
    }

    @Test
    void shouldSortAndPageWithUnknownValuesLast() {
        // Given
        String large = creator(Map.of("accounts", List.of(account("X", handle(), 900, "0.1"))))
                .toString();
        String unknown = creator(Map.of()).toString();
        String small = creator(Map.of("accounts", List.of(account("X", handle(), 9, "0.1"))))
                .toString();
        // When
        var found = new ArrayList<String>();
        String cursor = null;
        do {
            var request = as(BRAND)
                    .queryParam("topic", topic)
                    .queryParam("sort", "-followers")
                    .queryParam("limit", 1);
            Response page = (cursor == null ? request : request.queryParam("cursor", cursor)).get("/v1/creators");
            found.addAll(page.then().statusCode(200).extract().path("items.creatorId"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        // Then
        assertThat(found).containsExactly(large, small, unknown);
    }

    @Test
    void shouldBindCursorsToFiltersAndOrder() {
        // Given
        creator(Map.of());
        creator(Map.of());
        String cursor = as(BRAND)
                .queryParam("topic", topic)
                .queryParam("limit", 1)
                .get("/v1/creators")
                .path("nextCursor");
        // When
        var otherOrder = as(BRAND)
                .queryParam("topic", topic)
                .queryParam("sort", "-createdAt")
                .queryParam("cursor", cursor)
                .get("/v1/creators");
        var otherFilter = as(BRAND)
                .queryParam("state", "ACTIVE")
                .queryParam("cursor", cursor)
                .get("/v1/creators");
        // Then
        otherOrder.then().statusCode(400).body("type", containsString("invalid-cursor"));
        otherFilter.then().statusCode(400).body("type", containsString("invalid-cursor"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            q | q=
            q | q=%21%3F
            platform | platform=INSTAGRAM&platform=MYSPACE
            tier | tier=HUGE
            handle | handle=a%09b
            followersFrom | followersFrom=-1
            followersFrom | followersFrom=1.5
            followersTo | followersTo=many
            followersTo | followersFrom=10&followersTo=9
            engagementRateFrom | engagementRateFrom=1,5
            engagementRateTo | engagementRateTo=-0.1
            engagementRateTo | engagementRateFrom=0.2&engagementRateTo=0.1
            observedSince | observedSince=yesterday
            observedSince | observedSince=2026-02-30T00:00:00Z
            country | country=fr
            country | country=FR&country=FRA
            language | language=french
            topic | topic=
            topic | topic=%20
            everyTopic | everyTopic=
            engagementType | engagementType=FREE
            maxFee | maxFee=-1
            feeCurrency | feeCurrency=euro
            state | state=GONE
            adult | adult=yes
            updatedSince | updatedSince=2026-01-01
            completedCollaborationsFrom | completedCollaborationsFrom=-1
            sort | sort=age
            sort | sort=--followers
            sort | sort=followers&sort=createdAt
            limit | limit=0
            limit | limit=201
            cursor | cursor=abc
            colour | colour=red
            """)
    void shouldRefuseBadParameterByName(String parameter, String query) {
        as(BRAND)
                .urlEncodingEnabled(false)
                .get("/v1/creators?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].parameter", equalTo(parameter));
    }

    @Test
    void shouldExportRowsThatCanBeImportedAgain() {
        // Given
        creator(Map.of(
                "displayName",
                "=HYPERLINK(\"http://evil.example\")",
                "bio",
                "@home, \"quoted\"\nand on",
                "country",
                "FR",
                "languages",
                List.of("fr", "en-GB"),
                "birthYear",
                1990,
                "accounts",
                List.of(
                        account("INSTAGRAM", "-" + handle(), 1200, "0.0375"),
                        account("TIKTOK", "été" + handle(), 7, "0.0000001"))));
        creator(Map.of());
        String operator = Tokens.operator();
        // When
        var export = as(operator).queryParam("topic", topic).get("/v1/creators/export/csv");
        // Then
        export.then().statusCode(200).contentType("text/csv;charset=UTF-8");
        String csv = export.asString();
        assertThat(csv.lines().findFirst().orElseThrow()).startsWith("\"creatorId\",\"state\",\"displayName\"");
        assertThat(csv)
                .contains(
                        "\"'=HYPERLINK(\"\"http://evil.example\"\")\"", "\"'@home, \"\"quoted\"\"\nand on\"", "\"'-h");
        JsonPath report = Imports.run(operator, "again.csv", csv, "{\"source\": \"DECLARED\"}");
        assertThat(report.getInt("counts.records")).isEqualTo(3);
        assertThat(report.getInt("counts.updated")).isEqualTo(3);
        assertThat(report.getInt("counts.unchanged")).isEqualTo(3);
    }

    @Test
    void shouldExportOneObjectPerLineAsTheListShowsIt() {
        // Given
        UUID creatorId = creator(Map.of("birthYear", 1990));
        creator(Map.of());
        // When
        var export = as(BRAND).queryParam("topic", topic).get("/v1/creators/export/ndjson");
        // Then
        export.then().statusCode(200).contentType("application/x-ndjson");
        List<String> lines = export.asString().lines().toList();
        assertThat(lines).hasSize(2);
        var shown = as(BRAND).get("/v1/creators/" + creatorId).jsonPath();
        assertThat(lines.stream().map(JsonPath::new).map(line -> line.<Object>get()))
                .contains(shown.<Object>get());
        assertThat(new JsonPath(lines.getFirst()).<Object>get("birthYear")).isNull();
    }

    @Test
    void shouldExpandSnapshotsWhenAsked() {
        // Given
        UUID creatorId = creator(Map.of("accounts", List.of(account("X", handle(), 900, "0.1"))));
        // When
        var plain = as(BRAND).get("/v1/creators/" + creatorId);
        var expanded = as(BRAND).get("/v1/creators/" + creatorId + "?expand=snapshots");
        var unknown = as(BRAND).get("/v1/creators/" + creatorId + "?expand=friends");
        // Then
        assertThat(plain.jsonPath().getMap("")).containsEntry("snapshots", null);
        expanded.then().statusCode(200).body("snapshots.followers", contains(900));
        unknown.then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("expand"))
                .body("detail", containsString("[snapshots, audience, trackRecord, consents]"));
    }

    @Test
    void shouldAnswerByRole() {
        // Given
        String creator = Tokens.creator(creator(Map.of()));
        // When
        var list = as(creator).get("/v1/creators");
        var export = as(creator).get("/v1/creators/export/csv");
        // Then
        list.then().statusCode(403);
        export.then().statusCode(403);
        as(BRAND).queryParam("topic", topic).get("/v1/creators").then().body("nextCursor", nullValue());
    }
}

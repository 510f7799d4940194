package org.affinity.profile.imports;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
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
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class CreatorImportComponentTest {

    private final String a = handle();
    private final String b = handle();

    private static void assertAddsUp(JsonPath report) {
        assertThat(report.getLong("counts.accepted")
                        + report.getLong("counts.updated")
                        + report.getLong("counts.duplicate")
                        + report.getLong("counts.rejected")
                        + report.getLong("counts.blank"))
                .isEqualTo(report.getLong("counts.records"));
    }

    @Test
    void shouldReportEachRecordOnce() {
        // Given
        String list = """
                S.no,Instagram name, Name,Subscribers,Audience country
                1,%1$s,Some One,1.5k,France
                2,%1$s,Some One,1.5k,France
                3,%1$s,Some One,"1,6k",France

                4,not a handle,Nobody,5,
                5,%2$s,,N/A,Atlantis
                6,,Nameless,7,
                """.formatted(a, b);
        // When
        JsonPath report = Imports.run(Tokens.operator(), "list.csv", list, null);
        // Then
        assertAddsUp(report);
        assertThat(report.getString("state")).isEqualTo("SUCCEEDED");
        assertThat(report.getLong("counts.records")).isEqualTo(7);
        assertThat(report.getLong("counts.accepted")).isEqualTo(2);
        assertThat(report.getLong("counts.duplicateIdentical")).isEqualTo(1);
        assertThat(report.getLong("counts.duplicateConflicting")).isEqualTo(1);
        assertThat(report.getLong("counts.rejected")).isEqualTo(2);
        assertThat(report.getLong("counts.blank")).isEqualTo(1);
        assertThat(report.getLong("followersSum")).isEqualTo(1500);
        assertThat(report.getString("mapping.platform")).isEqualTo("INSTAGRAM");
        assertThat(report.getString("mapping.platformOrigin")).isEqualTo("HEADER");
        String rows = "/v1/creator-imports/" + report.getString("importId") + "/rows";
        as(Tokens.operator())
                .get(rows + "?outcome=REJECTED")
                .then()
                .body("items.row", contains(5, 7))
                .body("items.reason", contains("INVALID_HANDLE", "MISSING_HANDLE"))
                .body("items[0].column", equalTo("Instagram name"))
                .body("items[0].cell", equalTo("not a handle"));
        as(Tokens.operator())
                .get(rows + "?outcome=DUPLICATE")
                .then()
                .body("items.reason", contains("IDENTICAL", "CONFLICTING"))
                .body("items.duplicateOf", contains(1, 1))
                .body("items[1].differences[0].column", equalTo("Subscribers"))
                .body("items[1].differences[0].first", equalTo("1.5k"))
                .body("items[1].differences[0].second", equalTo("1,6k"));
        as(Tokens.operator())
                .get(rows + "?outcome=ACCEPTED")
                .then()
                .body("items[1].notes[0].reason", equalTo("UNKNOWN_COUNTRY"))
                .body("items[1].notes[0].cell", equalTo("Atlantis"));
    }

    @Test
    void shouldPublishNewCreatorWithEstimatedFigures() {
        // Given
        String list = "Username;Followers;Category\n%s;12 345;Food\n".formatted(a);
        // When
        JsonPath report = Imports.run(Tokens.operator(), "tiktok.csv", list, null);
        // Then
        UUID creatorId = Imports.creatorOf(report, 1);
        var data = Events.await(CreatorState.UPDATED, creatorId).data();
        assertThat(data.path("displayName").asText()).isEqualTo(a);
        assertThat(data.at("/accounts/0/platform").asText()).isEqualTo("TIKTOK");
        assertThat(data.at("/accounts/0/followers").asLong()).isEqualTo(12_345);
        assertThat(data.at("/accounts/0/source").asText()).isEqualTo("ESTIMATED");
        assertThat(data.at("/topics/0").asText()).isEqualTo("food");
    }

    @Test
    void shouldChangeNothingWhenSameFileComesAgain() {
        // Given
        String list = "Username,Followers\n%s,10\n%s,20\n".formatted(a, b);
        JsonPath first = Imports.run(Tokens.operator(), "list.csv", list, null);
        UUID creatorId = Imports.creatorOf(first, 1);
        Events.await(CreatorState.UPDATED, creatorId);
        // When
        JsonPath second = Imports.run(Tokens.operator(), "list.csv", list, null);
        // Then
        assertAddsUp(second);
        assertThat(second.getLong("counts.accepted")).isZero();
        assertThat(second.getLong("counts.updated")).isEqualTo(2);
        assertThat(second.getLong("counts.unchanged")).isEqualTo(2);
        assertThat(Events.published(CreatorState.UPDATED, creatorId)).hasSize(1);
    }

    @Test
    void shouldUpdateFiguresOfKnownAccount() {
        // Given
        Imports.run(Tokens.operator(), "list.csv", "Username,Followers,Country\n%s,10,France\n".formatted(a), null);
        // When
        JsonPath report = Imports.run(Tokens.operator(), "list.csv", "Username,Followers\n%s,20\n".formatted(a), null);
        // Then
        assertThat(report.getLong("counts.updated")).isEqualTo(1);
        assertThat(report.getLong("counts.unchanged")).isZero();
        UUID creatorId = Imports.creatorOf(report, 1);
        var data = Events.await(CreatorState.UPDATED, creatorId, 2).data();
        assertThat(data.at("/accounts/0/followers").asLong()).isEqualTo(20);
        assertThat(data.path("country").asText()).isEqualTo("FR");
    }

    @Test
    void shouldTakeBioOverAndFindCreatorByIt() {
        // Given
        String word = handle();
        String list = "Username,Bio\n%s,\"Soups & seasons, %s\"\n".formatted(a, word);
        // When
        JsonPath report = Imports.run(Tokens.operator(), "list.csv", list, null);
        // Then
        UUID creatorId = Imports.creatorOf(report, 1);
        as(Tokens.operator())
                .queryParam("q", word)
                .get("/v1/creators")
                .then()
                .body("items.creatorId", equalTo(List.of(creatorId.toString())))
                .body("items[0].bio", equalTo("Soups & seasons, " + word));
    }

    @Test
    void shouldNotOverwriteWhatCreatorDeclared() {
        // Given
        UUID creatorId = UUID.randomUUID();
        signUp(creatorId, profile(a));
        String list = "Username,Name,Followers,Country\n%s,Other name,20,France\n".formatted(a);
        // When
        JsonPath report = Imports.run(Tokens.operator(), "list.csv", list, null);
        // Then
        assertThat(Imports.creatorOf(report, 1)).isEqualTo(creatorId);
        as(Tokens.creator(creatorId))
                .get("/v1/creators/" + creatorId)
                .then()
                .body("displayName", equalTo("Somebody"))
                .body("country", equalTo("FR"))
                .body("accounts[0].followers", equalTo(20))
                .body("accounts[0].source", equalTo("ESTIMATED"));
    }

    @Test
    void shouldReadJsonLinesWithGivenMapping() {
        // Given
        String list = "{\"who\":\"%s\",\"fans\":\"3,3k\",\"tags\":[\"Food\",\"Home\"]}\n".formatted(a);
        String mapping = """
                {"platform":"YOUTUBE","source":"NETWORK","columns":{"handle":"who","followers":"fans","topics":["tags"]}}
                """;
        // When
        JsonPath report = Imports.run(Tokens.operator(), "list.ndjson", list, mapping);
        // Then
        as(Tokens.operator())
                .get("/v1/creators/" + Imports.creatorOf(report, 1))
                .then()
                .body("accounts[0].platform", equalTo("YOUTUBE"))
                .body("accounts[0].followers", equalTo(3300))
                .body("accounts[0].source", equalTo("NETWORK"))
                .body("topics", contains("food", "home"));
    }

    @Test
    void shouldRefuseFilesAndMappingsItDoesNotUnderstand() {
        // When
        var empty = Imports.upload(Tokens.operator(), "list.csv", " ", null);
        var noHandle = Imports.upload(Tokens.operator(), "list.csv", "colour,size\nred,5 x\n", null);
        var noColumn = Imports.upload(
                Tokens.operator(), "list.csv", "a,b\nx,y\n", "{\"columns\":{\"handle\":\"c\",\"shoe\":\"a\"}}");
        var noJson = Imports.upload(Tokens.operator(), "list.csv", "a,b\nx,y\n", "{");
        var noFile = as(Tokens.operator())
                .contentType("multipart/form-data")
                .multiPart("mapping", "{}")
                .post("/v1/creator-imports");
        // Then
        empty.then().statusCode(422).body("type", containsString("file-unreadable"));
        noHandle.then().statusCode(422).body("type", containsString("mapping-incomplete"));
        noColumn.then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/mapping/columns/handle"))
                .body("errors.pointer", hasItem("/mapping/columns/shoe"));
        noJson.then().statusCode(422).body("errors[0].pointer", equalTo("/mapping"));
        noFile.then().statusCode(422).body("errors[0].pointer", equalTo("/file"));
    }

    @Test
    void shouldAcceptSameUploadOnceForOneIdempotencyKey() {
        // Given
        String key = UUID.randomUUID().toString();
        String list = "Username\n%s\n".formatted(a);
        // When
        String first =
                Imports.upload(Tokens.operator(), "list.csv", list, null, key).path("importId");
        String second =
                Imports.upload(Tokens.operator(), "list.csv", list, null, key).path("importId");
        var other = Imports.upload(Tokens.operator(), "list.csv", list + b, null, key);
        // Then
        assertThat(second).isEqualTo(first);
        other.then().statusCode(422).body("type", containsString("idempotency-key-reused"));
    }

    @Test
    void shouldAnswerByRole() {
        // When
        var anonymous = io.restassured.RestAssured.given().get("/v1/creator-imports");
        var brand = Imports.upload(Tokens.brand(UUID.randomUUID()), "list.csv", "Username\nx\n", null);
        var missing = as(Tokens.operator()).get("/v1/creator-imports/" + UUID.randomUUID());
        var badOutcome = as(Tokens.operator()).get("/v1/creator-imports/" + UUID.randomUUID() + "/rows?outcome=LOST");
        // Then
        anonymous.then().statusCode(401);
        brand.then().statusCode(403);
        missing.then().statusCode(404);
        badOutcome.then().statusCode(400).body("errors[0].parameter", equalTo("outcome"));
    }

    @Test
    void shouldKeepImportsOfPartnersApart() {
        // Given
        String own = Tokens.partner(UUID.randomUUID());
        String foreign = Tokens.partner(UUID.randomUUID());
        JsonPath report = Imports.run(foreign, "list.csv", "Username\n%s\n".formatted(a), null);
        String path = "/v1/creator-imports/" + report.getString("importId");
        // When
        var read = as(own).get(path);
        var rows = as(own).get(path + "/rows");
        var list = as(own).get("/v1/creator-imports");
        // Then
        read.then().statusCode(404);
        rows.then().statusCode(404);
        list.then().statusCode(200).body("items.importId", not(hasItem(report.getString("importId"))));
        as(foreign)
                .get("/v1/creator-imports?limit=200")
                .then()
                .body("items.importId", contains(report.getString("importId")));
        as(foreign).get(path).then().statusCode(200).header("ETag", equalTo("\"" + report.getLong("version") + "\""));
    }
}

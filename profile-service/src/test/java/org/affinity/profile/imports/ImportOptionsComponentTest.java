package org.affinity.profile.imports;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.affinity.profile.creator.CreatorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.affinity.profile.ProfileApi.profile;
import static org.affinity.profile.ProfileApi.signUp;
import static org.affinity.profile.imports.Workbooks.inline;
import static org.affinity.profile.imports.Workbooks.number;
import static org.affinity.profile.imports.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** What can be asked of an import beside the mapping. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class ImportOptionsComponentTest {

    private final String a = handle();
    private final String b = handle();

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertUnknown(String handle) {
        as(Tokens.operator()).get("/v1/creators?handle=" + handle).then().body("items", empty());
    }

    /** Whoever misspells dryRun does not mean to import. */
    @Test
    void shouldRefuseAPartThatItDoesNotKnow() {
        // When
        var reply = Imports.form(Tokens.operator(), "list.csv", utf8("Username,Followers\n%s,10\n".formatted(a)))
                .multiPart("dryrun", "true")
                .post(Imports.PATH);
        // Then
        reply.then()
                .statusCode(422)
                .body("errors.pointer", contains("/dryrun"))
                .body("errors.rule", contains("unknown"));
    }

    static Stream<Arguments> unreadableForms() {
        String file = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nUsername";
        String whole = "multipart/form-data; boundary=x";
        return Stream.of(
                Arguments.of("multipart/form-data", file + "\r\n--x--\r\n", "boundary"),
                Arguments.of(whole, file, "cut off"),
                Arguments.of(whole, "--x\r\nContent-Disposition\r\n\r\nUsername\r\n--x--\r\n", "malformed"),
                Arguments.of(whole, "--x\r\nContent-Type: text/csv\r\n\r\nUsername\r\n--x--\r\n", "name"));
    }

    @ParameterizedTest
    @MethodSource("unreadableForms")
    void shouldSayWhyAFormCannotBeRead(String type, String form, String why) throws Exception {
        // Given
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + Imports.PATH))
                .header("Authorization", "Bearer " + Tokens.operator())
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        // When
        HttpResponse<String> reply;
        try (HttpClient client = HttpClient.newHttpClient()) {
            reply = client.send(request, HttpResponse.BodyHandlers.ofString());
        }
        // Then
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(400);
        assertThat(reply.body()).contains(":malformed-request").contains(why);
    }

    @Test
    void shouldReportWithoutAnyEffectWhenRunDry() {
        // Given
        UUID known = UUID.randomUUID();
        signUp(known, profile(a));
        byte[] list =
                utf8("Username,Followers,Country\n%s,10,France\n%s,20,Spain\n%s,21,Spain\n,5,\n".formatted(a, b, b));
        // When
        JsonPath dry = Imports.runWith(Tokens.operator(), "list.csv", list, Map.of("dryRun", "true"));
        // Then
        assertThat(dry.getBoolean("dryRun")).isTrue();
        assertUnknown(b);
        as(Tokens.creator(known)).get("/v1/creators/" + known).then().body("version", equalTo(1));
        JsonPath real = Imports.runWith(Tokens.operator(), "list.csv", list, Map.of("dryRun", "false"));
        assertThat(real.getMap("counts")).isEqualTo(dry.getMap("counts"));
        assertThat(real.getMap("rejections")).isEqualTo(dry.getMap("rejections"));
        assertThat(real.getLong("followersSum")).isEqualTo(dry.getLong("followersSum"));
        assertThat(dry.getLong("counts.accepted")).isEqualTo(1);
        assertThat(dry.getLong("counts.updated")).isEqualTo(1);
        assertThat(Events.await(CreatorState.UPDATED, known, 2)
                        .data()
                        .path("country")
                        .asText())
                .isEqualTo("FR");
        assertThat(Events.published(CreatorState.UPDATED, known)).hasSize(2);
        as(Tokens.operator())
                .get(Imports.PATH + "/" + dry.getString("importId") + "/rows")
                .then()
                .body("items.outcome", contains("UPDATED", "ACCEPTED", "DUPLICATE", "REJECTED"))
                .body("items[0].creatorId", equalTo(known.toString()))
                .body("items[1].creatorId", nullValue());
    }

    @Test
    void shouldTellTotalsByReasonAndProgress() {
        // Given
        byte[] list = utf8(
                "Username,Followers,Country\n%s,many,\n%s,10,Atlantis\n,1,\nno handle,1,\nx y,1,\n\n".formatted(a, b));
        // When
        JsonPath report = Imports.runWith(Tokens.operator(), "list.csv", list, Map.of());
        // Then
        assertThat(report.getMap("rejections"))
                .isEqualTo(Map.of("INVALID_NUMBER", 1, "MISSING_HANDLE", 1, "INVALID_HANDLE", 2));
        assertThat(report.getMap("notes")).isEqualTo(Map.of("UNKNOWN_COUNTRY", 1));
        assertThat(report.getLong("progress.recordsTotal")).isEqualTo(6);
        assertThat(report.getDouble("progress.share")).isEqualTo(1);
        assertThat(report.getDouble("progress.recordsPerSecond")).isPositive();
        assertThat(report.getString("progress.estimatedEndAt")).isNull();
    }

    @Test
    void shouldTakeCorrectedRejectsBackIn() {
        // Given
        byte[] list =
                utf8("S.no;Tiktoker name;Followers;Bio\n1;%s;ten;\"two\nlines\"\n2;;5;x\n3;%s;7;y\n4;%s;8;y;more\n"
                        .formatted(a, b, a));
        JsonPath report = Imports.runWith(Tokens.operator(), "list.csv", list, Map.of());
        String path = Imports.PATH + "/" + report.getString("importId") + "/rejects";
        // When
        var answer = as(Tokens.operator()).get(path).then().statusCode(200).extract();
        String rejects = answer.asString();
        // Then
        assertThat(answer.contentType()).startsWith("text/csv");
        assertThat(answer.header("Content-Disposition")).contains("list-rejects.csv");
        assertThat(rejects).isEqualToNormalizingNewlines("""
                        rejected_row,rejected_reason,rejected_column,rejected_cell,S.no,Tiktoker name,Followers,Bio
                        1,INVALID_NUMBER,Followers,ten,1,%1$s,ten,"two
                        lines"
                        2,MISSING_HANDLE,Tiktoker name,,2,,5,x
                        4,TOO_MANY_CELLS,,more,4,%1$s,8,y,more
                        """.formatted(a));
        String corrected = rejects.replace(a + ",ten", a + ",10").replace(",y,more", ",z");
        JsonPath second = Imports.runWith(Tokens.operator(), "list-rejects.csv", utf8(corrected), Map.of());
        assertThat(second.getLong("counts.accepted")).isEqualTo(1);
        assertThat(second.getLong("counts.duplicateConflicting")).isEqualTo(1);
        assertThat(second.getMap("rejections")).isEqualTo(Map.of("MISSING_HANDLE", 1));
        assertThat(second.getMap("mapping.columns").keySet()).containsExactlyInAnyOrder("handle", "followers", "bio");
        assertThat(second.getString("mapping.platform")).isEqualTo("TIKTOK");
        as(Tokens.operator())
                .get("/v1/creators?handle=" + a)
                .then()
                .body("items[0].accounts[0].followers", equalTo(10));
    }

    @Test
    void shouldKeepRejectsOfPartnersApart() {
        // Given
        JsonPath report = Imports.runWith(
                Tokens.partner(UUID.randomUUID()), "list.csv", utf8("Username\nx y\n%s\n".formatted(a)), Map.of());
        String path = Imports.PATH + "/" + report.getString("importId");
        // When
        var rejects = as(Tokens.partner(UUID.randomUUID())).get(path + "/rejects");
        var cancellation = as(Tokens.partner(UUID.randomUUID())).post(path + "/cancellation");
        var creator = as(Tokens.creator(UUID.randomUUID())).get(path + "/rejects");
        // Then
        rejects.then().statusCode(404).contentType("application/problem+json");
        cancellation.then().statusCode(404);
        creator.then().statusCode(403);
    }

    @Test
    void shouldTakeFiguresForThoseOfTheTimeGiven() {
        // Given
        byte[] list = utf8("Username,Followers\n%s,10\n".formatted(a));
        // When
        JsonPath report = Imports.runWith(
                Tokens.operator(),
                "list.csv",
                list,
                Map.of("observedAt", "2022-09-01", "sourceName", "Ranking of September"));
        // Then
        assertThat(report.getString("observedAt")).isEqualTo("2022-09-01T00:00:00Z");
        assertThat(report.getString("sourceName")).isEqualTo("Ranking of September");
        as(Tokens.operator())
                .get("/v1/creators?handle=" + a)
                .then()
                .body("items[0].accounts[0].observedAt", equalTo("2022-09-01T00:00:00Z"));
    }

    @Test
    void shouldOfferWhatListSaysOfFees() {
        // Given
        UUID declaring = UUID.randomUUID();
        signUp(declaring, profile(b));
        byte[] list = utf8("Username;Fee;Currency\n%s;1 200,50;EUR\n%s;90;GBP\n".formatted(a, b));
        // When
        Imports.runWith(Tokens.operator(), "list.csv", list, Map.of());
        JsonPath again = Imports.runWith(Tokens.operator(), "list.csv", list, Map.of());
        // Then
        assertThat(again.getLong("counts.unchanged")).isEqualTo(2);
        as(Tokens.operator())
                .get("/v1/creators?handle=" + a)
                .then()
                .body("items[0].availability[0].engagementType", equalTo("PAID"))
                .body("items[0].availability[0].fee.amount", equalTo("1200.50"));
        as(Tokens.operator())
                .get("/v1/creators?handle=" + b)
                .then()
                .body("items[0].availability[0].fee.currency", equalTo("GBP"));
    }

    @Test
    void shouldImportNamedSheetOfWorkbook() {
        // Given
        byte[] workbook = new Workbooks()
                .sheet("Read me", row(inline("nothing")))
                .sheet(
                        "Creators",
                        row(inline("Handle"), inline("Followers"), inline("Engagement rate (%)")),
                        row(inline(a), number("1.2E3", 0), number("0.0139", 1)))
                .bytes();
        // When
        JsonPath report = Imports.runWith(Tokens.operator(), "list.xlsx", workbook, Map.of("sheet", "creators"));
        // Then
        assertThat(report.getString("format")).isEqualTo("XLSX, sheet 'Creators'");
        as(Tokens.operator())
                .get("/v1/creators?handle=" + a)
                .then()
                .body("items[0].accounts[0].followers", equalTo(1200))
                .body("items[0].accounts[0].engagementRate", equalTo(0.0139f));
    }

    @Test
    void shouldProposeMappingWithReasonsAndKeepNothing() {
        // Given
        byte[] list =
                utf8("Pseudo;Abonnés;Où;Couleur\n%s;1,2k;Royaume-Uni;bleu\nb;3;Corée du Sud;\nc;4;USA!;\nd;5;Pérou;\n"
                        .formatted(a));
        // When
        var proposal =
                Imports.form(Tokens.operator(), "liste instagram.csv", list).post(Imports.PATH + "/mapping-proposals");
        // Then
        proposal.then()
                .statusCode(200)
                .body("complete", equalTo(true))
                .body("format", equalTo("CSV, delimiter ';', UTF-8"))
                .body("platformOrigin", equalTo("FILE_NAME"))
                .body("mapping.platform", equalTo("INSTAGRAM"))
                .body("mapping.columns.handle", contains("Pseudo"))
                .body("columns.field", contains("handle", "followers", "country", null))
                .body("columns.reason", contains("COLUMN_NAME", "COLUMN_NAME", "VALUES", "NOT_RECOGNISED"))
                .body("columns[3].samples", contains("bleu"));
        assertUnknown(a);
    }

    @Test
    void shouldRefusePartsItDoesNotUnderstand() {
        // Given
        byte[] list = utf8("Username\n%s\n".formatted(a));
        // When
        var dryRun = Imports.form(Tokens.operator(), "list.csv", list)
                .multiPart("dryRun", "maybe")
                .post(Imports.PATH);
        var observedAt = Imports.form(Tokens.operator(), "list.csv", list)
                .multiPart("observedAt", "yesterday")
                .post(Imports.PATH);
        var future = Imports.form(Tokens.operator(), "list.csv", list)
                .multiPart("observedAt", "2199-01-01")
                .post(Imports.PATH);
        var sourceName = Imports.form(Tokens.operator(), "list.csv", list)
                .multiPart("sourceName", "x".repeat(201))
                .post(Imports.PATH);
        var noFile = as(Tokens.operator())
                .contentType("multipart/form-data")
                .multiPart("sheet", "x")
                .post(Imports.PATH + "/mapping-proposals");
        var brand = Imports.form(Tokens.brand(UUID.randomUUID()), "list.csv", list)
                .post(Imports.PATH + "/mapping-proposals");
        // Then
        dryRun.then().statusCode(422).body("errors[0].pointer", equalTo("/dryRun"));
        observedAt.then().statusCode(422).body("errors[0].pointer", equalTo("/observedAt"));
        future.then().statusCode(422).body("errors[0].pointer", equalTo("/observedAt"));
        sourceName.then().statusCode(422).body("errors[0].pointer", equalTo("/sourceName"));
        noFile.then().statusCode(422).body("errors[0].pointer", equalTo("/file"));
        brand.then().statusCode(403);
        assertUnknown(a);
    }

    @Test
    void shouldRefuseToCancelWhatHasEnded() {
        // Given
        JsonPath report = Imports.runWith(Tokens.operator(), "list.csv", utf8("Username\n%s\n".formatted(a)), Map.of());
        // When
        var cancellation =
                as(Tokens.operator()).post(Imports.PATH + "/" + report.getString("importId") + "/cancellation");
        // Then
        cancellation.then().statusCode(409).body("type", containsString("import-ended"));
    }
}

package org.affinity.profile.consent;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Tokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.affinity.profile.ProfileApi.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class NoticeTaskComponentTest {

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final UUID organisation = UUID.randomUUID();
    private final String partner = Tokens.partner(organisation);
    private final String listName = "fair " + UUID.randomUUID();
    private final List<String> handles = List.of(handle(), handle());

    @Inject
    AgroalDataSource dataSource;

    /** Imports a list of two creators; their ids. */
    private List<UUID> importList(String token, String lawfulBasis) {
        String list = "platform,handle\nINSTAGRAM," + handles.get(0) + "\nINSTAGRAM," + handles.get(1) + "\n";
        var request = given().auth()
                .oauth2(token)
                .multiPart("file", "list.csv", list.getBytes(StandardCharsets.UTF_8), "text/csv");
        String importId = (lawfulBasis == null
                        ? request
                        : request.multiPart("lawfulBasis", lawfulBasis).multiPart("sourceName", listName))
                .post("/v1/creator-imports")
                .then()
                .statusCode(202)
                .extract()
                .path("importId");
        JsonPath done = Awaitility.await()
                .until(
                        () -> as(token).get("/v1/creator-imports/" + importId).jsonPath(),
                        report -> report.getString("finishedAt") != null);
        assertThat(done.getString("state")).isEqualTo("SUCCEEDED");
        List<String> ids = as(token)
                .get("/v1/creator-imports/" + importId + "/rows")
                .jsonPath()
                .getList("items.creatorId");
        return ids.stream().map(UUID::fromString).toList();
    }

    private List<Map<String, Object>> tasks() {
        return as(partner).get("/v1/notice-tasks?limit=200").jsonPath().getList("items");
    }

    @Test
    void shouldOpenATaskForEachCreatorOfAListAndKeepItsBasis() {
        // Given

        // When
        List<UUID> creators = importList(partner, "CONSENT");

        // Then
        as(partner)
                .get("/v1/notice-tasks")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body(
                        "items.creatorId",
                        hasItems(creators.get(0).toString(), creators.get(1).toString()))
                .body("items[0].origin", equalTo("PARTNER"))
                .body("items[0].sourceName", equalTo(listName))
                .body("items[0].state", equalTo("OPEN"))
                .body("items[0].overdue", equalTo(false))
                .body("items[0].dueOn", equalTo(today.plusMonths(1).toString()));
        as(Tokens.operator())
                .get("/v1/creators/" + creators.get(0) + "/consents")
                .then()
                .body("sources", hasSize(1))
                .body("sources[0].origin", equalTo("PARTNER"))
                .body("sources[0].name", equalTo(listName))
                .body("sources[0].lawfulBasis", equalTo("CONSENT"));
    }

    @Test
    void shouldTakeLegitimateInterestsAndTheNameOfTheFileByDefault() {
        // Given

        // When
        UUID creatorId = importList(Tokens.operator(), null).getFirst();

        // Then
        as(Tokens.operator())
                .get("/v1/creators/" + creatorId + "/consents")
                .then()
                .body("sources[0].origin", equalTo("IMPORT_LIST"))
                .body("sources[0].name", equalTo("list.csv"))
                .body("sources[0].lawfulBasis", equalTo("LEGITIMATE_INTERESTS"));
    }

    @Test
    void shouldNotBringBackWhatWasObjectedTo() {
        // Given
        UUID creatorId = importList(partner, "LEGITIMATE_INTERESTS").getFirst();
        String path = "/v1/creators/" + creatorId + "/consents";
        String consentId = as(Tokens.creator(creatorId)).get(path).path("sources[0].consentId");
        as(Tokens.creator(creatorId))
                .header("If-Match", "*")
                .delete(path + "/" + consentId)
                .then()
                .statusCode(200);

        // When
        importList(partner, "LEGITIMATE_INTERESTS");

        // Then
        as(Tokens.creator(creatorId))
                .get(path)
                .then()
                .body("sources", hasSize(1))
                .body("sources[0].withdrawnAt", notNullValue())
                .body("contact.find { it.channel == 'PLATFORM_MESSAGE' }.mayContact", equalTo(false));
        assertThat(tasks()).hasSize(2);
    }

    @Test
    void shouldClearTheTaskWhenTheCreatorSignsUpThemself() {
        // Given
        UUID creatorId = importList(partner, "CONSENT").getFirst();

        // When
        as(Tokens.creator(creatorId))
                .header("If-Match", "*")
                .body(profile(handles.getFirst()))
                .put("/v1/creators/" + creatorId)
                .then()
                .statusCode(200);

        // Then
        as(partner)
                .get("/v1/notice-tasks?state=OPEN")
                .then()
                .body("items", hasSize(1))
                .body("items.creatorId", not(hasItem(creatorId.toString())));
        as(partner).get("/v1/notice-tasks?state=CLEARED").then().body("items.creatorId", hasItem(creatorId.toString()));
        as(Tokens.creator(creatorId))
                .get("/v1/creators/" + creatorId + "/consents")
                .then()
                .body("sources.lawfulBasis", hasItems("CONSENT", "CONTRACT"));
    }

    @Test
    void shouldClearTheTaskAlsoWhenTheirConsentWasEnteredBefore() {
        // Given
        UUID creatorId = importList(partner, "CONSENT").getFirst();
        as(Tokens.operator())
                .header("If-Match", "*")
                .body(Map.of(
                        "sources",
                        List.of(Map.of("name", "sign-up", "lawfulBasis", "CONTRACT", "purposes", List.of("MATCHING")))))
                .put("/v1/creators/" + creatorId + "/consents")
                .then()
                .statusCode(200);

        // When
        as(Tokens.creator(creatorId))
                .header("If-Match", "*")
                .body(profile(handles.getFirst()))
                .put("/v1/creators/" + creatorId)
                .then()
                .statusCode(200);

        // Then
        as(partner).get("/v1/notice-tasks?state=CLEARED").then().body("items.creatorId", hasItem(creatorId.toString()));
    }

    @Test
    void shouldKeepAnOperatorsEditFromClearingATask() {
        // Given
        UUID creatorId = importList(partner, "CONSENT").getFirst();

        // When
        as(Tokens.operator())
                .header("If-Match", "*")
                .body(profile(handles.getFirst()))
                .put("/v1/creators/" + creatorId)
                .then()
                .statusCode(200);

        // Then
        as(partner).get("/v1/notice-tasks?state=OPEN").then().body("items", hasSize(2));
    }

    @Test
    void shouldOpenATaskForACreatorWhomAnOperatorAdds() {
        // Given
        String creatorId = as(Tokens.operator())
                .body(profile(handle()))
                .post("/v1/creators")
                .path("creatorId");

        // When
        List<String> open = new ArrayList<>();
        String cursor = null;
        do {
            var request = as(Tokens.operator()).queryParam("limit", 200);
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/notice-tasks")
                    .jsonPath();
            open.addAll(page.getList("items.creatorId"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        // Then
        assertThat(open).contains(creatorId).doesNotHaveDuplicates();
    }

    @Test
    void shouldMarkATaskAsSentOnce() {
        // Given
        UUID creatorId = importList(partner, "CONSENT").getFirst();
        String path = "/v1/notice-tasks/" + creatorId + "/sending";
        var sending = Map.of("channel", "PLATFORM_MESSAGE", "sentOn", today.toString());

        // When
        var future = as(partner)
                .body(Map.of("channel", "POST", "sentOn", today.plusDays(2).toString()))
                .post(path);
        var reply = as(partner).body(sending).post(path);
        var again = as(partner).body(sending).post(path);

        // Then
        future.then().statusCode(422).body("errors[0].pointer", equalTo("/sentOn"));
        reply.then()
                .statusCode(200)
                .body("state", equalTo("SENT"))
                .body("channel", equalTo("PLATFORM_MESSAGE"))
                .body("sentOn", equalTo(today.toString()));
        again.then().statusCode(409).body("type", containsString("notice-closed"));
        as(partner).body(Map.of()).post(path).then().statusCode(422);
    }

    @Test
    void shouldMarkAWholeListAsSentForItsOwnOrganisationOnly() {
        // Given
        importList(partner, "CONSENT");
        var sending = Map.of("sourceName", listName, "channel", "PLATFORM_MESSAGE", "sentOn", today.toString());

        // When
        var earlier = as(partner)
                .body(Map.of(
                        "sourceName",
                        listName,
                        "channel",
                        "POST",
                        "sentOn",
                        today.minusDays(1).toString()))
                .post("/v1/notice-sendings");
        var stranger = as(Tokens.partner(UUID.randomUUID())).body(sending).post("/v1/notice-sendings");
        var reply = as(partner).body(sending).post("/v1/notice-sendings");
        var again = as(partner).body(sending).post("/v1/notice-sendings");

        // Then
        earlier.then().statusCode(200).body("closed", equalTo(0));
        stranger.then().statusCode(200).body("closed", equalTo(0));
        reply.then().statusCode(200).body("closed", equalTo(2));
        again.then().statusCode(200).body("closed", equalTo(0));
        as(partner).get("/v1/notice-tasks?state=SENT").then().body("items", hasSize(2));
        as(partner)
                .body(Map.of(
                        "sourceName",
                        listName,
                        "channel",
                        "POST",
                        "sentOn",
                        today.plusDays(2).toString()))
                .post("/v1/notice-sendings")
                .then()
                .statusCode(422);
    }

    @Test
    void shouldFlagWhatIsOverdueAndFilterByDay() throws Exception {
        // Given
        UUID creatorId = importList(partner, "CONSENT").getFirst();
        Tenancy.callAsSystem(() -> {
            try (Connection connection = dataSource.getConnection()) {
                return connection
                        .createStatement()
                        .executeUpdate("update notice_task set due_on = current_date - 2 where creator_id = '"
                                + creatorId + "'");
            }
        });

        // When
        var reply = as(partner).get("/v1/notice-tasks?state=OPEN&dueBefore=" + today);

        // Then
        reply.then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].creatorId", equalTo(creatorId.toString()))
                .body("items[0].overdue", equalTo(true));
        as(partner).get("/v1/notice-tasks?dueBefore=2026-02-30").then().statusCode(400);
        as(partner).get("/v1/notice-tasks?dueBefore=tomorrow").then().statusCode(400);
    }

    @Test
    void shouldKeepTasksOfOneOrganisationFromAnother() {
        // Given
        UUID creatorId = importList(partner, "CONSENT").getFirst();
        String stranger = Tokens.partner(UUID.randomUUID());

        // When
        var list = as(stranger).get("/v1/notice-tasks");
        var sending = as(stranger)
                .body(Map.of("channel", "POST", "sentOn", today.toString()))
                .post("/v1/notice-tasks/" + creatorId + "/sending");

        // Then
        list.then().statusCode(200).body("items", empty());
        sending.then().statusCode(404);
        as(Tokens.brand(organisation)).get("/v1/notice-tasks").then().statusCode(403);
    }

    @Test
    void shouldRefuseABasisThatIsNone() {
        given().auth()
                .oauth2(partner)
                .multiPart("file", "list.csv", "handle\nx\n".getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("lawfulBasis", "CURIOSITY")
                .post("/v1/creator-imports")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/lawfulBasis"));
    }
}

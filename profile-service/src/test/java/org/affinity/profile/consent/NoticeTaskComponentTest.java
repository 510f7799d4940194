package org.affinity.profile.consent;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
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
import org.junit.jupiter.api.Test;

import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.affinity.profile.ProfileApi.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

/** Whoever was entered by somebody else is to be told; a task says by when. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class NoticeTaskComponentTest {

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final ImportedList list = new ImportedList();

    @Inject
    AgroalDataSource dataSource;

    @Test
    void shouldOpenATaskForEachCreatorOfAListAndKeepItsBasis() {
        // Given

        // When
        List<UUID> creators = list.importBy(list.partner, "CONSENT");

        // Then
        as(list.partner)
                .get("/v1/notice-tasks")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body(
                        "items.creatorId",
                        hasItems(creators.get(0).toString(), creators.get(1).toString()))
                .body("items[0].origin", equalTo("PARTNER"))
                .body("items[0].sourceName", equalTo(list.name))
                .body("items[0].state", equalTo("OPEN"))
                .body("items[0].overdue", equalTo(false))
                .body("items[0].dueOn", equalTo(today.plusMonths(1).toString()));
        as(Tokens.operator())
                .get("/v1/creators/" + creators.get(0) + "/consents")
                .then()
                .body("sources", hasSize(1))
                .body("sources[0].origin", equalTo("PARTNER"))
                .body("sources[0].name", equalTo(list.name))
                .body("sources[0].lawfulBasis", equalTo("CONSENT"));
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
    void shouldFlagWhatIsOverdueAndFilterByDay() throws Exception {
        // Given
        UUID creatorId = list.importBy(list.partner, "CONSENT").getFirst();
        Tenancy.callAsSystem(() -> {
            try (Connection connection = dataSource.getConnection()) {
                return connection
                        .createStatement()
                        .executeUpdate("update notice_task set due_on = current_date - 2 where creator_id = '"
                                + creatorId + "'");
            }
        });

        // When
        var reply = as(list.partner).get("/v1/notice-tasks?state=OPEN&dueBefore=" + today);

        // Then
        reply.then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].creatorId", equalTo(creatorId.toString()))
                .body("items[0].overdue", equalTo(true));
        as(list.partner).get("/v1/notice-tasks?dueBefore=2026-02-30").then().statusCode(400);
        as(list.partner).get("/v1/notice-tasks?dueBefore=tomorrow").then().statusCode(400);
    }

    @Test
    void shouldKeepTasksOfOneOrganisationFromAnother() {
        // Given
        UUID creatorId = list.importBy(list.partner, "CONSENT").getFirst();
        String stranger = Tokens.partner(UUID.randomUUID());

        // When
        var tasks = as(stranger).get("/v1/notice-tasks");
        var sending = as(stranger)
                .body(Map.of("channel", "POST", "sentOn", today.toString()))
                .post("/v1/notice-tasks/" + creatorId + "/sending");

        // Then
        tasks.then().statusCode(200).body("items", empty());
        sending.then().statusCode(404);
        as(Tokens.brand(list.organisation)).get("/v1/notice-tasks").then().statusCode(403);
    }
}

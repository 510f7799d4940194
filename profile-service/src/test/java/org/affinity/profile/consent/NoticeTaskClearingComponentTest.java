package org.affinity.profile.consent;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.api.Test;

import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.profile;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

/** A task is cleared by the creator, and by nobody else. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class NoticeTaskClearingComponentTest {

    private final ImportedList list = new ImportedList();

    @Test
    void shouldClearTheTaskWhenTheCreatorSignsUpThemself() {
        // Given
        UUID creatorId = list.importBy(list.partner, "CONSENT").getFirst();

        // When
        as(Tokens.creator(creatorId))
                .header("If-Match", "*")
                .body(profile(list.handles.getFirst()))
                .put("/v1/creators/" + creatorId)
                .then()
                .statusCode(200);

        // Then
        as(list.partner)
                .get("/v1/notice-tasks?state=OPEN")
                .then()
                .body("items", hasSize(1))
                .body("items.creatorId", not(hasItem(creatorId.toString())));
        as(list.partner)
                .get("/v1/notice-tasks?state=CLEARED")
                .then()
                .body("items.creatorId", hasItem(creatorId.toString()));
        as(Tokens.creator(creatorId))
                .get("/v1/creators/" + creatorId + "/consents")
                .then()
                .body("sources.lawfulBasis", hasItems("CONSENT", "CONTRACT"));
    }

    @Test
    void shouldClearTheTaskAlsoWhenTheirConsentWasEnteredBefore() {
        // Given
        UUID creatorId = list.importBy(list.partner, "CONSENT").getFirst();
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
                .body(profile(list.handles.getFirst()))
                .put("/v1/creators/" + creatorId)
                .then()
                .statusCode(200);

        // Then
        as(list.partner)
                .get("/v1/notice-tasks?state=CLEARED")
                .then()
                .body("items.creatorId", hasItem(creatorId.toString()));
    }

    @Test
    void shouldKeepAnOperatorsEditFromClearingATask() {
        // Given
        UUID creatorId = list.importBy(list.partner, "CONSENT").getFirst();

        // When
        as(Tokens.operator())
                .header("If-Match", "*")
                .body(profile(list.handles.getFirst()))
                .put("/v1/creators/" + creatorId)
                .then()
                .statusCode(200);

        // Then
        as(list.partner).get("/v1/notice-tasks?state=OPEN").then().body("items", hasSize(2));
    }
}

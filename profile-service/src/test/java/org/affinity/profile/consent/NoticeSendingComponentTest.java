package org.affinity.profile.consent;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.api.Test;

import static org.affinity.profile.ProfileApi.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** Notices that were sent, to one creator or a whole list. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class NoticeSendingComponentTest {

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final ImportedList list = new ImportedList();

    @Test
    void shouldMarkATaskAsSentOnce() {
        // Given
        UUID creatorId = list.importBy(list.partner, "CONSENT").getFirst();
        String path = "/v1/notice-tasks/" + creatorId + "/sending";
        var sending = Map.of("channel", "PLATFORM_MESSAGE", "sentOn", today.toString());

        // When
        var future = as(list.partner)
                .body(Map.of("channel", "POST", "sentOn", today.plusDays(2).toString()))
                .post(path);
        var reply = as(list.partner).body(sending).post(path);
        var again = as(list.partner).body(sending).post(path);

        // Then
        future.then().statusCode(422).body("errors[0].pointer", equalTo("/sentOn"));
        reply.then()
                .statusCode(200)
                .body("state", equalTo("SENT"))
                .body("channel", equalTo("PLATFORM_MESSAGE"))
                .body("sentOn", equalTo(today.toString()));
        again.then().statusCode(409).body("type", containsString("notice-closed"));
        as(list.partner).body(Map.of()).post(path).then().statusCode(422);
    }

    @Test
    void shouldMarkAWholeListAsSentForItsOwnOrganisationOnly() {
        // Given
        list.importBy(list.partner, "CONSENT");
        var sending = Map.of("sourceName", list.name, "channel", "PLATFORM_MESSAGE", "sentOn", today.toString());

        // When
        var earlier = as(list.partner)
                .body(Map.of(
                        "sourceName",
                        list.name,
                        "channel",
                        "POST",
                        "sentOn",
                        today.minusDays(1).toString()))
                .post("/v1/notice-sendings");
        var stranger = as(Tokens.partner(UUID.randomUUID())).body(sending).post("/v1/notice-sendings");
        var reply = as(list.partner).body(sending).post("/v1/notice-sendings");
        var again = as(list.partner).body(sending).post("/v1/notice-sendings");

        // Then
        earlier.then().statusCode(200).body("closed", equalTo(0));
        stranger.then().statusCode(200).body("closed", equalTo(0));
        reply.then().statusCode(200).body("closed", equalTo(2));
        again.then().statusCode(200).body("closed", equalTo(0));
        as(list.partner).get("/v1/notice-tasks?state=SENT").then().body("items", hasSize(2));
        as(list.partner)
                .body(Map.of(
                        "sourceName",
                        list.name,
                        "channel",
                        "POST",
                        "sentOn",
                        today.plusDays(2).toString()))
                .post("/v1/notice-sendings")
                .then()
                .statusCode(422);
    }
}

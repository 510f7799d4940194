package org.affinity.profile.expansion;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Tokens;
import org.affinity.profile.trackrecord.TrackRecordService;
import org.affinity.profile.trackrecord.domain.Result;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.affinity.profile.ProfileApi.profile;
import static org.affinity.profile.ProfileApi.signUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class ExpansionComponentTest {

    private static final UUID OTHER_ORGANISATION = UUID.randomUUID();

    private final TrackRecordService trackRecord;
    private final EntityManagerFactory entities;

    ExpansionComponentTest(TrackRecordService trackRecord, EntityManagerFactory entities) {
        this.trackRecord = trackRecord;
        this.entities = entities;
    }

    /** A creator with an audience, a result for another organisation and a consent; the id of their account. */
    private String signUpWithParts(UUID creatorId, String topic) {
        var body = new HashMap<String, Object>(profile(handle()));
        body.put("topics", List.of(topic));
        String accountId = signUp(creatorId, body).extract().path("accounts[0].accountId");
        as(Tokens.creator(creatorId))
                .header("If-Match", "*")
                .body(Map.of(
                        "observedAt",
                        "2025-06-01T08:00:00Z",
                        "distributions",
                        List.of(Map.of(
                                "dimension", "COUNTRY", "shares", List.of(Map.of("value", "FR", "share", 0.9))))))
                .put("/v1/creators/" + creatorId + "/accounts/" + accountId + "/audience")
                .then()
                .statusCode(200);
        UUID result = UUID.randomUUID();
        Tenancy.asSystem(() -> trackRecord.complete(new Result(
                result,
                result,
                creatorId,
                UUID.randomUUID(),
                OTHER_ORGANISATION,
                1,
                "Maison Potage",
                "INSTAGRAM",
                1,
                null,
                Instant.parse("2025-06-02T08:00:00Z"),
                List.of())));
        as(Tokens.creator(creatorId))
                .header("If-Match", "*")
                .body(Map.of("contact", List.of(Map.of("channel", "EMAIL"))))
                .put("/v1/creators/" + creatorId + "/consents")
                .then()
                .statusCode(200);
        return accountId;
    }

    private static Response list(String token, String topic, String expand) {
        return as(token).get("/v1/creators?topic=" + topic + expand);
    }

    @Test
    void shouldShowThePartsThatAreAskedForAsTheirOwnAddressesDo() {
        // Given
        UUID creatorId = UUID.randomUUID();
        String accountId = signUpWithParts(creatorId, "soup");
        String path = "/v1/creators/" + creatorId;
        String creator = Tokens.creator(creatorId);
        // When
        var all = as(creator).get(path + "?expand=audience&expand=trackRecord&expand=consents&expand=snapshots");
        // Then
        all.then().statusCode(200).header("ETag", notNullValue()).body("displayName", equalTo("Somebody"));
        var shown = all.jsonPath();
        assertThat(shown.<Object>get("expanded.audience[0]"))
                .isEqualTo(as(creator)
                        .get(path + "/accounts/" + accountId + "/audience")
                        .jsonPath()
                        .get());
        assertThat(shown.<Object>get("expanded.consents"))
                .isEqualTo(as(creator).get(path + "/consents").jsonPath().get());
        var record = as(creator).get(path + "/track-record").jsonPath();
        assertThat(shown.<Object>get("expanded.trackRecord.work")).isEqualTo(record.get("items"));
        assertThat(shown.getInt("expanded.trackRecord.measured")).isEqualTo(1);
        assertThat(shown.getList("snapshots")).isNotNull();
    }

    @Test
    void shouldShowNothingThatIsNotAskedFor() {
        // Given
        UUID creatorId = UUID.randomUUID();
        signUpWithParts(creatorId, "soup");
        String path = "/v1/creators/" + creatorId;
        // When
        var plain = as(Tokens.brand(UUID.randomUUID())).get(path);
        var one = as(Tokens.brand(UUID.randomUUID())).get(path + "?expand=audience");
        // Then
        plain.then().statusCode(200).body("expanded", nullValue()).body("snapshots", nullValue());
        one.then()
                .statusCode(200)
                .body("expanded.audience", hasSize(1))
                .body("expanded.trackRecord", nullValue())
                .body("expanded.consents", nullValue());
    }

    @Test
    void shouldNotTellOrganisationsMoreThanThePartsOwnAddressesDo() {
        // Given
        UUID creatorId = UUID.randomUUID();
        String topic = handle();
        signUpWithParts(creatorId, topic);
        String path = "/v1/creators/" + creatorId;
        String stranger = Tokens.brand(UUID.randomUUID());
        // When
        var consents = as(stranger).get(path + "?expand=consents");
        var listed = list(stranger, topic, "&expand=trackRecord&expand=consents");
        var work = as(stranger).get(path + "?expand=trackRecord");
        var client = as(Tokens.brand(OTHER_ORGANISATION)).get(path + "?expand=trackRecord");
        // Then
        consents.then().statusCode(403);
        listed.then().statusCode(403);
        work.then().body("expanded.trackRecord.work[0].brand", nullValue());
        client.then().body("expanded.trackRecord.work[0].brand", equalTo("Maison Potage"));
    }

    @Test
    void shouldExpandTheListButForHistories() {
        // Given
        String topic = handle();
        UUID creatorId = UUID.randomUUID();
        String accountId = signUpWithParts(creatorId, topic);
        // When
        var found = list(Tokens.operator(), topic, "&expand=audience&expand=trackRecord&expand=consents");
        var snapshots = list(Tokens.operator(), topic, "&expand=snapshots");
        // Then
        found.then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].creatorId", equalTo(creatorId.toString()))
                .body("items[0].expanded.audience.accountId", hasItem(accountId))
                .body("items[0].expanded.trackRecord.work[0].brand", equalTo("Maison Potage"))
                .body("items[0].expanded.consents.contact.find { it.channel == 'EMAIL' }.mayContact", equalTo(true));
        snapshots
                .then()
                .statusCode(400)
                .body("detail", containsString("[audience, trackRecord, consents]"))
                .body("detail", not(containsString("snapshots")));
    }

    @Test
    void shouldReadPartsOfManyCreatorsWithAsFewQueriesAsThoseOfOne() {
        // Given
        String lonely = handle();
        String crowded = handle();
        signUpWithParts(UUID.randomUUID(), lonely);
        IntStream.range(0, 8).forEach(one -> signUpWithParts(UUID.randomUUID(), crowded));
        Statistics statistics = entities.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        // When
        long ofOne = statements(statistics, lonely, 1);
        long ofMany = statements(statistics, crowded, 8);
        statistics.setStatisticsEnabled(false);
        // Then
        assertThat(ofOne).isPositive();
        assertThat(ofMany).isLessThanOrEqualTo(ofOne);
    }

    /** Statements of one such list; the fewest of some tries, since other work of the service goes on beside it. */
    private static long statements(Statistics statistics, String topic, int size) {
        return IntStream.range(0, 5)
                .mapToLong(attempt -> {
                    long before = statistics.getPrepareStatementCount();
                    list(Tokens.operator(), topic, "&expand=audience&expand=trackRecord&expand=consents")
                            .then()
                            .statusCode(200)
                            .body("items", hasSize(size));
                    return statistics.getPrepareStatementCount() - before;
                })
                .min()
                .orElseThrow();
    }
}

package org.affinity.profile.responsiveness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.affinity.profile.creator.CreatorState;
import org.affinity.profile.responsiveness.domain.Invitation;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.affinity.profile.ProfileApi.profile;
import static org.affinity.profile.ProfileApi.signUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class ResponsivenessComponentTest {

    private static final String INVITED = "campaign.collaboration.invited.v1";
    private static final String ACCEPTED = "campaign.collaboration.accepted.v1";
    private static final String DECLINED = "campaign.collaboration.declined.v1";

    private final UUID creatorId = UUID.randomUUID();
    private final Instant now = Instant.now();

    @Inject
    ResponsivenessService responsiveness;

    @Inject
    AgroalDataSource dataSource;

    @BeforeEach
    void signUpCreator() {
        signUp(creatorId, profile(handle()));
    }

    private ObjectNode collaboration(String type, UUID id, long version, Instant invitedAt, Instant respondedAt) {
        ObjectNode event = EventContracts.example(type).deepCopy();
        return event.put("collaborationId", id.toString())
                .put("creatorId", creatorId.toString())
                .put("version", version)
                .put("invitedAt", invitedAt.toString())
                .put("respondedAt", respondedAt == null ? null : respondedAt.toString());
    }

    private void invite(UUID id, Instant at) {
        Events.publish(INVITED, id, 1, collaboration(INVITED, id, 1, at, null));
    }

    private void answer(String type, UUID id, Instant invitedAt, Instant respondedAt) {
        Events.publish(type, id, 2, collaboration(type, id, 2, invitedAt, respondedAt));
    }

    private io.restassured.response.ValidatableResponse read(String token) {
        return as(token).get("/v1/creators/" + creatorId + "/responsiveness").then();
    }

    private void awaitAnswers(int invitations, int answers) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> read(Tokens.operator())
                        .body("invitations", equalTo(invitations))
                        .body("answers", equalTo(answers)));
    }

    @Test
    void shouldMeasureAnswersAndTellThem() {
        // Given
        Instant old = now.minus(Duration.ofDays(20));
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        UUID third = UUID.randomUUID();
        // When
        invite(first, old);
        answer(ACCEPTED, first, old, old.plus(Duration.ofHours(5)));
        invite(second, old);
        answer(DECLINED, second, old, old.plus(Duration.ofHours(9)));
        invite(third, now);
        // Then
        awaitAnswers(3, 2);
        read(Tokens.brand(UUID.randomUUID()))
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("openInvitations", equalTo(1))
                .body("invitationsLast30Days", equalTo(3))
                .body("answerRate.sampleSize", equalTo(2))
                .body("answerRate.level", equalTo(0.9f))
                .body("acceptanceRate.value", equalTo(0.5f))
                .body("timeToAnswer.value", equalTo(5.0f));
        JsonNode figures = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> Events.await(CreatorState.UPDATED, creatorId, 2)
                                .data()
                                .path("responsiveness"),
                        told -> told.path("invitations").asInt() == 3
                                && told.path("answers").asInt() == 2);
        assertThat(figures.path("answerRateLow").asDouble()).isBetween(0.3, 0.6);
    }

    @Test
    void shouldSayThatNothingIsKnownOfCreatorThatWasNeverInvited() {
        // Then
        read(Tokens.creator(creatorId))
                .statusCode(200)
                .body("invitations", equalTo(0))
                .body("answerRate.value", nullValue())
                .body("answerRate.reason", equalTo("No invitation is at least 7 days old."));
    }

    @Test
    void shouldTakeEventsOnceAndInAnyOrder() {
        // Given
        Instant old = now.minus(Duration.ofDays(20));
        UUID id = UUID.randomUUID();
        // When: the answer comes before the invitation, and both twice
        answer(ACCEPTED, id, old, old.plus(Duration.ofHours(5)));
        invite(id, old);
        invite(id, old);
        answer(ACCEPTED, id, old, old.plus(Duration.ofHours(5)));
        Events.publish("campaign.collaboration.forgotten.v9", id, 3, Map.of("anything", true));
        Events.publish(INVITED, id, 4, "not json".getBytes(StandardCharsets.UTF_8));
        UUID last = UUID.randomUUID();
        invite(last, old);
        // Then
        awaitAnswers(2, 1);
        assertThat(Events.published(CreatorState.UPDATED, creatorId)).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void shouldTellWhatTimeAloneHasChanged() throws Exception {
        // Given: an invitation that was young when it was measured
        UUID id = UUID.randomUUID();
        invite(id, now);
        awaitAnswers(1, 0);
        long before = Events.await(CreatorState.UPDATED, creatorId, 2).sequence();
        Tenancy.callAsSystem(() -> {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("update invitation set invited_at = now() - interval '8 days' where creator_id = '"
                        + creatorId + "'");
                return statement.executeUpdate(
                        "update responsiveness_refresh set due_at = now() - interval '1 second' where creator_id = '"
                                + creatorId + "'");
            }
        });
        // When
        Tenancy.asSystem(() -> responsiveness.refreshDue(1000));
        // Then
        JsonNode figures =
                Events.await(CreatorState.UPDATED, creatorId, before + 1).data().path("responsiveness");
        assertThat(figures.path("answerRate").asDouble()).isEqualTo(0.25);
    }

    @Test
    void shouldTellNoFallingNumberWhileInvitationsAreReadAgain() {
        // Given
        for (int i = 0; i < 2; i++) {
            invite(UUID.randomUUID(), now);
        }
        awaitAnswers(2, 0);
        // When
        as(Tokens.operator())
                .post("/v1/profile-read-models/collaborations/rebuilds")
                .then()
                .statusCode(202);
        invite(UUID.randomUUID(), now);
        // Then
        awaitAnswers(3, 0);
        assertThat(Events.published(CreatorState.UPDATED, creatorId))
                .extracting(
                        event -> event.data().at("/responsiveness/invitations").asInt())
                .isSorted();
    }

    @Test
    void shouldAnswerForeignCreatorLikeMissingOne() {
        // When
        var foreign = as(Tokens.creator(UUID.randomUUID())).get("/v1/creators/" + creatorId + "/responsiveness");
        var missing = as(Tokens.operator()).get("/v1/creators/" + UUID.randomUUID() + "/responsiveness");
        // Then
        assertThat(foreign.statusCode()).isEqualTo(404).isEqualTo(missing.statusCode());
    }

    @Test
    void shouldKeepNoInvitationOfWhomWasErased() throws Exception {
        // Given
        Tenancy.callAsSystem(() -> {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                return statement.executeUpdate(
                        "insert into erased_subject (subject_id, erasure_id, erased_at) values ('" + creatorId + "', '"
                                + UUID.randomUUID() + "', now())");
            }
        });

        // When
        Tenancy.asSystem(() -> responsiveness.note(
                new Invitation(UUID.randomUUID(), creatorId, UUID.randomUUID(), 1, "INVITED", now, null)));

        // Then
        int kept = Tenancy.callAsSystem(() -> {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "select count(*) from invitation where creator_id = '" + creatorId + "'")) {
                rows.next();
                return rows.getInt(1);
            }
        });
        assertThat(kept).isZero();
    }
}

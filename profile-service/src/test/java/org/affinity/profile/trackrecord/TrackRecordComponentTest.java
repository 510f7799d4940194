package org.affinity.profile.trackrecord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.affinity.kit.security.Tenancy;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.EventContracts;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.affinity.profile.creator.CreatorState;
import org.affinity.profile.trackrecord.domain.Result;
import org.junit.jupiter.api.Test;

import static org.affinity.profile.ProfileApi.as;
import static org.affinity.profile.ProfileApi.handle;
import static org.affinity.profile.ProfileApi.profile;
import static org.affinity.profile.ProfileApi.signUp;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class TrackRecordComponentTest {

    private static final String RECORDED = "reporting.result.recorded.v1";

    private final UUID creatorId = UUID.randomUUID();
    private final TrackRecordService trackRecord;

    TrackRecordComponentTest(TrackRecordService trackRecord) {
        this.trackRecord = trackRecord;
    }

    private ObjectNode result(UUID resultId, UUID collaborationId, long version) {
        ObjectNode result = EventContracts.example(RECORDED).deepCopy();
        return result.put("resultId", resultId.toString())
                .put("collaborationId", collaborationId.toString())
                .put("creatorId", creatorId.toString())
                .put("version", version);
    }

    private int completed() {
        return as(Tokens.creator(creatorId))
                .get("/v1/creators/" + creatorId)
                .path("trackRecord.completedCollaborations");
    }

    @Test
    void shouldCountCollaborationOnceHoweverOftenItsResultComes() {
        // Given
        signUp(creatorId, profile(handle()));
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        // When
        Events.publish(RECORDED, first, 2, result(first, first, 2));
        String id = Events.publish(RECORDED, first, 1, result(first, first, 1));
        Events.publishAs(id, RECORDED, first, 1, result(first, first, 1));
        Events.await(CreatorState.UPDATED, creatorId, 2);
        Events.publish(RECORDED, second, 1, result(second, second, 1));
        // Then
        var state = Events.await(CreatorState.UPDATED, creatorId, 3);
        assertThat(state.data().at("/trackRecord/completedCollaborations").asInt())
                .isEqualTo(2);
        assertThat(completed()).isEqualTo(2);
        assertThat(Events.published(CreatorState.UPDATED, creatorId)).hasSize(3);
    }

    @Test
    void shouldPassOverUnknownTypesAndUnreadableEvents() {
        // Given
        signUp(creatorId, profile(handle()));
        UUID resultId = UUID.randomUUID();
        // When
        Events.publish("reporting.result.withdrawn.v9", resultId, 1, Map.of("anything", true));
        Events.publish(RECORDED, resultId, 1, "not json".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Events.publish(RECORDED, resultId, 1, result(resultId, resultId, 1));
        // Then
        var state = Events.await(CreatorState.UPDATED, creatorId, 2);
        assertThat(state.data().at("/trackRecord/completedCollaborations").asInt())
                .isEqualTo(1);
    }

    @Test
    void shouldPassOverResultOfUnknownCreator() {
        // Given
        UUID resultId = UUID.randomUUID();
        Events.publish(RECORDED, resultId, 1, result(resultId, resultId, 1));
        UUID known = UUID.randomUUID();
        signUp(known, profile(handle()));
        UUID other = UUID.randomUUID();
        // When
        Events.publish(RECORDED, other, 1, result(other, other, 1).put("creatorId", known.toString()));
        // Then
        assertThat(Events.await(CreatorState.UPDATED, known, 2).sequence()).isEqualTo(2);
    }

    @Test
    void shouldCountResultsThatCameBeforeTheCreatorSignedUp() {
        // Given
        UUID early = UUID.randomUUID();
        Tenancy.asSystem(() -> trackRecord.complete(new Result(
                early, early, creatorId, null, null, 1, "Maison Potage", null, 1, null, Instant.EPOCH, List.of())));
        // When
        signUp(creatorId, profile(handle()));
        // Then
        var state = Events.await(CreatorState.UPDATED, creatorId, 1);
        assertThat(state.data().at("/trackRecord/completedCollaborations").asInt())
                .isEqualTo(1);
        assertThat(completed()).isEqualTo(1);
    }

    @Test
    void shouldNeverTellOfFallingNumberWhileResultsAreReadAgain() {
        // Given
        signUp(creatorId, profile(handle()));
        for (int i = 0; i < 2; i++) {
            UUID result = UUID.randomUUID();
            Events.publish(RECORDED, result, 1, result(result, result, 1));
        }
        Events.await(CreatorState.UPDATED, creatorId, 3);
        // When
        as(Tokens.operator())
                .post("/v1/profile-read-models/results/rebuilds")
                .then()
                .statusCode(202);
        UUID third = UUID.randomUUID();
        Events.publish(RECORDED, third, 1, result(third, third, 1));
        // Then
        Events.await(CreatorState.UPDATED, creatorId, 4);
        assertThat(Events.published(CreatorState.UPDATED, creatorId))
                .extracting(event ->
                        event.data().at("/trackRecord/completedCollaborations").asInt())
                .containsExactly(0, 1, 2, 3);
    }
}

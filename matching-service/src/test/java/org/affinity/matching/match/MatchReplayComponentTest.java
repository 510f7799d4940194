package org.affinity.matching.match;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.matching.TestCreators;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What was answered once is answered alike again. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class MatchReplayComponentTest extends MatchAsking {

    @Test
    void shouldGiveTheSameBytesAgainWhenTheCreatorsHaveChanged() {
        // Given
        ObjectNode creator = TestCreators.creator(language);
        TestCreators.publishAndAwait(creator);
        Response posted = post(brand(), request());
        TestCreators.publishAndAwait(creator.put("state", "WITHDRAWN").put("version", 2));

        // When
        Response read = brand().get("/v1/matches/" + posted.jsonPath().getString("matchId"));

        // Then
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.asByteArray()).isEqualTo(posted.asByteArray());
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(post(brand(), request()).jsonPath().getInt("eligibleCount")).isZero();
    }

    @Test
    void shouldAnswerNotModifiedToWhoHasTheMatch() {
        // Given
        String matchId = post(brand(), request()).jsonPath().getString("matchId");

        // When
        Response read = brand().header("If-None-Match", "\"1\"").get("/v1/matches/" + matchId);

        // Then
        assertThat(read.statusCode()).isEqualTo(304);
    }

    @Test
    void shouldGiveTheSavedReplyWhenTheKeyIsRepeated() {
        // Given
        String key = UUID.randomUUID().toString();
        Response first = post(brand().header("Idempotency-Key", key), request());

        // When
        Response second = post(brand().header("Idempotency-Key", key), request());
        Response other = post(brand().header("Idempotency-Key", key), request().put("k", 3));

        // Then
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(brand().get("/v1/matches").jsonPath().getList("items")).hasSize(1);
    }

    @Test
    void shouldListLatestFirstInPages() {
        // Given
        List<String> ids = List.of(
                post(brand(), request()).jsonPath().getString("matchId"),
                post(brand(), request()).jsonPath().getString("matchId"),
                post(brand(), request()).jsonPath().getString("matchId"));

        // When
        Response first = brand().get("/v1/matches?limit=2");
        Response second =
                brand().get("/v1/matches?limit=2&cursor=" + first.jsonPath().getString("nextCursor"));

        // Then
        assertThat(first.jsonPath().getList("items.matchId")).containsExactly(ids.get(2), ids.get(1));
        assertThat(second.jsonPath().getList("items.matchId")).containsExactly(ids.get(0));
        assertThat(second.jsonPath().getString("nextCursor")).isNull();
        assertThat(brand().get("/v1/matches?campaignId=" + UUID.randomUUID())
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }
}

package org.affinity.campaign;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.affinity.kit.test.AffinityTestStack;
import org.affinity.kit.test.Events;
import org.affinity.kit.test.Tokens;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Of changes at the same moment one wins and the others are told so. */
@QuarkusTest
@WithTestResource(AffinityTestStack.class)
class ConcurrencyComponentTest {

    private static final int AT_ONCE = 8;

    private final UUID brand = Driver.id();
    private final UUID creator = Driver.id();

    @Test
    void shouldTakeOneOfManyAnswers() throws Exception {
        // Given
        UUID collaborationId = Driver.invited(brand, creator).getFirst();
        String token = Tokens.creator(creator);

        // When
        List<Response> answers = atOnce(i -> Driver.as(token)
                .body("{}")
                .post("/v1/collaborations/{id}/" + (i % 2 == 0 ? "acceptance" : "refusal"), collaborationId));

        // Then
        assertOneWins(answers);
        String state = Driver.as(token)
                .get("/v1/collaborations/{id}", collaborationId)
                .jsonPath()
                .getString("state");
        assertThat(winner(answers).jsonPath().getString("state")).isEqualTo(state);
    }

    @Test
    void shouldTakeOneOfManyPublicationsAndClosures() throws Exception {
        // Given
        UUID campaignId = Driver.draft(brand);
        String token = Tokens.brand(brand);

        // When
        List<Response> publications = atOnce(_ -> Driver.as(token).post("/v1/campaigns/{id}/publication", campaignId));
        List<Response> closures = atOnce(_ -> Driver.as(token).post("/v1/campaigns/{id}/closure", campaignId));

        // Then
        assertOneWins(publications);
        assertOneWins(closures);
        Events.await("campaign.campaign.closed.v1", campaignId);
        assertThat(Events.published("campaign.campaign.published.v1", campaignId))
                .hasSize(1);
        assertThat(Events.published("campaign.campaign.closed.v1", campaignId)).hasSize(1);
    }

    @Test
    void shouldTakeAnswerBeforeClosureOrNotAtAll() throws Exception {
        // Given
        UUID collaborationId = Driver.invited(brand, creator).getFirst();
        UUID campaignId = Driver.campaignOf(brand, collaborationId);
        String brandToken = Tokens.brand(brand);
        String creatorToken = Tokens.creator(creator);

        // When
        List<Response> replies = atOnce(i -> i % 2 == 0
                ? Driver.as(creatorToken).post("/v1/collaborations/{id}/acceptance", collaborationId)
                : Driver.as(brandToken).post("/v1/campaigns/{id}/closure", campaignId));

        // Then
        List<Response> closures = replies.stream()
                .filter(reply -> replies.indexOf(reply) % 2 == 1)
                .toList();
        List<Response> answers = replies.stream()
                .filter(reply -> replies.indexOf(reply) % 2 == 0)
                .toList();
        assertOneWins(closures);
        assertThat(statuses(answers)).allMatch(status -> status == 200 || status == 409 || status == 412);
        boolean accepted = statuses(answers).contains(200);
        assertThat(Driver.as(creatorToken)
                        .get("/v1/collaborations/{id}", collaborationId)
                        .jsonPath()
                        .getString("state"))
                .isEqualTo(accepted ? "ACCEPTED" : "INVITED");
    }

    @Test
    void shouldInviteEachCreatorOnce() throws Exception {
        // Given
        UUID campaignId = Driver.matched(brand, creator, Driver.id(), Driver.id());
        String token = Tokens.brand(brand);

        // When
        List<Response> replies =
                atOnce(_ -> Driver.as(token).body("{}").post("/v1/campaigns/{id}/invitations", campaignId));

        // Then
        assertThat(statuses(replies)).containsOnly(201);
        assertThat(replies.stream()
                        .map(reply -> reply.jsonPath().getList("items.collaborationId"))
                        .distinct())
                .hasSize(1);
        assertThat(replies.stream()
                        .map(reply -> reply.jsonPath().getList("alreadyInvited").size())
                        .sorted())
                .containsExactly(0, 3, 3, 3, 3, 3, 3, 3);
    }

    private static void assertOneWins(List<Response> replies) {
        assertThat(statuses(replies)).allMatch(status -> status == 200 || status == 409 || status == 412);
        assertThat(Collections.frequency(statuses(replies), 200)).isEqualTo(1);
    }

    private static Response winner(List<Response> replies) {
        return replies.stream()
                .filter(reply -> reply.statusCode() == 200)
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> statuses(List<Response> replies) {
        return replies.stream().map(Response::statusCode).toList();
    }

    private static List<Response> atOnce(java.util.function.IntFunction<Response> request) throws Exception {
        CyclicBarrier start = new CyclicBarrier(AT_ONCE);
        try (ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<Response>> calls = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                int number = i;
                calls.add(() -> {
                    start.await();
                    return request.apply(number);
                });
            }
            List<Response> replies = new ArrayList<>();
            for (Future<Response> reply : callers.invokeAll(calls)) {
                replies.add(reply.get());
            }
            return replies;
        }
    }
}

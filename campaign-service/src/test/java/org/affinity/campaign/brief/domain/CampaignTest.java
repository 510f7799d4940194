package org.affinity.campaign.brief.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.affinity.campaign.CampaignProblem;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.ProblemType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class CampaignTest {

    private static final Instant NOW = Instant.parse("2027-03-31T23:59:59Z");
    private static final Instant LATER = Instant.parse("2027-04-01T00:00:00Z");
    private static final CampaignIdentity IDENTITY = new CampaignIdentity(new UUID(7, 2), new UUID(7, 3));

    private final Campaign.Draft draft = new Campaign.Draft(IDENTITY, "Spring", Briefs.valid());
    private final Campaign.Published published = draft.publish(NOW);
    private final Campaign.Matched matched = published.match();
    private final Campaign.Closed closed = matched.close(LATER);

    @Test
    void shouldGoFromDraftToClosed() {
        // When
        Campaign.Closed end = draft.publish(NOW).match().match().close(LATER);

        // Then
        assertThat(end).isEqualTo(new Campaign.Closed(IDENTITY, "Spring", Briefs.valid(), NOW, LATER));
    }

    @Test
    void shouldNameItsState() {
        // When
        var states =
                java.util.stream.Stream.of(draft, published, matched, closed).map(Campaign::state);

        // Then
        assertThat(states)
                .containsExactly(
                        CampaignState.DRAFT, CampaignState.PUBLISHED, CampaignState.MATCHED, CampaignState.CLOSED);
    }

    @Test
    void shouldReplaceNameAndBriefOfDraft() {
        // Given
        Brief brief = Briefs.with(LocalDate.of(2027, 5, 1), LocalDate.of(2027, 5, 2));

        // When
        Campaign.Draft revised = draft.revise("Summer", brief);

        // Then
        assertThat(revised).isEqualTo(new Campaign.Draft(IDENTITY, "Summer", brief));
    }

    @Test
    void shouldRejectPublicationWhenLastDayIsPast() {
        // When
        ProblemType problem = problemOf(() -> draft.publish(LATER));

        // Then
        assertThat(problem).isEqualTo(CampaignProblem.CAMPAIGN_ENDED);
    }

    @Test
    void shouldCloseCampaignThatWasNeverMatched() {
        // When
        Campaign.Closed end = published.close(LATER);

        // Then
        assertThat(end.closedAt()).isEqualTo(LATER);
    }

    @Test
    void shouldTakeOnlyDraftForDraft() {
        // When
        Campaign.Draft taken = draft.requireDraft();

        // Then
        assertThat(taken).isSameAs(draft);
        assertThat(problemOf(published::requireDraft)).isEqualTo(CampaignProblem.CAMPAIGN_NOT_DRAFT);
        assertThat(problemOf(matched::requireDraft)).isEqualTo(CampaignProblem.CAMPAIGN_NOT_DRAFT);
        assertThat(problemOf(closed::requireDraft)).isEqualTo(CampaignProblem.CAMPAIGN_NOT_DRAFT);
    }

    @Test
    void shouldTakeOnlyPublishedAndMatchedForRunning() {
        // When
        Campaign.Running taken = matched.requireRunning();

        // Then
        assertThat(taken).isSameAs(matched);
        assertThat(published.requireRunning()).isSameAs(published);
        assertThat(problemOf(draft::requireRunning)).isEqualTo(CampaignProblem.CAMPAIGN_NOT_PUBLISHED);
        assertThat(problemOf(closed::requireRunning)).isEqualTo(CampaignProblem.CAMPAIGN_ALREADY_CLOSED);
    }

    @Test
    void shouldBeOverFromTheMomentOfItsClosure() {
        // When
        boolean over = closed.wasOverAt(LATER);

        // Then
        assertThat(over).isTrue();
        assertThat(closed.wasOverAt(LATER.plusSeconds(1))).isTrue();
        assertThat(closed.wasOverAt(LATER.minusNanos(1))).isFalse();
    }

    private static ProblemType problemOf(ThrowingCallable attempt) {
        return catchThrowableOfType(DomainException.class, attempt).type();
    }
}

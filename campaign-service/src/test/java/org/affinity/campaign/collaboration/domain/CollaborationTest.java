package org.affinity.campaign.collaboration.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.affinity.campaign.CampaignProblem;
import org.affinity.kit.json.Money;
import org.affinity.kit.problem.DomainException;
import org.affinity.kit.problem.ProblemType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class CollaborationTest {

    private static final Instant LAST_MOMENT = Instant.parse("2027-03-31T23:59:59Z");
    private static final Instant TOO_LATE = Instant.parse("2027-04-01T00:00:00Z");

    private final Collaboration.Invited invited = new Collaboration.Invited(invitation(null));

    @Test
    void shouldBeAcceptedUntilTheLastDayIsOver() {
        // When
        Collaboration.Accepted accepted = invited.accept(LAST_MOMENT);

        // Then
        assertThat(accepted).isEqualTo(new Collaboration.Accepted(invitation(null), LAST_MOMENT));
        assertThat(accepted.state()).isEqualTo(CollaborationState.ACCEPTED);
    }

    @Test
    void shouldBeDeclinedWithReason() {
        // When
        Collaboration.Declined declined = invited.decline(LAST_MOMENT, "travelling");

        // Then
        assertThat(declined).isEqualTo(new Collaboration.Declined(invitation(null), LAST_MOMENT, "travelling"));
        assertThat(declined.state()).isEqualTo(CollaborationState.DECLINED);
    }

    @Test
    void shouldTakeNoAnswerAfterTheLastDay() {
        // When
        ProblemType problem = problemOf(() -> invited.accept(TOO_LATE));

        // Then
        assertThat(problem).isEqualTo(CampaignProblem.CAMPAIGN_ENDED);
        assertThat(problemOf(() -> invited.decline(TOO_LATE, null))).isEqualTo(CampaignProblem.CAMPAIGN_ENDED);
    }

    @Test
    void shouldTakeNoAnswerOnceTheCampaignIsClosed() {
        // Given
        Collaboration.Invited late = new Collaboration.Invited(invitation(LAST_MOMENT));

        // When
        ProblemType problem = problemOf(() -> late.accept(LAST_MOMENT));

        // Then
        assertThat(problem).isEqualTo(CampaignProblem.CAMPAIGN_ALREADY_CLOSED);
        assertThat(problemOf(() -> late.decline(LAST_MOMENT, null))).isEqualTo(CampaignProblem.CAMPAIGN_ALREADY_CLOSED);
    }

    @Test
    void shouldBeAnsweredOnce() {
        // Given
        Collaboration accepted = invited.accept(LAST_MOMENT);
        Collaboration declined = invited.decline(LAST_MOMENT, null);

        // When
        ProblemType problem = problemOf(accepted::requireInvited);

        // Then
        assertThat(problem).isEqualTo(CampaignProblem.COLLABORATION_ALREADY_ANSWERED);
        assertThat(problemOf(declined::requireInvited)).isEqualTo(CampaignProblem.COLLABORATION_ALREADY_ANSWERED);
        assertThat(invited.requireInvited()).isSameAs(invited);
        assertThat(invited.state()).isEqualTo(CollaborationState.INVITED);
    }

    @Test
    void shouldNotShowWordsBetweenTheTwoPartiesInLogs() {
        // When
        String text = invited.decline(LAST_MOMENT, "travelling").toString();

        // Then
        assertThat(text).doesNotContain("travelling", "Hello");
    }

    private static ProblemType problemOf(ThrowingCallable attempt) {
        return catchThrowableOfType(DomainException.class, attempt).type();
    }

    private static Invitation invitation(Instant campaignClosedAt) {
        Terms terms = new Terms(
                new UUID(7, 2),
                new UUID(7, 3),
                "Alpine Shoes",
                "Spring",
                LocalDate.of(2027, 3, 1),
                LocalDate.of(2027, 3, 31),
                campaignClosedAt);
        Invitee invitee = new Invitee(new UUID(7, 5), new UUID(7, 6), "INSTAGRAM", "lea", new Money("180.00", "EUR"));
        return new Invitation(new UUID(7, 9), terms, invitee, "Hello Léa", Instant.parse("2027-01-17T08:00:00Z"));
    }
}

package org.affinity.profile.responsiveness.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerRecordTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final UUID CREATOR = new UUID(1, 1);
    private static final long SEED = 20260601;

    private static Invitation open(Duration age) {
        return new Invitation(UUID.randomUUID(), CREATOR, CREATOR, 1, "INVITED", NOW.minus(age), null);
    }

    private static Invitation answered(Duration age, Duration after, String state) {
        Instant invited = NOW.minus(age);
        return new Invitation(UUID.randomUUID(), CREATOR, CREATOR, 2, state, invited, invited.plus(after));
    }

    private static Duration days(long days) {
        return Duration.ofDays(days);
    }

    @Test
    void shouldSayWhyNothingIsKnown() {
        // When
        var record = new AnswerRecord(List.of(), NOW);
        // Then
        assertThat(record.summary()).isEmpty();
        assertThat(record.answerRate().value()).isNull();
        assertThat(record.answerRate().reason()).isEqualTo("No invitation is at least 7 days old.");
        assertThat(record.acceptanceRate().reason()).isEqualTo("No invitation was answered.");
        assertThat(record.timeToAnswer().reason()).isEqualTo("No invitation is known.");
        assertThat(record.nextChange()).isEmpty();
    }

    @Test
    void shouldLetYoungInvitationsMoveNoRate() {
        // When
        var record = new AnswerRecord(List.of(open(days(2)), answered(days(3), days(1), "ACCEPTED")), NOW);
        // Then
        assertThat(record.answerRate().value()).isNull();
        assertThat(record.answers()).isEqualTo(1);
        assertThat(record.open()).isEqualTo(1);
        assertThat(record.recent()).isEqualTo(2);
    }

    @Test
    void shouldCountAnswersInTimeOnly() {
        // Given
        var invitations = List.of(
                answered(days(40), days(1), "ACCEPTED"),
                answered(days(40), days(9), "DECLINED"),
                open(days(40)),
                open(days(10)));
        // When
        var record = new AnswerRecord(invitations, NOW);
        // Then: Jeffreys' posterior of 1 in 4
        assertThat(record.answerRate().sampleSize()).isEqualTo(4);
        assertThat(record.answerRate().value()).isEqualByComparingTo("0.3");
        assertThat(record.answerRate().low()).isLessThan(record.answerRate().value());
        assertThat(record.answerRate().high()).isGreaterThan(record.answerRate().value());
        assertThat(record.acceptanceRate().value()).isEqualByComparingTo("0.5");
        assertThat(record.open()).isEqualTo(1);
    }

    @Test
    void shouldForgetInvitationsOfMoreThanAYear() {
        // When
        var record = new AnswerRecord(List.of(answered(days(366), days(1), "ACCEPTED"), open(days(365))), NOW);
        // Then
        assertThat(record.invitationCount()).isEqualTo(1);
        assertThat(record.answers()).isZero();
    }

    @Test
    void shouldTakeMedianOfAnswersWhenAllAnswered() {
        // Given
        var invitations = List.of(
                answered(days(20), Duration.ofHours(2), "ACCEPTED"),
                answered(days(20), Duration.ofHours(30), "ACCEPTED"),
                answered(days(20), Duration.ofHours(5), "DECLINED"));
        // When
        var record = new AnswerRecord(invitations, NOW);
        // Then
        assertThat(record.timeToAnswer().value()).isEqualByComparingTo("5");
    }

    @Test
    void shouldNotMakeCreatorLookQuickByLeavingOutThoseThatWait() {
        // Given: one quick answer, three that have been waiting for long
        var invitations = List.of(
                answered(days(20), Duration.ofHours(1), "ACCEPTED"), open(days(20)), open(days(20)), open(days(20)));
        // When
        var record = new AnswerRecord(invitations, NOW);
        // Then
        assertThat(record.timeToAnswer().value()).isNull();
        assertThat(record.timeToAnswer().reason()).isEqualTo("Fewer than half are answered.");
    }

    @Test
    void shouldCountThoseThatWaitForAsLongAsTheyHaveWaited() {
        // Given: the youngest says nothing beyond its two hours, so of three left two answer
        var invitations = List.of(
                open(Duration.ofHours(2)),
                answered(days(20), Duration.ofHours(4), "ACCEPTED"),
                answered(days(20), Duration.ofHours(8), "ACCEPTED"),
                open(days(20)));
        // When
        var record = new AnswerRecord(invitations, NOW);
        // Then
        assertThat(record.timeToAnswer().value()).isEqualByComparingTo("8");
    }

    @Test
    void shouldNameTheNextMomentAtWhichFiguresChange() {
        // Given
        var record = new AnswerRecord(List.of(open(days(2)), open(days(29))), NOW);
        // When
        Instant next = record.nextChange().orElseThrow();
        // Then
        assertThat(next).isEqualTo(NOW.plus(days(1)).plusSeconds(1));
    }

    @Test
    void shouldKeepBoundsAndNotDependOnOrder() {
        // Given
        var random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            List<Invitation> invitations = new ArrayList<>();
            for (int n = random.nextInt(40); n > 0; n--) {
                Duration age = Duration.ofHours(random.nextInt(400 * 24));
                invitations.add(
                        random.nextBoolean()
                                ? open(age)
                                : answered(
                                        age,
                                        Duration.ofHours(random.nextInt((int) age.toHours() + 1)),
                                        random.nextBoolean() ? "ACCEPTED" : "DECLINED"));
            }
            // When
            var summary = new AnswerRecord(invitations, NOW).summary();
            Collections.shuffle(invitations, random);
            var shuffled = new AnswerRecord(invitations, NOW).summary();
            // Then
            assertThat(shuffled).as("seed " + SEED).isEqualTo(summary);
            summary.ifPresent(figures -> {
                assertThat(figures.answers()).isLessThanOrEqualTo(figures.invitations());
                assertThat(figures.openInvitations()).isLessThanOrEqualTo(figures.invitationsLast30Days());
                if (figures.answerRate() != null) {
                    assertThat(figures.answerRate()).isBetween(figures.answerRateLow(), figures.answerRateHigh());
                }
            });
        }
    }
}

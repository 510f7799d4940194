package org.affinity.profile.responsiveness.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.affinity.profile.creator.domain.FactSource;
import org.affinity.profile.creator.domain.MeasuredFigure;
import org.affinity.profile.creator.domain.Responsiveness;

/**
 * How a creator answers invitations: figures of the last {@link #WINDOW}, honest about invitations that are too young
 * to tell.
 *
 * <p>The answer rate looks only at invitations at least {@link #PATIENCE} old, and counts an answer only when it came
 * within that time; so a young invitation, answered or not, moves nothing. An invitation that waits longer than
 * {@link #OPEN} has lapsed.
 */
public final class AnswerRecord {

    /** How far back invitations count. */
    public static final Duration WINDOW = Duration.ofDays(365);

    /** Time to answer that is given. */
    public static final Duration PATIENCE = Duration.ofDays(7);

    /** Age up to which an invitation without an answer is open. */
    public static final Duration OPEN = Duration.ofDays(30);

    private static final double LEVEL = 0.9;

    private final List<Invitation> invitations;
    private final Instant now;

    /** The record of one creator at one moment. */
    public AnswerRecord(List<Invitation> all, Instant now) {
        this.now = now;
        this.invitations = all.stream()
                .filter(invitation -> !invitation.invitedAt().isAfter(now))
                .filter(invitation -> age(invitation).compareTo(WINDOW) <= 0)
                .toList();
    }

    public int invitationCount() {
        return invitations.size();
    }

    public int answers() {
        return count(invitations.stream().filter(Invitation::isAnswered));
    }

    public int accepted() {
        return count(invitations.stream().filter(Invitation::isAccepted));
    }

    /** Invitations that wait for an answer and have not lapsed. */
    public int open() {
        return count(invitations.stream()
                .filter(invitation -> !invitation.isAnswered())
                .filter(invitation -> age(invitation).compareTo(OPEN) <= 0));
    }

    /** Invitations of the last 30 days: how much the creator is solicited. */
    public int recent() {
        return count(invitations.stream().filter(invitation -> age(invitation).compareTo(OPEN) <= 0));
    }

    /** Share of the invitations old enough that were answered in time. */
    public MeasuredFigure answerRate() {
        List<Invitation> mature = invitations.stream()
                .filter(invitation -> age(invitation).compareTo(PATIENCE) >= 0)
                .toList();
        int answered = count(mature.stream().filter(invitation -> invitation.isAnsweredWithin(PATIENCE)));
        return share(
                "ANSWER_RATE",
                answered,
                mature.size(),
                "Share of the invitations at least 7 days old that were answered within 7 days; posterior mean and"
                        + " equal-tailed interval with Jeffreys' prior",
                "No invitation is at least 7 days old.");
    }

    /** Share of the answers that accept. */
    public MeasuredFigure acceptanceRate() {
        return share(
                "ACCEPTANCE_RATE",
                accepted(),
                answers(),
                "Share of the answers that accept; posterior mean and equal-tailed interval with Jeffreys' prior",
                "No invitation was answered.");
    }

    /** Hours after which half of the invitations are answered. */
    public MeasuredFigure timeToAnswer() {
        Optional<Duration> median = MedianWait.of(invitations, now);
        String reason = invitations.isEmpty() ? "No invitation is known." : "Fewer than half are answered.";
        return figure(
                "MEDIAN_HOURS_TO_ANSWER",
                median.map(wait -> decimal(wait.toMinutes() / 60.0)).orElse(null),
                "HOURS",
                null,
                "Kaplan-Meier median of the time to an answer; invitations without one count for as long as they have"
                        + " waited",
                invitations.size(),
                median.isPresent() ? null : reason);
    }

    /** What other services are told; empty when the creator was never invited. */
    public Optional<Responsiveness> summary() {
        if (invitations.isEmpty()) {
            return Optional.empty();
        }
        MeasuredFigure answer = answerRate();
        return Optional.of(new Responsiveness(
                invitations.size(),
                answers(),
                number(answer.value()),
                number(answer.low()),
                number(answer.high()),
                number(acceptanceRate().value()),
                number(timeToAnswer().value()),
                open(),
                recent(),
                now));
    }

    /** When the figures next change though nothing happens; empty when they never do. */
    public Optional<Instant> nextChange() {
        return invitations.stream()
                .flatMap(invitation -> Stream.of(PATIENCE, OPEN, WINDOW)
                        .map(invitation.invitedAt()::plus)
                        .map(change -> change.plusSeconds(1)))
                .filter(change -> change.isAfter(now))
                .min(Instant::compareTo);
    }

    private MeasuredFigure share(String name, int successes, int trials, String definition, String reason) {
        if (trials == 0) {
            return figure(name, null, "SHARE", null, definition, 0, reason);
        }
        BetaPosterior posterior = BetaPosterior.after(successes, trials);
        return figure(name, decimal(posterior.mean()), "SHARE", posterior, definition, trials, null);
    }

    private MeasuredFigure figure(
            String name,
            BigDecimal value,
            String unit,
            BetaPosterior posterior,
            String definition,
            int sampleSize,
            String reason) {
        return new MeasuredFigure(
                name,
                value,
                unit,
                posterior == null ? null : decimal(posterior.quantile((1 - LEVEL) / 2)),
                posterior == null ? null : decimal(posterior.quantile((1 + LEVEL) / 2)),
                posterior == null ? null : BigDecimal.valueOf(LEVEL),
                definition,
                now.minus(WINDOW),
                now,
                sampleSize,
                FactSource.MEASURED,
                now,
                reason);
    }

    private Duration age(Invitation invitation) {
        return Duration.between(invitation.invitedAt(), now);
    }

    private static int count(Stream<Invitation> some) {
        return Math.toIntExact(some.count());
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN);
    }

    private static Double number(BigDecimal value) {
        return value == null ? null : value.doubleValue();
    }
}

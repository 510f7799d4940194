package org.affinity.matching.match.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.affinity.matching.candidate.domain.AgeClearance;
import org.affinity.matching.candidate.domain.Availability;
import org.affinity.matching.candidate.domain.AvailabilityTerms;
import org.affinity.matching.candidate.domain.Candidate;
import org.affinity.matching.candidate.domain.EngagementType;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.match.domain.Columns.Figure;

/** The days of a creator as whole numbers, counted from 1970-01-01. */
final class Days {

    private static final int NEVER = Integer.MAX_VALUE;

    private Days() {}

    /** The columns of numbers, with what holds for all accounts of a creator. */
    static int[] numbers(Candidate candidate) {
        int[] numbers = new int[Figure.values().length];
        Arrays.fill(numbers, Row.UNKNOWN_NUMBER);
        for (EngagementType type : EngagementType.values()) {
            window(
                    candidate.availabilityFor(type).map(Availability::terms).orElse(AvailabilityTerms.NONE),
                    numbers,
                    Figure.window(type));
        }
        set(numbers, Figure.PAUSE_FROM, NEVER);
        if (candidate.paidPause() != null) {
            set(numbers, Figure.PAUSE_FROM, day(candidate.paidPause().from()));
            set(numbers, Figure.PAUSE_UNTIL, lastDay(candidate.paidPause().until()));
        }
        allowed(candidate, numbers);
        if (candidate.responsiveness() != null) {
            set(numbers, Figure.INVITATIONS_DAY, day(candidate.responsiveness().observedAt()));
        }
        return numbers;
    }

    static void set(int[] numbers, Figure column, int number) {
        numbers[Columns.place(column)] = number;
    }

    private static void window(AvailabilityTerms terms, int[] numbers, int first) {
        int from = terms.from() == null ? Row.UNKNOWN_NUMBER : day(terms.from());
        int until = lastDay(terms.until());
        int notice = terms.minNoticeDays() == null ? 0 : terms.minNoticeDays();
        boolean never = terms.takesNone() || from > until;
        numbers[first] = from;
        numbers[first + 1] = never ? Row.UNKNOWN_NUMBER : until;
        numbers[first + 2] = notice;
        numbers[first + 3] = until == NEVER ? NEVER : until - notice;
    }

    /** When the creator may take part; of more than two periods the two that end last count. */
    private static void allowed(Candidate candidate, int[] numbers) {
        set(numbers, Figure.ALLOWED_FROM, NEVER);
        set(numbers, Figure.ALLOWED_AGAIN_FROM, NEVER);
        AgeClearance clearance = candidate.ageClearance();
        if (clearance == null || !clearance.ageKnown()) {
            // Without a word on papers, whoever may be younger than 18 is refused until that cannot be.
            boolean known = clearance == null && candidate.birthYear() != null;
            set(
                    numbers,
                    Figure.ALLOWED_FROM,
                    known ? day(LocalDate.of(candidate.birthYear() + Candidate.ADULT + 1, 1, 1)) : Row.UNKNOWN_NUMBER);
            set(numbers, Figure.ALLOWED_UNTIL, NEVER);
            return;
        }
        List<AgeClearance.Period> last = clearance.periods().stream()
                .sorted((one, other) -> Integer.compare(lastDay(other.until()), lastDay(one.until())))
                .limit(2)
                .toList();
        for (int i = 0; i < last.size(); i++) {
            numbers[Columns.place(Figure.ALLOWED_FROM) + 2 * i] =
                    day(last.get(i).from());
            numbers[Columns.place(Figure.ALLOWED_UNTIL) + 2 * i] =
                    lastDay(last.get(i).until());
        }
    }

    static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    static int day(Instant instant) {
        return instant == null ? Row.UNKNOWN_NUMBER : day(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }

    private static int lastDay(LocalDate until) {
        return until == null ? NEVER : day(until);
    }
}

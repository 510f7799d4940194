package org.affinity.profile.creator.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.affinity.profile.creator.domain.Minority.Period;
import org.affinity.profile.creator.domain.Minority.Status;

/**
 * When a creator may be matched, by age. Under 16: with the guardian's consent and an administrative authorisation
 * (France: C. trav. L7124-1, loi 2020-1266; the strictest rule known here, so it is applied everywhere). 16 and 17:
 * with the guardian's consent. From 18 on: always.
 *
 * <p>A year of birth leaves a range of ages: somebody born in 2008 turns 18 on any day of 2026. The youngest age
 * counts, so that they are an adult from 1 January 2027 on, or from the day on which an operator saw proof of age.
 */
public final class AgeGate {

    private static final int ADULT = 18;
    private static final int OLDER_MINOR = 16;

    private AgeGate() {}

    /** What the evidence allows, with the status of one day. */
    public static Minority of(AgeEvidence evidence, LocalDate day) {
        LocalDate adultFrom = reaches(evidence, ADULT);
        LocalDate olderFrom = earlier(reaches(evidence, OLDER_MINOR), adultFrom);
        if (olderFrom == null) {
            return new Minority(Status.UNKNOWN, List.of());
        }
        List<Period> allowed = allowed(evidence, olderFrom, adultFrom);
        return new Minority(status(allowed, adultFrom, day), allowed);
    }

    private static Status status(List<Period> allowed, LocalDate adultFrom, LocalDate day) {
        if (adultFrom != null && !day.isBefore(adultFrom)) {
            return Status.ADULT;
        }
        return allowed.stream().anyMatch(period -> period.contains(day))
                ? Status.MINOR_AUTHORISED
                : Status.MINOR_NOT_AUTHORISED;
    }

    private static List<Period> allowed(AgeEvidence evidence, LocalDate olderFrom, LocalDate adultFrom) {
        var periods = new ArrayList<Period>();
        LocalDate consent = evidence.guardianConsentOn();
        if (consent != null && evidence.authorisedFrom() != null) {
            add(periods, later(consent, evidence.authorisedFrom()), evidence.authorisedUntil());
        }
        if (consent != null) {
            add(periods, later(consent, olderFrom), null);
        }
        if (adultFrom != null) {
            add(periods, adultFrom, null);
        }
        return periods;
    }

    /** Adds a period that starts no earlier than those before it, or prolongs the last one when they touch. */
    private static void add(List<Period> periods, LocalDate from, LocalDate until) {
        if (until != null && until.isBefore(from)) {
            return;
        }
        Period last = periods.isEmpty() ? null : periods.getLast();
        if (last == null) {
            periods.add(new Period(from, until));
        } else if (from.isBefore(last.from())) {
            periods.set(periods.size() - 1, new Period(from, until));
        } else if (last.until() != null && from.isAfter(last.until().plusDays(1))) {
            periods.add(new Period(from, until));
        } else if (last.until() != null && (until == null || until.isAfter(last.until()))) {
            periods.set(periods.size() - 1, new Period(last.from(), until));
        }
    }

    /** From when on the creator has an age for certain; null when nothing tells. */
    private static LocalDate reaches(AgeEvidence evidence, int age) {
        LocalDate byYear = evidence.birthYear() == null ? null : LocalDate.of(evidence.birthYear() + age + 1, 1, 1);
        LocalDate byProof =
                evidence.attestedAge() != null && evidence.attestedAge() >= age ? evidence.attestedOn() : null;
        return earlier(byYear, byProof);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
